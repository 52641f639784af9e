import { phrase, time } from './phrases.js';

const held = document.querySelector('#held');
const notHeld = document.querySelector('#not-held');

export function showArchive({ name, held: kept, notHeld: missed }) {
  document.querySelector('#tenant-name').textContent = name;
  document.querySelector('#held-count').textContent = kept.length;
  fill(name, kept);
  notHeld.replaceChildren(...inRuns(missed).map(item =>
    entry(`${phrase(item.kind)}${item.times > 1 ? ` (${item.times}×)` : ''}`, item, item.detail ? [line(item.detail)] : [])).reverse());
}

export function forgetArchive() {
  held.replaceChildren();
  notHeld.replaceChildren();
}

// The archive only grows, except when another tenant is shown or all is reset.
function fill(tenant, items) {
  const archive = `${tenant} ${items[0]?.at}`;
  const drawn = held.dataset.archive === archive ? held.children.length : 0;
  if (drawn === 0) held.replaceChildren();
  held.dataset.archive = archive;
  // Newest on top: what a press just left behind is seen without scrolling.
  for (const item of items.slice(drawn)) held.prepend(drawHeld(item));
}

// Folding out ten things is one line, not ten.
function inRuns(items) {
  const runs = [];
  for (const item of items) {
    const same = ['kind', 'person', 'detail'].every(field => runs.at(-1)?.[field] === item[field]);
    if (same) runs.push({ ...item, times: runs.pop().times + 1 });
    else runs.push({ ...item, times: 1 });
  }
  return runs;
}

function drawHeld(item) {
  const typed = typeof item.content === 'string';
  const content = item.content === null ? [] : typed ? [line(`“${item.content}”`)] : [raw(item.content)];
  const made = entry(phrase(item.kind), item, content);
  Object.assign(made.dataset, { kind: item.kind, audit: item.audit });
  return made;
}

function entry(what, { at, person }, content) {
  const item = document.createElement('li');
  item.append(line(`${what} · ${person} · ${time(at)}`), ...content);
  return item;
}

function raw(content) {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = content.summary ?? content.text ?? phrase('whole');
  const text = document.createElement('pre');
  text.tabIndex = 0;
  text.textContent = JSON.stringify(content, null, 2);
  details.append(summary, text);
  return details;
}

function line(text) {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}
