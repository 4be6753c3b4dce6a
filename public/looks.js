// Gives the page the looks that the reader has set, before the first paint; as src/reader/settings/applySettings.ts
// does later. The build puts it in front of early.js, and into the pages of articles, where it tells the site's base.
try {
  const root = document.documentElement;
  const { dataset, src } = document.currentScript;
  const home = dataset.base ?? new URL('.', src).pathname;
  const prefix = home === '/' ? 'cangbao:' : `cangbao:${home}:`;
  const settings = JSON.parse(localStorage.getItem(`${prefix}settings`) ?? '{}');
  for (const name of ['theme', 'font', 'paragraphs', 'writing', 'density', 'panes']) {
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
  const widths = { '--list-width': settings.listWidth, '--sidebar-width': settings.sidebarWidth };
  for (const [property, value] of Object.entries(widths)) {
    if (value > 0 && value < 1000) root.style.setProperty(property, `${value}px`);
  }
} catch {
  // Forbidden or damaged: the usual looks.
}
