// What can't wait for the app's own script, which is still on its way: the article that the address names is asked for.
// A file of its own, since a page has no script in itself but looks.js.
(() => {
  const id = /\/a\/([a-z2-7]{12})$/.exec(location.pathname)?.[1];
  // An article's own page brings it along.
  if (!id || document.documentElement.dataset.page === 'article') return;
  const address = new URL(`archive/articles/${id}.json`, document.currentScript.src).href;
  // No preload: that would believe the browser's cache, which may hold what the article was before a correction.
  const answer = fetch(address, { cache: 'no-cache' });
  // What fails is told by whoever takes the answer (src/reader/data/takeEarlyAnswer.ts).
  answer.catch(() => undefined);
  window.earlyAnswer = { address, answer };
})();

// The drawn first screen (src/reader/firstScreen.tsx) is a stranger's, on a phone: nothing read, nothing set, nowhere to return to.
// Where the app's script can't be had or doesn't run, its links lead on by themselves.
try {
  const home = new URL('.', document.currentScript.src).pathname;
  // As src/reader/storage/siteKeys.ts has them. What follows the root's `cangbao:` is another site's where it begins
  // with a path.
  const keys = home === '/' ? 'cangbao:' : `cangbao:${home}:`;
  const isKnown = [localStorage, sessionStorage].some((storage) =>
    Object.keys(storage).some((key) => key.startsWith(keys) && key[keys.length] !== '/'),
  );
  const isPhone = !matchMedia('(min-width: 40rem)').matches;
  if (location.pathname === home && isPhone && !isKnown && !history.state) {
    document.documentElement.dataset.screen = 'drawn';
    const enliven = ({ target }) => {
      if (target !== window && target.type !== 'module') return;
      const screen = document.querySelector('.first-screen');
      for (const button of screen?.querySelectorAll('button') ?? []) button.disabled = true;
      screen?.removeAttribute('inert');
      screen?.removeAttribute('aria-hidden');
    };
    addEventListener('error', enliven, true);
  }
} catch {
  // Storage is forbidden: the script will tell.
}

// A button of a drawn article that is pressed before the app is there is pressed once more by the app
// (src/reader/pages/pressEarly.ts), unless it says by then what the press was to bring about.
addEventListener('click', ({ target }) => {
  const button = target.closest?.('.is-drawn button');
  if (!button) return;
  const name = button.getAttribute('aria-label') ?? button.textContent;
  window.earlyPress = { name, isPressed: button.getAttribute('aria-pressed') };
});

// The app's script can't be had: an upload that is half done, a page whose files the host has no more, a host that
// sends a page in place of a script. Then this says so and tries again until it can. Its words can't stand in
// src/reader/ui/words.ts, which is part of that script; its looks are set here, since the style sheet may be missing, too.
(() => {
  const home = new URL('.', document.currentScript.src).pathname;
  // Not `cangbao:`, by which a reader is known above.
  const RELOADS = `cangbao-reloads:${home}`;
  const DELAYS = [5, 15, 30, 60]; // seconds; the last one again and again
  let box;

  addEventListener('error', follow, true);

  function follow({ target, error }) {
    const isScript = target.type === 'module' && target.src;
    // A script that was cut off, or that wants something of another one that is of another build.
    const isBroken = target === window && error instanceof SyntaxError;
    if ((isScript || isBroken) && !box && !hasApp()) begin();
  }

  /** Nothing but what was drawn by the build stands in the page before the app. */
  function hasApp() {
    return document.querySelector('#root > :not(.first-screen, .is-drawn)') !== null;
  }

  function begin() {
    box = document.createElement('div');
    if (document.body) show();
    else addEventListener('DOMContentLoaded', show);
    reloadForWorker();
    lookLater(DELAYS[Math.min(countReloads(), DELAYS.length - 1)]);
  }

  function show() {
    box.setAttribute('role', 'alert');
    const button = build('button', '重试', {
      font: 'inherit',
      color: 'inherit',
      background: 'transparent',
      border: '1px solid currentColor',
      borderRadius: '8px',
      minHeight: '44px',
      padding: '0 24px',
      cursor: 'pointer',
    });
    button.type = 'button';
    button.addEventListener('click', () => location.reload());
    const text = '网站的文件还没有传完，或者这一页已经换成了新的。稍等片刻，这里会自己再试；收藏和保存的文章不受影响。';
    Object.assign(box.style, {
      boxSizing: 'border-box',
      maxWidth: '34em',
      margin: '0 auto',
      padding: '12vh 24px 48px',
      lineHeight: '1.8',
      fontFamily: 'system-ui, sans-serif',
    });
    // A first screen that is shown stays below; one that is not would be, without a style sheet.
    const { screen, page } = document.documentElement.dataset;
    if (screen === 'drawn' || page === 'article') box.style.padding = '16px 24px';
    else document.querySelector('.first-screen')?.remove();
    box.append(
      build('p', '网站正在更新', { fontSize: '1.4em', fontWeight: '700', margin: '0 0 8px' }),
      build('p', text, { margin: '0 0 16px' }),
      button,
    );
    document.body.prepend(box);
  }

  function build(name, text, style) {
    const element = document.createElement(name);
    element.textContent = text;
    Object.assign(element.style, style);
    return element;
  }

  function lookLater(seconds) {
    setTimeout(async () => {
      if (await isReady().catch(() => false)) reload();
      else lookLater(DELAYS[DELAYS.indexOf(seconds) + 1] ?? seconds);
    }, seconds * 1000);
  }

  /** Whether the host has the scripts of this page by now, or of the page that it has instead. */
  async function isReady() {
    const own = listScripts(document.documentElement.outerHTML);
    if (await areScripts(own)) return true;
    const response = await fetch(location.href, { cache: 'no-store' });
    const next = listScripts(await response.text());
    return next.length > 0 && next.join() !== own.join() && areScripts(next);
  }

  function listScripts(html) {
    const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
    return tags
      .filter((tag) => /type="module"|rel="modulepreload"/.test(tag))
      .flatMap((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
  }

  async function areScripts(addresses) {
    const answers = await Promise.all(addresses.map((address) => fetch(address, { cache: 'no-store' })));
    return answers.every(
      ({ ok, headers }) => ok && /javascript|ecmascript/.test(headers.get('content-type') ?? ''),
    );
  }

  /** A page that was loaded past the worker (a hard reload): the next one gets the app that the worker keeps. */
  async function reloadForWorker() {
    const worker = navigator.serviceWorker;
    if (!worker || worker.controller || countReloads() > 0) return;
    const registration = await worker.getRegistration(home).catch(() => undefined);
    if (registration?.active) reload();
  }

  /** Reloads that did not help come ever later: a file that answers may be broken all the same. */
  function reload() {
    try {
      sessionStorage.setItem(RELOADS, `${countReloads() + 1} ${Date.now()}`);
    } catch {
      // Without a place to count in nothing would end a loop; the button is there.
      return;
    }
    location.reload();
  }

  function countReloads() {
    try {
      const [count, time] = (sessionStorage.getItem(RELOADS) ?? '').split(' ').map(Number);
      return Date.now() - time < 300_000 ? count : 0;
    } catch {
      return 0;
    }
  }
})();
