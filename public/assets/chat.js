/**
 * Makes the chat page live: messages leave without a reload, answers arrive by server-sent events. Without this
 * script the page still works, with its forms. Markup and words come from the page itself.
 *
 * Messages that could not leave are kept in the page's memory only: a watched phone must not find them stored.
 */
(() => {
  const data = JSON.parse(document.getElementById('dati').dataset.chat);
  const words = data.messages;
  const log = document.getElementById('messaggi');
  const list = log.querySelector('.chat-entries');
  const model = document.getElementById('modello').content.firstElementChild;
  const form = document.querySelector('.chat-form');
  const input = document.getElementById('messaggio');
  const problem = document.getElementById('errore');
  const stateLine = document.querySelector('.chat-state');
  /** Shown, but not read aloud: only trouble is. */
  const connection = document.querySelector('.chat-connection');
  const count = document.querySelector('.chat-count');
  const more = document.querySelector('.chat-more');
  const embedQuery = data.embedded ? 'embed=1' : '';

  /** Messages not yet taken by the server, oldest first: `{ clientId, text | choice, bubble }`. */
  const unsent = [];
  let sending = false;
  let after = data.after;
  let stream = null;
  let reconnectTimer = 0;
  let watchdog = 0;
  let failures = 0;
  let retryTimer = 0;
  /** `paused` and `ended` come from the server: no reconnecting by itself. */
  let halted = null;

  // ── Messages ────────────────────────────────────────────────────────────────────────────────────────────────

  function bubbleOf(entry) {
    const bubble = model.cloneNode(true);
    bubble.className = `chat-entry chat-entry-${entry.from}`;
    bubble.dataset.id = entry.id;
    bubble.dataset.clientId = entry.clientId ?? '';
    bubble.querySelector('.chat-sender').textContent = entry.sender;
    const time = bubble.querySelector('.chat-time');
    time.dateTime = entry.at;
    time.textContent = entry.time;
    bubble.querySelector('.chat-text').replaceChildren(...entry.parts.map(partOf));
    const choices = bubble.querySelector('.chat-choices');
    if (entry.choices.length === 0) choices.remove();
    else fillChoices(choices, entry.choices);
    if (entry.language) {
      for (const part of bubble.querySelectorAll('.chat-text, .chat-choice-label'))
        part.lang = entry.language;
    }
    return bubble;
  }

  function partOf(part) {
    if (!part.href || !/^(?:https?:\/\/|tel:)/.test(part.href)) return document.createTextNode(part.text);
    const link = document.createElement('a');
    link.href = part.href;
    link.dir = 'ltr';
    link.rel = 'noopener';
    link.target = data.embedded ? '_blank' : '_self';
    link.textContent = part.text;
    return link;
  }

  function fillChoices(choices, wanted) {
    const button = choices.querySelector('.chat-choice');
    const buttons = wanted.map((choice, index) => {
      const copy = button.cloneNode(true);
      copy.value = choice.id;
      copy.querySelector('.chat-choice-number').textContent = `${index + 1}.`;
      copy.querySelector('.chat-choice-label').textContent = choice.label;
      return copy;
    });
    button.remove();
    choices.append(...buttons);
  }

  /** Shows an entry of the server once: a second copy, or our own waiting bubble, is not doubled. */
  function show(entry) {
    after = entry.id;
    if ([...list.children].some((item) => item.dataset.id === entry.id)) return;
    const stay = pinned;
    removeWelcome();
    const bubble = bubbleOf(entry);
    const waiting =
      entry.clientId &&
      [...list.children].find((item) => !item.dataset.id && item.dataset.clientId === entry.clientId);
    if (waiting) {
      forget(entry.clientId);
      confirm(waiting, bubble);
    } else {
      list.insertBefore(bubble, [...list.children].find((item) => !item.dataset.id) ?? null);
    }
    if (entry.from !== 'citizen') {
      removeOldChoices(bubble);
      if (stateLine.textContent === words.state.waiting) say('');
    }
    if (stay) bringIntoSight(waiting || bubble);
    else if (!waiting) more.hidden = false;
  }

  /** The bubble that is already there stays: a new one would be read aloud a second time. */
  function confirm(waiting, bubble) {
    waiting.dataset.id = bubble.dataset.id;
    waiting.querySelector('.chat-sending')?.remove();
    waiting.querySelector('.chat-time').replaceWith(bubble.querySelector('.chat-time'));
  }

  /** Focus does not fall off the page together with a button that goes. */
  function removeOldChoices(except) {
    for (const choices of list.querySelectorAll('.chat-choices')) {
      if (except?.contains(choices)) continue;
      if (choices.contains(document.activeElement)) log.focus({ preventScroll: true });
      choices.remove();
    }
  }

  function removeWelcome() {
    const welcome = log.querySelector('.chat-welcome');
    if (!welcome) return;
    if (welcome.contains(document.activeElement)) log.focus({ preventScroll: true });
    welcome.remove();
  }

  // ── Scrolling: the list scrolls by itself on tall windows, the whole page on low ones ─────────────────────────

  function scroller() {
    return log.scrollHeight > log.clientHeight + 1 && getComputedStyle(log).overflowY === 'auto'
      ? log
      : document.scrollingElement;
  }

  function isAtBottom() {
    const box = scroller();
    return box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  }

  /** Whether the end of the talk was in sight at the last scroll: then it stays so, also when the window changes. */
  let pinned = true;

  function toBottom() {
    const box = scroller();
    box.scrollTop = box.scrollHeight;
    pinned = true;
    more.hidden = true;
  }

  /** Brings a new message into sight: its end, but never so far that its beginning is lost. */
  function bringIntoSight(bubble) {
    toBottom();
    const box = scroller();
    const top = bubble.getBoundingClientRect().top - (box === log ? log.getBoundingClientRect().top : 0) - 8;
    if (top >= 0) return;
    box.scrollTop += top;
    pinned = isAtBottom();
    more.hidden = pinned;
  }

  document.addEventListener('scroll', noticeScroll, { capture: true, passive: true });

  function noticeScroll() {
    pinned = isAtBottom();
    if (pinned) more.hidden = true;
  }

  const resized = new ResizeObserver(() => {
    if (pinned) toBottom();
  });
  resized.observe(log);
  resized.observe(list);

  // ── Sending ─────────────────────────────────────────────────────────────────────────────────────────────────

  function enqueue(message, label) {
    removeWelcome();
    const bubble = bubbleOf({
      id: '',
      from: 'citizen',
      sender: model.querySelector('.chat-sender').textContent,
      at: new Date().toISOString(),
      time: '',
      parts: [{ text: label }],
      choices: [],
      clientId: message.clientId,
    });
    const status = document.createElement('p');
    status.className = 'chat-sending';
    bubble.querySelector('.chat-bubble').append(status);
    list.append(bubble);
    unsent.push({ ...message, bubble, status });
    toBottom();
    sendNext();
  }

  async function sendNext() {
    const message = unsent[0];
    if (sending || !message) return;
    clearTimeout(retryTimer);
    sending = true;
    message.status.textContent = words.sending;
    const outcome = await post(message);
    sending = false;
    if (outcome.taken) {
      message.status.textContent = words.sent;
      if (unsent[0] === message) unsent.shift();
      if (outcome.newSession) startAgain();
      if (isAnswerAwaited()) say(words.state.waiting);
      sendNext();
    } else if (unsent[0] === message) {
      failed(message, outcome);
    } else {
      // The stream showed it meanwhile: it was taken, and only the answer to us was lost.
      sendNext();
    }
  }

  /** The stream may have been quicker than the answer to our request. */
  function isAnswerAwaited() {
    const last = [...list.children].at(-1);
    return stream?.readyState === EventSource.OPEN && last?.classList.contains('chat-entry-citizen');
  }

  async function post({ clientId, text, choice }) {
    try {
      const response = await fetch(`/chat/messages${embedQuery && `?${embedQuery}`}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ clientId, text, choice }),
        credentials: 'same-origin',
        signal: AbortSignal.timeout(20_000),
      });
      const answer = await response.json();
      if (response.ok) return { taken: true, newSession: answer.newSession };
      return {
        taken: false,
        message: answer.message,
        waitS: Number(response.headers.get('retry-after') ?? 0),
      };
    } catch {
      // No network, or no answer in time: the same message can be sent again without being doubled.
      return { taken: false, message: navigator.onLine ? words.notSent : words.state.offline, waitS: 0 };
    }
  }

  function failed(message, outcome) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-outline-primary chat-retry';
    button.textContent = words.retry;
    button.addEventListener('click', () => {
      log.focus({ preventScroll: true });
      sendNext();
    });
    message.status.replaceChildren(`${outcome.message ?? words.notSent} `, button);
    if (outcome.waitS > 0) retryTimer = setTimeout(sendNext, outcome.waitS * 1000);
  }

  function forget(clientId) {
    const index = unsent.findIndex((message) => message.clientId === clientId);
    if (index >= 0) unsent.splice(index, 1);
  }

  function newClientId() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) =>
      byte.toString(16).padStart(2, '0'),
    );
    return hex.join('').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  }

  // ── The stream ──────────────────────────────────────────────────────────────────────────────────────────────

  function connect() {
    clearTimeout(reconnectTimer);
    stream?.close();
    if (halted) return;
    const query = new URLSearchParams({ after, ...(data.embedded ? { embed: '1' } : {}) });
    const opened = new EventSource(`/chat/events?${query}`);
    stream = opened;
    opened.addEventListener('open', () => {
      failures = 0;
      say('');
      connection.textContent = words.state.open;
      alive();
      sendNext();
    });
    opened.addEventListener('entry', (event) => {
      alive();
      show(JSON.parse(event.data));
    });
    opened.addEventListener('beat', alive);
    opened.addEventListener('closing', () => reconnect(opened, 500));
    opened.addEventListener('paused', () => halt('paused', opened));
    opened.addEventListener('ended', () => halt('ended', opened));
    opened.addEventListener('error', () => reconnect(opened, Math.min(1000 * 2 ** failures, 15_000)));
  }

  /** Waits a little more each time, and not all pages at the same moment. */
  function reconnect(opened, delay) {
    if (opened !== stream || halted) return;
    opened.close();
    failures += 1;
    connection.textContent = '';
    say(navigator.onLine ? words.state.lost : words.state.offline);
    clearTimeout(watchdog);
    clearTimeout(reconnectTimer);
    reconnectTimer = setTimeout(connect, delay + Math.random() * 500);
  }

  /** The server speaks every 25 seconds: a minute of silence is a dead line. */
  function alive() {
    clearTimeout(watchdog);
    const watched = stream;
    watchdog = setTimeout(() => reconnect(watched, 0), 60_000);
  }

  function halt(reason, opened) {
    if (opened !== stream) return;
    halted = reason;
    opened.close();
    connection.textContent = '';
    clearTimeout(watchdog);
    if (reason === 'paused') {
      say(words.state.paused);
      return;
    }
    const refused = list.children.length === 0;
    unsent.length = 0;
    removeWelcome();
    list.replaceChildren();
    input.value = '';
    const link = document.createElement('a');
    link.href = data.chatUrl;
    link.textContent = words.state.again;
    stateLine.replaceChildren(`${refused ? words.state.noCookies : words.state.ended} `, link);
  }

  function startAgain() {
    after = '';
    halted = null;
    connect();
  }

  function say(text) {
    stateLine.textContent = text;
  }

  // ── What the citizen does ───────────────────────────────────────────────────────────────────────────────────

  function submitText() {
    const text = input.value.trim();
    if (text === '') return complain(words.problems.empty);
    if (text.length > data.textLimit) return complain(words.problems['too-long']);
    complain('');
    input.value = '';
    showCount();
    enqueue({ clientId: newClientId(), text }, text);
  }

  function complain(message) {
    problem.textContent = message;
    input.setAttribute('aria-invalid', String(message !== ''));
  }

  function showCount() {
    const left = data.textLimit - input.value.trim().length;
    count.textContent = left < 500 ? words.charactersLeft.replace('{n}', left) : '';
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submitText();
  });

  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submitText();
  });

  input.addEventListener('input', showCount);

  log.addEventListener('submit', (event) => {
    event.preventDefault();
    const begin = event.target.elements.namedItem('text');
    if (begin) {
      enqueue({ clientId: newClientId(), text: begin.value }, begin.value);
      return;
    }
    const button = event.submitter;
    if (!button) return;
    const label = button.querySelector('.chat-choice-label').textContent;
    removeOldChoices(null);
    enqueue({ clientId: newClientId(), choice: button.value }, label);
  });

  more.addEventListener('click', () => {
    toBottom();
    log.focus({ preventScroll: true });
  });

  /**
   * Leaves no trace in this tab: the cookie goes, the texts go, and the page is replaced in the tab's history.
   * It leads to an empty page because any other site would learn from where the person comes.
   */
  document.querySelector('.chat-exit').addEventListener('submit', (event) => {
    event.preventDefault();
    halted = 'ended';
    stream?.close();
    navigator.sendBeacon(event.target.action);
    document.title = '';
    document.body.replaceChildren();
    leaveTo('about:blank');
  });

  function leaveTo(address) {
    try {
      window.top.location.replace(address);
    } catch {
      // The page round our frame does not let us: at least the frame becomes empty.
      window.location.replace(address);
    }
  }

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && window.parent !== window) {
      window.parent.postMessage({ segretariato: 'close' }, '*');
    }
  });

  window.addEventListener('online', () => {
    connect();
    sendNext();
  });
  window.addEventListener('offline', () => {
    connection.textContent = '';
    say(words.state.offline);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    if (halted === 'paused') halted = null;
    if (!halted && stream?.readyState !== EventSource.OPEN) connect();
  });
  // A page brought back by the back button may belong to a conversation that was left.
  window.addEventListener('pageshow', (event) => event.persisted && window.location.reload());

  document.getElementById('tasti').hidden = false;
  toBottom();
  connection.textContent = words.state.connecting;
  connect();
})();
