import { draw } from './card.js';
import { closeDialog, openDialog, openText } from './dialog.js';
import { phrase, time } from './phrases.js';
import { tell } from './server.js';

const find = selector => document.querySelector(selector);
const [list, draft, draftCard] = [find('#hr ol'), find('#hr-draft'), find('#hr-draft-card')];
const chatWithTheBot = 'https://teams.microsoft.com/l/chat/';
let reader = () => '';
let failed = () => {};

/** The chat of a meeting: lines that people typed, and cards that they put into a message themselves. */
export function showMeeting(lines, card) {
  if (lines.length < list.children.length) forgetMeeting();
  for (const line of lines.slice(list.children.length)) {
    list.append(drawn(line));
    list.lastElementChild.scrollIntoView({ block: 'nearest' });
  }
  draft.hidden = !card;
  const state = JSON.stringify(card);
  if (draft.dataset.card === state) return;
  draft.dataset.card = state;
  // In a message that is not sent yet nothing on the card can be pressed.
  draftCard.replaceChildren(...card ? [draw(card, () => {})] : []);
}

export function forgetMeeting() {
  list.replaceChildren();
  draft.dataset.card = '';
}

/** `writer` writes here; whoever `reads` looks along as an employee. */
export function useMeeting(writer, reads, onFailure) {
  reader = reads;
  failed = onFailure;
  find('#hr-compose').addEventListener('click', () => tell('/page/meeting/compose', { person: writer }).then(answer => show(answer, writer)).catch(failed));
  find('#hr-take-out').addEventListener('click', () => tell('/page/meeting/take-out').catch(failed));
  find('#hr form').addEventListener('submit', event => {
    event.preventDefault();
    const box = find('#hr-type');
    const text = box.value.trim();
    box.value = '';
    if (text) tell('/page/meeting', { person: writer, text }).catch(failed);
    if (!draft.hidden) tell('/page/meeting/post', { person: writer }).catch(failed);
  });
}

function show(answer, writer) {
  if (answer.dialog) openDialog(answer.dialog, data => tell('/page/meeting/submit', { person: writer, data }).then(next => {
    if (next.dialog || next.message || next.problem !== null) return show(next, writer);
    closeDialog();
    find('#hr-type').focus();
    return undefined;
  }).catch(failed));
  else openText(answer.message ?? phrase('botProblem'));
}

function drawn({ name, text, at, card }) {
  const item = document.createElement('li');
  item.dataset.from = card ? 'card' : 'person';
  const say = (kind, words) => item.append(Object.assign(document.createElement('p'), { className: kind, textContent: words }));
  say('who', `${name} · ${time(at)}`);
  if (card) item.append(draw(card, pressed));
  else say('line', text);
  return item;
}

// Teams itself opens an address of its own: the reader's chat with the bot.
function pressed(kind, action) {
  if (kind !== 'Action.OpenUrl') return;
  tell('/page/meeting/followed', { person: reader() }).catch(failed);
  if (!action.url.startsWith(chatWithTheBot)) return void window.open(action.url, '_blank', 'noopener,noreferrer');
  const chat = find('#employee .talk');
  chat.focus();
  chat.scrollIntoView({ block: 'nearest' });
}
