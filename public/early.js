// Asks for the article that the address names while the app's own script is still on its way.
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
