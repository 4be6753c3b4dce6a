/**
 * Runs in the page: does with everything on it what a reader could do, and more. Each element gets the focus and all
 * events that have handlers; links and buttons are clicked; what can be opened is opened.
 */
export async function pokePage(patience: number): Promise<void> {
  const EVENTS =
    `focus focusin blur mouseover mouseenter mousemove mouseout mousedown mouseup click dblclick auxclick
    contextmenu wheel scroll pointerover pointerdown pointerup touchstart touchend input change invalid submit reset
    keydown keypress keyup copy cut paste drag dragstart drop toggle beforetoggle animationstart animationend
    transitionend load error loadstart canplay begin end repeat message`.split(/\s+/);
  // Links and forms that lead elsewhere are left; only an address that is a script is followed.
  const stay = (event: Event) => {
    const target = event.target as Element;
    const address =
      target.closest?.('a, area')?.getAttribute('href') ??
      target.closest?.('a')?.getAttribute('xlink:href') ??
      (target as HTMLFormElement).action ??
      '';
    if (!/^[\0-\x20]*j\s*a\s*v\s*a\s*s/i.test(String(address))) event.preventDefault();
  };
  // Once in a page, and for good: the mouse clicks, too.
  if (!document.documentElement.hasAttribute('data-poked')) {
    document.documentElement.setAttribute('data-poked', '');
    window.addEventListener('submit', stay, true);
    window.addEventListener('click', stay, true);
  }
  const roots = document.querySelectorAll('.article-body, .article-head, .article-foot');
  for (const root of roots) {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element instanceof HTMLDetailsElement) element.open = true;
      element.scrollIntoView?.();
      element.focus?.();
      for (const name of EVENTS) element.dispatchEvent(new Event(name, { bubbles: false }));
      if (element.matches('a, area, button, input, summary, label, form *, svg *')) {
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
      if (element instanceof HTMLFormElement && element.action.startsWith('javascript:')) {
        element.submit();
      }
    }
  }
  await new Promise((done) => setTimeout(done, patience));
}
