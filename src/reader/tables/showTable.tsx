import { createRoot } from 'react-dom/client';
import { TableDialog } from './TableDialog.tsx';

/** Shows a copy of a table over the whole window; the article stays as it is. `box`: what the table stands in. */
export function showTable(box: HTMLElement): void {
  const table = box.querySelector('table');
  if (!table) return;
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  const name = box.getAttribute('aria-label') ?? '';
  function remove() {
    root.unmount();
    host.remove();
  }
  root.render(<TableDialog table={table} name={name} onClose={remove} />);
}
