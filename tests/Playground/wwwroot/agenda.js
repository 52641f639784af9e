import { day, hour, phrase } from './phrases.js';
import { tell } from './server.js';

const find = selector => document.querySelector(selector);
const [pane, section, toggle, form] = [find('#advisor'), find('#agenda'), find('#agenda-toggle'), find('#agenda-add')];
let [person, failed, drawn, open] = ['', () => {}, '', false];

export function useAgenda(whenFailed) {
  failed = whenFailed;
  toggle.addEventListener('click', () => unfold(!open));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const block = { person, start: form.start.value, minutes: Number(form.minutes.value), subject: form.subject.value, private: form.private.checked };
    form.subject.value = '';
    tell('/page/agenda/add', block).catch(failed);
  });
}

/** An internal advisor has no calendar in Graph: then there is nothing to show and nothing to unfold. */
export function showAgenda(advisor, agenda) {
  person = advisor;
  toggle.hidden = agenda === null;
  if (agenda === null) return unfold(false);
  const state = JSON.stringify([document.documentElement.lang, agenda]);
  if (state === drawn) return;
  drawn = state;
  find('#agenda-name').textContent = agenda.name.split(' ')[0];
  find('#agenda-count').textContent = agenda.events.length;
  find('#agenda-empty').hidden = agenda.events.length + agenda.meetings.length > 0;
  find('#agenda-deleted').textContent = agenda.deleted ? `${phrase('agendaDeleted')} ${agenda.deleted}.` : '';
  const focus = document.activeElement?.dataset.act;
  fill(find('#agenda-events'), agenda.events.map(drawEvent));
  fill(find('#agenda-meetings'), agenda.meetings.map(drawMeeting));
  if (focus) (section.querySelector(`[data-act="${focus}"]`) ?? toggle).focus();
  form.start.value ||= tomorrow();
}

function unfold(wanted) {
  open = wanted;
  section.hidden = !open;
  pane.querySelector('.talk').hidden = pane.querySelector('.write').hidden = open;
  toggle.setAttribute('aria-expanded', open);
}

function fill(list, items) {
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
}

function drawEvent({ id, start, end, subject, private: hidden, showAs }) {
  const item = entry(start, end, subject, [hidden && phrase('private'), phrase(showAs)]);
  item.dataset.event = id;
  const buttons = document.createElement('div');
  buttons.className = 'act';
  for (const [act, words] of [['later', 'agendaLater'], ['delete', 'agendaDelete']]) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: phrase(words) });
    button.dataset.act = `${act} ${id}`;
    button.setAttribute('aria-label', `${phrase(words)}: ${subject}, ${day(start)} ${hour(start)}`);
    button.addEventListener('click', () => tell(`/page/agenda/${act}`, { person, id }).catch(failed));
    buttons.append(button);
  }
  item.append(buttons);
  return item;
}

function drawMeeting({ start, end, subject, meetingId, passcode }) {
  const digits = meetingId.replace(/(\d{3})(?=\d)/g, '$1 ');
  return entry(start, end, subject, [phrase('meeting'), digits, passcode ? `${phrase('passcode')} ${passcode}` : phrase('noPasscode')]);
}

function entry(start, end, subject, facts) {
  const item = document.createElement('li');
  item.append(line('who', `${day(start)} · ${hour(start)}–${hour(end)}`), line('what', subject), line('who', facts.filter(Boolean).join(' · ')));
  return item;
}

function line(kind, text) {
  return Object.assign(document.createElement('p'), { className: kind, textContent: text });
}

// On the Dutch clock, whatever clock this computer has.
function tomorrow() {
  return `${new Date(Date.now() + 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' })}T10:00`;
}
