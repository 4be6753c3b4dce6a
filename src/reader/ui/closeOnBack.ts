/** What lies over the page: dialogs, the viewer of pictures. The last one is on top. */
const layers: { close: () => void }[] = [];
/** The address of the page on screen; undefined while nobody follows it. */
let address: string | undefined;
/** Entries of the history that stand for layers which are gone are being left. */
let isLeaving = false;

/**
 * Makes Back close what was just opened over the page, by `close`, before it leaves the page. Each layer has an entry
 * in the browser's history, at the page's own address. Returns what must be called when the layer is gone, however it
 * went.
 */
export function closeOnBack(close: () => void): () => void {
  const layer = { close };
  layers.push(layer);
  settle();
  return () => {
    if (layers.includes(layer)) layers.splice(layers.indexOf(layer), 1);
    settleSoon();
  };
}

/** Whether the history's current entry stands for a layer: then a page that is gone to has to take its place. */
export function isOnLayer(): boolean {
  return countEntries() > 0;
}

/** Begins to follow Back and Forward; before all others do, for whom a layer that closes is no other page. */
export function watchBack(): () => void {
  const controller = new AbortController();
  const options = { signal: controller.signal, capture: true };
  window.addEventListener('popstate', followHistory, options);
  // wouter dispatches events of these names.
  for (const type of ['pushState', 'replaceState']) {
    window.addEventListener(type, noteAddress, options);
  }
  noteAddress();
  // The page may have been loaded anew while a layer lay over it, or come back as it was left.
  settle();
  window.addEventListener('pageshow', settle, options);
  return () => {
    controller.abort();
    layers.length = 0;
    address = undefined;
    isLeaving = false;
  };
}

function noteAddress(): void {
  address = window.location.href;
}

function followHistory(event: PopStateEvent): void {
  const isSamePage = window.location.href === address;
  const isOfLayers = layers.length > 0 || isLeaving || isOnLayer();
  if (isSamePage && isOfLayers) event.stopImmediatePropagation();
  isLeaving = false;
  noteAddress();
  const gone = layers.splice(isSamePage ? countEntries() : 0);
  for (const { close } of gone.reverse()) close();
  settle();
}

/** How many layers the history's current entry stands for. */
function countEntries(): number {
  return Number(window.history.state?.layers ?? 0);
}

/**
 * Settles when a link in the layer has led on, or another layer has taken its place. Not at all where the reader is
 * leaving for another page: to go back would stop that. The entry is left when they return.
 */
function settleSoon(): void {
  const controller = new AbortController();
  const timer = window.setTimeout(() => {
    controller.abort();
    settle();
  });
  const stay = () => window.clearTimeout(timer);
  window.addEventListener('beforeunload', stay, { signal: controller.signal, once: true });
}

/** Adds the entries that the layers need, or leaves those that nothing stands for any more. */
function settle(): void {
  if (address === undefined || isLeaving) return;
  const count = countEntries();
  if (count > layers.length) {
    isLeaving = true;
    window.history.go(layers.length - count);
  }
  for (let entry = count + 1; entry <= layers.length; entry += 1) {
    const state = { ...window.history.state, layers: entry };
    // Not by the history's own method, by which wouter tells of another page.
    History.prototype.pushState.call(window.history, state, '');
  }
}
