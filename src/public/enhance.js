// What pages gain when scripts run. Without this file every page does its work all the same: nothing here is needed,
// and what only makes sense with it (copy, show password) is hidden in the pages until it has run.

const CHECK_DELAY = 350;
const COPIED_FOR = 2_000;
const MAX_CHECKED_LINES = 30;

/** Every element of the page that has the attribute, with the attribute's value. */
function withAttribute(name) {
  return [...document.querySelectorAll(`[${name}]`)].map((found) => [found, found.getAttribute(name)]);
}

function make(name, properties = {}, children = []) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Says something to screen readers without moving the focus. */
const announcer = make('p', { className: 'visually-hidden' });
announcer.setAttribute('role', 'status');
document.body.append(announcer);

function revealPasswords() {
  for (const [button, id] of withAttribute('data-reveal')) {
    const input = document.getElementById(id);
    const label = button.firstChild;
    const texts = { password: label.textContent, text: button.dataset.hideText };
    const show = (type) => {
      input.type = type;
      label.textContent = texts[type];
    };
    button.hidden = false;
    button.addEventListener('click', () => show(input.type === 'password' ? 'text' : 'password'));
    // Browsers remember what was typed into text fields.
    input.form?.addEventListener('submit', () => show('password'));
  }
}

function copyValues() {
  if (navigator.clipboard === undefined) return;
  for (const [button, id] of withAttribute('data-copy')) {
    const { textContent: text } = button;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const value = document.getElementById(id).textContent;
      await navigator.clipboard.writeText(value);
      button.textContent = button.dataset.doneText;
      button.classList.add('is-done');
      announcer.textContent = button.dataset.doneText;
      setTimeout(() => {
        button.textContent = text;
        button.classList.remove('is-done');
        announcer.textContent = '';
      }, COPIED_FOR);
    });
  }
}

/** A second press of a button while the first one is under way does nothing. */
function submitOnce() {
  const sent = new Set();
  for (const form of document.forms) {
    form.addEventListener('submit', (event) => {
      if (sent.has(form)) event.preventDefault();
      sent.add(form);
      form.setAttribute('aria-busy', 'true');
    });
  }
  // The back button brings pages back as they were left.
  window.addEventListener('pageshow', () => {
    for (const form of sent) form.removeAttribute('aria-busy');
    sent.clear();
  });
}

/** Times in the browser's zone, unless the reader chose one; the original stays as a tooltip. */
function localTimes() {
  const { lang, dataset } = document.documentElement;
  if (dataset.timeZone !== undefined) return;
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });
  for (const time of document.querySelectorAll('time[datetime*="T"]')) {
    time.title = time.textContent;
    time.textContent = format.format(new Date(time.dateTime));
  }
}

function previewPictures() {
  for (const [input, id] of withAttribute('data-preview')) {
    const image = document.getElementById(id);
    input.addEventListener('change', () => {
      const [file] = input.files;
      image.hidden = true;
      if (file === undefined) return;
      const reader = new FileReader();
      reader.addEventListener('load', () => {
        image.src = reader.result;
      });
      image.addEventListener('load', () => {
        image.hidden = false;
      });
      reader.readAsDataURL(file);
    });
  }
}

/** Turns a group of `details` into tabs (WAI-ARIA Authoring Practices, tabs pattern). */
function tabs() {
  for (const [group, label] of withAttribute('data-tabs')) {
    const list = make('div', { className: 'tabs__list' });
    list.setAttribute('role', 'tablist');
    list.setAttribute('aria-label', label);
    const pairs = [...group.querySelectorAll(':scope > details')].map((details, index) => {
      const [summary, ...content] = details.children;
      const tab = make('button', { type: 'button', id: `tab-${index}`, className: 'tabs__tab' }, [
        ...summary.childNodes,
      ]);
      const panel = make('div', { id: `tab-panel-${index}`, className: 'tabs__panel' }, content);
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-controls', panel.id);
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', tab.id);
      details.replaceWith(panel);
      return { tab, panel };
    });
    list.append(...pairs.map(({ tab }) => tab));
    group.prepend(list);
    runTabs(list, pairs);
  }
}

function runTabs(list, pairs) {
  const choose = (chosen) => {
    for (const [index, { tab, panel }] of pairs.entries()) {
      const isChosen = index === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      panel.hidden = !isChosen;
    }
  };
  for (const [index, { tab }] of pairs.entries()) tab.addEventListener('click', () => choose(index));
  list.addEventListener('keydown', (event) => {
    const current = pairs.findIndex(({ tab }) => tab === document.activeElement);
    const step = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    const moves = { ArrowRight: current + step, ArrowLeft: current - step, Home: 0, End: pairs.length - 1 };
    if (!Object.hasOwn(moves, event.key)) return;
    event.preventDefault();
    const next = (moves[event.key] + pairs.length) % pairs.length;
    choose(next);
    pairs[next].tab.focus();
  });
  choose(0);
}

/** Judges callback URLs while they are typed; the server has the same rules and the last word. */
function checkRedirectUris() {
  for (const [textarea, kind] of withAttribute('data-lint-redirect-uri')) {
    const result = document.getElementById(`${textarea.id}-lint`);
    let timer;
    let running = new AbortController();
    textarea.addEventListener('input', () => {
      clearTimeout(timer);
      running.abort();
      running = new AbortController();
      const { signal } = running;
      timer = setTimeout(() => void showFaults(textarea, result, { kind, signal }), CHECK_DELAY);
    });
  }
}

async function showFaults(textarea, result, { kind, signal }) {
  const uris = textarea.value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MAX_CHECKED_LINES);
  try {
    const faults = await Promise.all(uris.map((uri) => faultOf(uri, kind, signal)));
    if (signal.aborted) return;
    const items = uris.flatMap((uri, index) => (faults[index] === null ? [] : [faultItem(uri, faults[index])]));
    const isFine = uris.length > 0 && items.length === 0;
    result.replaceChildren(
      ...(isFine ? [make('li', { className: 'faults__ok', textContent: result.dataset.okText })] : items),
    );
    // What the server said about what was there before no longer holds.
    document.getElementById(`${textarea.id}-error`)?.remove();
    result.hidden = uris.length === 0;
  } catch {
    // No answer, or the session is over: the form says it when it is sent.
    if (!signal.aborted) result.hidden = true;
  }
}

async function faultOf(uri, kind, signal) {
  const response = await fetch(`/apps/redirect-uri-lint?${new URLSearchParams({ uri, kind })}`, { signal });
  return (await response.json()).fault;
}

function faultItem(uri, { message, index, length }) {
  const marked = make('code', { className: 'marked' }, [
    uri.slice(0, index),
    ...(length > 0 ? [make('mark', { textContent: uri.slice(index, index + length) })] : []),
    uri.slice(index + length),
  ]);
  return make('li', {}, [
    make('div', {}, [make('p', { className: 'field__error-text', textContent: message }), marked]),
  ]);
}

/** Open menus close like menus do: with Escape, or by a press elsewhere. */
function closeMenus() {
  const menus = [...document.querySelectorAll('details.menu')];
  document.addEventListener('click', ({ target }) => {
    for (const menu of menus) if (!menu.contains(target)) menu.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    const open = menus.find((menu) => menu.open);
    if (key !== 'Escape' || open === undefined) return;
    open.open = false;
    open.querySelector('summary').focus();
  });
}

/** `/` goes to the search of a list, as people know it from elsewhere. */
function searchKey() {
  const search = document.querySelector('.filters input[type="search"]');
  if (search === null) return;
  search.setAttribute('aria-keyshortcuts', '/');
  const key = make('kbd', { className: 'search-key', textContent: '/' });
  key.setAttribute('aria-hidden', 'true');
  search.labels[0].append(' ', key);
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest('input, select, textarea') !== null;
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}

for (const enhance of [
  revealPasswords,
  copyValues,
  submitOnce,
  localTimes,
  previewPictures,
  tabs,
  checkRedirectUris,
  closeMenus,
  searchKey,
]) {
  enhance();
}
