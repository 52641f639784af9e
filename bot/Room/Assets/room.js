// The room works without this file: every form is a plain form. The script takes the ticket out of the address, changes the
// page in place, keeps what was typed when there is no connection, and leaves fast. It keeps nothing in the browser.
(() => {
  'use strict';
  const root = document.documentElement;
  const find = id => document.getElementById(id);
  const session = () => document.querySelector('[name=session]')?.value;
  let busy = false;
  let gone = false;
  let pressed;

  root.classList.add('js');

  // The ticket leaves the address before anything else can read it. 43 signs: 256 bits.
  const ticket = /^#([\w-]{43})$/.exec(location.hash)?.[1];
  if (ticket) {
    history.replaceState(history.state, '', location.pathname);
    root.classList.add('opening');
  }

  addEventListener('DOMContentLoaded', () => {
    const entrance = find('entrance');
    if (!ticket || !entrance) return root.classList.remove('opening');
    entrance.elements.ticket.value = ticket;
    send(entrance);
  });

  const say = text => {
    if (find('status')) find('status').textContent = text;
  };

  const complain = id => {
    const words = find(id) || find('unreachable');
    find('fault')?.replaceChildren(...words ? [words.content.cloneNode(true)] : []);
  };

  async function send(form, button) {
    // A second press while the first is under way does nothing.
    if (busy) return;
    busy = true;
    const fields = new URLSearchParams(new FormData(form));
    if (button?.name) fields.append(button.name, button.value);
    const stop = new AbortController();
    const slow = setTimeout(() => say(find('status')?.dataset.busy), 1000);
    const late = setTimeout(() => stop.abort(), 30000);
    let page;
    let fault = 'unreachable';
    find('fault')?.replaceChildren();
    form.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch('/room', { method: 'POST', body: fields, credentials: 'omit', cache: 'no-store', signal: stop.signal });
      const html = await answer.text();
      // Our own failure leaves the page as it is, so that what was chosen is still there.
      if (answer.status >= 500) fault = 'broken';
      else page = new DOMParser().parseFromString(html, 'text/html');
    } catch { /* No connection: said below. */ }
    clearTimeout(slow);
    clearTimeout(late);
    busy = false;
    if (gone) return;
    if (page?.querySelector('main')) return show(page, fields.get('act'));
    say('');
    form.removeAttribute('aria-busy');
    form.hidden = false;
    complain(fault);
  }

  function show(page, act) {
    const before = find('turn');
    root.classList.remove('opening');
    for (const name of ['lang', 'dir', 'data-theme']) root.setAttribute(name, page.documentElement.getAttribute(name));
    document.title = page.title;
    document.body.replaceWith(document.adoptNode(page.body));
    const start = find('sentence') || find('question');
    // The same question again, in another language or with a sentence: what was filled in stays.
    if (act === 'tongue' || find('sentence')) keep(before, find('turn'));
    scrollTo(0, 0);
    start?.focus({ preventScroll: true });
    if (start?.getBoundingClientRect().top > innerHeight / 2) start.scrollIntoView();
    mark();
  }

  function keep(before, after) {
    const same = name => before.elements[name].value === after.elements[name].value;
    if (!before || !after || !same('goal') || !same('step')) return;
    const fields = form => [...form.querySelectorAll('[name=answer]:not(button, [type=hidden])')];
    const chosen = fields(before).filter(field => field.checked).map(field => field.value);
    for (const field of fields(after)) {
      if (/radio|checkbox/.test(field.type)) field.checked ||= chosen.includes(field.value);
      else field.value ||= fields(before)[0].value;
    }
  }

  // One extra place in the history, with the same address, lets the phone's own Back press ours.
  const mark = () => {
    if (find('back') && !history.state) history.pushState({ room: true }, '');
  };

  addEventListener('popstate', () => {
    if (gone || history.state) return;
    const back = find('back');
    if (!back) return history.back();
    mark();
    send(back);
  });

  const blank = () => {
    document.title = '';
    document.body.textContent = '';
  };

  function tell(act) {
    const body = new URLSearchParams({ act, session: session() || '' });
    if (session() && !navigator.sendBeacon?.('/room', body))
      fetch('/room', { method: 'POST', body, credentials: 'omit', keepalive: true }).catch(() => {});
  }

  function leave() {
    if (gone) return;
    gone = true;
    tell('leave');
    blank();
    location.replace('/closed');
  }

  // Closing the page signs out. It is emptied too: a browser that keeps it for Back must have nothing to show.
  addEventListener('pagehide', () => {
    if (gone) return;
    gone = true;
    tell('close');
    blank();
  });
  addEventListener('pageshow', event => event.persisted && location.reload());

  // Shift three times within a second and a half. Another key in between means that someone is typing.
  let shifts = [];
  addEventListener('keydown', event => {
    if (event.key !== 'Shift') shifts = [];
    else if (!event.repeat) shifts = [...shifts.filter(at => event.timeStamp - at < 1500), event.timeStamp];
    if (shifts.length > 2) leave();
  });

  async function copy(button) {
    const code = find(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(code.textContent.trim());
      say(button.dataset.done);
    } catch {
      getSelection().selectAllChildren(code);
      say(button.dataset.failed);
    }
  }

  addEventListener('click', event => {
    const touched = event.target.closest?.('a[href^="#"], button');
    if (!touched) return;
    if (touched.dataset.copy) return copy(touched);
    if (touched.localName === 'button') return void (pressed = touched);
    // A link within the page must not change the address.
    event.preventDefault();
    const target = find(touched.hash.slice(1));
    target?.focus();
    target?.scrollIntoView();
  });

  addEventListener('submit', event => {
    event.preventDefault();
    const form = event.target;
    if ('leave' in form.dataset) return leave();
    // An old browser does not say which button it was; the last one touched is it, if it belongs to this form.
    const button = 'submitter' in event ? event.submitter : pressed?.form === form ? pressed : null;
    send(form, button);
  });
})();
