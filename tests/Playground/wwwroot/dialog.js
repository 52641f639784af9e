import { draw } from './card.js';
import { phrase } from './phrases.js';

const dialog = document.querySelector('#dialog');
const title = dialog.querySelector('#dialog-title');
const content = dialog.querySelector('#dialog-content');
const sizes = { width: { small: 360, medium: 600, large: 900 }, height: { small: 320, medium: 520, large: 720 } };
// What Teams allows a page in its dialog.
const sandbox = 'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads';

// The page ends with its dialog, at once: a hidden frame would keep a session open that the person believes closed.
dialog.querySelector('#dialog-close').addEventListener('click', () => { content.replaceChildren(); dialog.close(); });
dialog.addEventListener('close', () => content.replaceChildren());

/** Shows what a bot answered with: a page, or a card whose presses go to `submit`, which resolves to the next answer. */
export function openDialog(task, submit) {
  if (task.url) openPage(task);
  else openCard(task, submit);
}

export function closeDialog() {
  content.replaceChildren();
  dialog.close();
}

function openCard({ title: name, card, width }, submit) {
  const frame = document.createElement('div');
  frame.className = 'dialog-card';
  frame.style.width = `${sizes.width[width] ?? width ?? sizes.width.medium}px`;
  frame.append(draw(card.content, (kind, action) => {
    if (kind === 'Action.OpenUrl') window.open(action.url, '_blank', 'noopener,noreferrer');
    if (kind === 'Action.Submit') submit(action.data ?? {});
  }));
  open(name ?? phrase('dialog'), frame);
  content.scrollTop = 0;
}

function openPage({ title: name, url, width, height }) {
  const frame = document.createElement('iframe');
  frame.title = name ?? phrase('dialog');
  frame.width = sizes.width[width] ?? width ?? sizes.width.medium;
  frame.height = sizes.height[height] ?? height ?? sizes.height.medium;
  frame.setAttribute('sandbox', sandbox);
  frame.allow = 'clipboard-write';
  frame.src = url;
  open(name ?? phrase('dialog'), frame);
}

export function openText(words) {
  const line = document.createElement('p');
  line.textContent = words;
  open(phrase('dialog'), line);
}

function open(name, inside) {
  title.textContent = name;
  content.replaceChildren(inside);
  if (!dialog.open) dialog.showModal();
}
