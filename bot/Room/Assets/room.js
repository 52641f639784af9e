// Every form works without this file. It takes the ticket out of the address, changes the page in place, keeps what was typed
// when there is no connection, and leaves fast. It keeps nothing in the browser.
(() => {
  const root = document.documentElement;
  const find = id => document.getElementById(id);
  let busy, gone, pressed, quiet;

  root.classList.add('js');

  // The ticket leaves the address before anything else can read it. 43 signs: 256 bits.
  const ticket = /^#([\w-]{43})$/.exec(location.hash)?.[1];
  if (ticket) {
    history.replaceState(history.state, '', location.pathname);
    root.classList.add('opening');
  }

  addEventListener('DOMContentLoaded', () => {
    const entrance = find('entrance');
    listen();
    if (!ticket || !entrance) return root.classList.remove('opening');
    entrance.elements.ticket.value = ticket;
    send(entrance);
  });

  const say = text => {
    if (find('status')) find('status').textContent = text;
  };

  async function send(form, button) {
    if (busy) return; // a double press
    const file = form.querySelector('[type=file]');
    if (file?.files[0]?.size > file?.dataset.largest) return warn('too-large');
    busy = true;
    const filled = new FormData(form);
    const fields = form.enctype === 'multipart/form-data' ? filled : new URLSearchParams(filled);
    if (button?.name) fields.append(button.name, button.value);
    const stop = new AbortController();
    const timers = [setTimeout(() => say(find('status')?.dataset.busy), 1000), setTimeout(() => stop.abort(), 30000)];
    let page;
    let fault = 'unreachable';
    find('fault')?.replaceChildren();
    form.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch('/room', { method: 'POST', body: fields, credentials: 'omit', cache: 'no-store', signal: stop.signal });
      fault = 'broken';
      // Our own failure leaves the page as it is, so that what was chosen is still there.
      if (answer.status < 500) page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch { /* Said below. */ }
    timers.forEach(clearTimeout);
    busy = false;
    if (gone) return;
    if (page?.querySelector('main')) return show(page, fields.get('act'));
    say('');
    form.removeAttribute('aria-busy');
    form.hidden = false;
    warn(fault);
  }

  function warn(fault) {
    find('fault').replaceChildren((find(fault) || find('unreachable')).content.cloneNode(true));
    find('fault').scrollIntoView({ block: 'nearest' });
  }

  function show(page, act) {
    const before = find('turn');
    root.classList.remove('opening');
    for (const name of ['lang', 'dir', 'data-theme']) root.setAttribute(name, page.documentElement.getAttribute(name));
    document.title = page.title;
    document.body.replaceWith(document.adoptNode(page.body));
    const start = find('sentence') || find('question');
    // The same question again, in another language or with a sentence: what was filled in stays.
    if (act === 'tongue' || act === 'look' || find('sentence')) keep(before, find('turn'));
    scrollTo(0, 0);
    start?.focus({ preventScroll: true });
    if (start?.getBoundingClientRect().top > innerHeight / 2) start.scrollIntoView();
    mark();
  }

  function keep(before, after) {
    const same = name => before.elements[name].value === after.elements[name].value;
    if (!before || !after || !same('goal') || !same('step')) return;
    const fields = form => [...form.querySelectorAll('input:not([type=hidden]), textarea')];
    const old = fields(before);
    for (const field of fields(after)) {
      if (/radio|checkbox/.test(field.type)) field.checked ||= old.some(one => one.checked && one.value === field.value);
      else if (field.type !== 'file') field.value ||= old[0].value;
    }
  }

  // One extra history entry, with the same address, lets the phone's own Back press ours.
  const mark = () => {
    // Someone who came by the short link is in the room now, at its one address.
    if (location.pathname !== '/room') history.replaceState(history.state, '', '/room');
    if (find('back') && !history.state) history.pushState({ room: true }, '');
    listen();
  };

  // Before the room forgets it asks. Whoever presses has all of the time again.
  const listen = () => {
    clearTimeout(quiet);
    if (find('stay')) quiet = setTimeout(() => warn('soon'), find('stay').dataset.quiet * 1000);
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
    const session = document.querySelector('[name=session]')?.value;
    const body = new URLSearchParams({ act, session });
    if (session && !navigator.sendBeacon?.('/room', body))
      fetch('/room', { method: 'POST', body, credentials: 'omit', keepalive: true }).catch(() => {});
  }

  function leave() {
    if (gone) return;
    gone = true;
    tell('leave');
    blank();
    location.replace('/closed');
  }

  // Closing the page signs out. It is emptied too: a browser may keep it, to show it again on Back.
  addEventListener('pagehide', () => {
    if (gone) return;
    gone = true;
    tell('close');
    blank();
  });
  addEventListener('pageshow', event => event.persisted && location.reload());

  // Shift three times in a second and a half. Another key in between is someone who types.
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
    const form = event.target;
    // A file is the browser's own affair: the page stays.
    if (form.dataset.act === 'file') return;
    event.preventDefault();
    if ('leave' in form.dataset) return leave();
    // An old browser does not say which button it was: it is the last one touched.
    const button = 'submitter' in event ? event.submitter : pressed?.form === form ? pressed : null;
    send(form, button);
  });
})();
