// What can't wait for the app's own script, which is still on its way: the article that the address names is asked for,
// and the page gets the looks that the reader has chosen (as src/reader/settings/applySettings.ts gives them later).
// A file of its own, since no script stands in the page itself.
(() => {
  const id = /\/a\/([a-z2-7]{12})$/.exec(location.pathname)?.[1];
  if (!id) return;
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'fetch';
  link.crossOrigin = 'anonymous';
  link.href = new URL(`archive/articles/${id}.json`, document.currentScript.src).href;
  document.head.append(link);
})();

// The drawn first screen (src/reader/firstScreen.tsx) is a stranger's, on a phone: nothing read, nothing set, nowhere to return to.
// Where the app's script can't be had or doesn't run, its links lead on by themselves.
try {
  const home = new URL('.', document.currentScript.src).pathname;
  const isKnown = [localStorage, sessionStorage].some((storage) =>
    Object.keys(storage).some((key) => key.startsWith('cangbao:')),
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

try {
  const root = document.documentElement;
  const settings = JSON.parse(localStorage.getItem('cangbao:settings') ?? '{}');
  for (const name of ['theme', 'font', 'paragraphs', 'writing', 'density']) {
    if (/^[a-z]+$/.test(settings[name])) root.dataset[name] = settings[name];
  }
  const numbers = {
    '--font-size': settings.fontSize,
    '--line-height': settings.lineHeight,
    '--line-length': settings.lineLength,
  };
  for (const [property, value] of Object.entries(numbers)) {
    if (value > 0 && value < 100) root.style.setProperty(property, value);
  }
} catch {
  // Forbidden or damaged: the usual looks.
}
