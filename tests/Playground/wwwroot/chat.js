import { draw } from './card.js';
import { closeDialog, openDialog, openText } from './dialog.js';
import { phrase, time } from './phrases.js';
import { tell } from './server.js';

/** A personal chat with the bot: draws what changed, and does what the Teams client does on a press. */
export class Chat {
  #list;
  #scroll;
  #failed;
  #person;
  #refreshed = new Set();

  constructor(pane, failed) {
    this.#list = pane.querySelector('ol');
    this.#scroll = pane.querySelector('.talk');
    this.#failed = failed;
  }

  show({ person, messages }) {
    if (person !== this.#person) this.#open(person);
    const drawn = new Map([...this.#list.children].map(item => [item.dataset.message, item]));
    let added = false;
    for (const message of messages) {
      const old = drawn.get(message.id);
      drawn.delete(message.id);
      if (old?.state === JSON.stringify(message)) continue;
      const item = this.#draw(message);
      if (old) replace(old, item);
      else added = !!this.#list.appendChild(item);
    }
    for (const gone of drawn.values()) gone.remove();
    if (added) this.#scrollTo(this.#list.lastElementChild);
    this.#refresh(messages);
  }

  /** In another language only the frame around the messages changes, so all is drawn anew. */
  forget() {
    this.#list.replaceChildren();
  }

  #open(person) {
    this.#person = person;
    this.#refreshed.clear();
    this.forget();
  }

  // A card may be taller than the pane: it is read from its top, with the line that it answers above it.
  #scrollTo(last) {
    const before = last.previousElementSibling;
    const top = last.dataset.from === 'bot' && before?.dataset.from === 'person' ? before : last;
    this.#scroll.scrollTop = top.offsetTop - 12;
  }

  // Once for each version of a message while the chat is shown; the answer is no new version.
  #refresh(messages) {
    for (const { id, version, refreshes } of messages) {
      const key = `${id} ${version}`;
      if (!refreshes || this.#refreshed.has(key)) continue;
      this.#refreshed.add(key);
      tell('/page/refresh', { person: this.#person, message: id }).catch(this.#failed);
    }
  }

  #draw(message) {
    const item = document.createElement('li');
    item.state = JSON.stringify(message);
    Object.assign(item.dataset, { message: message.id, from: message.fromBot ? 'bot' : 'person', version: message.version });
    item.append(words('who', `${message.fromBot ? 'VpBot' : phrase('you')} · ${time(message.at)}${message.version > 1 ? ` · ${phrase('changed')}` : ''}`));
    if (message.deleted) item.append(words('line', phrase('deleted')));
    else if (message.card) item.append(draw(message.card, (kind, action) => this.#pressed(message, kind, action).catch(this.#failed)));
    else if (message.text) item.append(words('line', message.text));
    return item;
  }

  async #pressed(message, kind, action) {
    const press = { person: this.#person, message: message.id, data: action.data ?? {}, theme: document.documentElement.dataset.theme };
    switch (kind) {
      case 'Action.ToggleVisibility': return tell('/page/toggled', press);
      case 'Action.OpenUrl': return void window.open(action.url, '_blank', 'noopener,noreferrer');
      case 'Action.Execute': return this.#show(await tell('/page/execute', { ...press, verb: action.verb, actionId: action.id }));
      case 'Action.Submit': return this.#show(await tell(press.data.msteams?.type === 'task/fetch' ? '/page/press' : '/page/submit', press));
      default: return undefined;
    }
  }

  #show(outcome) {
    if (!outcome.dialog) return showWords(outcome);
    const person = this.#person;
    const submit = data => tell('/page/dialog', { person, message: '', data }).then(next => {
      // An answer without anything closes the dialog.
      if (!next.dialog && !next.message && next.problem === null) closeDialog();
      else if (next.dialog) openDialog(next.dialog, submit);
      else showWords(next);
    }).catch(this.#failed);
    return openDialog(outcome.dialog, submit);
  }
}

function showWords(outcome) {
  if (outcome.message) openText(outcome.message);
  else if (outcome.problem !== null) openText(phrase('botProblem'));
}

function replace(old, item) {
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(item);
  if (hadFocus) item.querySelector('button')?.focus();
}

function words(kind, text) {
  const line = document.createElement('p');
  line.className = kind;
  line.textContent = text;
  return line;
}
