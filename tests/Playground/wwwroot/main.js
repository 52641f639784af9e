import { showAgenda, useAgenda } from './agenda.js';
import { forgetArchive, showArchive } from './archive.js';
import { Chat } from './chat.js';
import { forgetMeeting, showMeeting, useMeeting } from './meeting.js';
import { phrase, speak } from './phrases.js';
import { ask, tell } from './server.js';

const find = selector => document.querySelector(selector);
const [employee, advisor] = [find('#employee-person'), find('#advisor-person')];
const chats = { employee: new Chat(find('#employee'), failed), advisor: new Chat(find('#advisor'), failed) };
let [since, state, asking] = [0, null, new AbortController()];

function failed(fault) {
  find('#status').textContent = `${phrase('failed')} ${fault.message}`;
}

function show(now) {
  state = now;
  fillSwitches(now.people);
  chats.employee.show(now.employee);
  chats.advisor.show(now.advisor);
  showAgenda(now.advisor.person, now.agenda);
  showMeeting(now.meeting, now.draft);
  showArchive(now.tenant);
  find('#fault').value = now.fault;
  find('#graph-fault').value = now.graphFault;
  find('#reset').disabled = now.bot === 'resetting';
  find('#status').textContent = now.bot !== 'running' ? phrase(now.bot) : now.botProblem ? `${phrase('refused')} ${now.botProblem.slice(0, 200)}` : '';
}

function fillSwitches(people) {
  if (employee.options.length) return;
  const option = ({ key, name, tenant }) => new Option(`${name}, ${tenant.replace(' (fictief)', '')}`, key);
  employee.replaceChildren(...people.filter(({ role }) => role === 'employee').map(option));
  advisor.replaceChildren(...people.filter(({ role }) => role.endsWith('Advisor')).map(option));
}

async function follow() {
  for (;;) {
    try {
      const now = await ask(`/page/state?since=${since}&employee=${employee.value || 'noor'}&advisor=${advisor.value || 'sanne'}`, asking.signal);
      since = now.version;
      show(now);
    } catch (fault) {
      // Another person was chosen: ask again at once. Otherwise the Playground is away for a moment.
      if (fault.name === 'AbortError') continue;
      find('#status').textContent = phrase('offline');
      await new Promise(resolve => setTimeout(resolve, 1500));
    }
  }
}

function askAnew() {
  since = 0;
  asking.abort();
  asking = new AbortController();
}

function typing(pane, path, person) {
  find(`${pane} form`).addEventListener('submit', event => {
    event.preventDefault();
    const box = find(`${pane}-type`);
    const text = box.value.trim();
    box.value = '';
    if (text) tell(path, { person: person(), text }).catch(failed);
  });
}

typing('#employee', '/page/type', () => employee.value);
typing('#advisor', '/page/type', () => advisor.value);
employee.addEventListener('change', askAnew);
advisor.addEventListener('change', askAnew);
find('#theme').addEventListener('change', event => { document.documentElement.dataset.theme = event.target.value; });
find('#language').addEventListener('change', event => {
  speak(event.target.value);
  Object.values(chats).forEach(chat => chat.forget());
  forgetArchive();
  forgetMeeting();
  if (state) show(state);
});
find('#fault').addEventListener('change', event => tell('/page/fault', { mode: event.target.value, person: employee.value }).catch(failed));
find('#graph-fault').addEventListener('change', event => tell('/page/graph-fault', { mode: event.target.value, person: advisor.value }).catch(failed));
find('#reset').addEventListener('click', () => tell('/page/reset').catch(failed));
useAgenda(failed);
useMeeting('hilde', () => employee.value, failed);
speak('nl');
follow();
