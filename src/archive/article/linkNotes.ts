import { type Block, listBlocks, listRuns, type Run } from '../html/blocks.ts';

/**
 * Joins links within an article with the places that they lead to, under ids of our own: those of the body could be
 * anything. A link that leads nowhere leaves its words.
 */
export function linkNotes(blocks: readonly Block[]): void {
  const runs = listBlocks(blocks).flatMap((block) => listRuns(block).flat());
  const places = new Map<string, string>();
  const wanted = new Set(runs.map(({ href }) => href).filter((href) => href?.startsWith('#')));
  let count = 0;
  for (const run of runs) {
    const own = (run.ids ?? []).filter((id) => wanted.has(`#${id}`) && !places.has(id));
    delete run.ids;
    if (own.length === 0) continue;
    count++;
    for (const id of own) places.set(id, `note-${count}`);
    run.ids = [`note-${count}`];
  }
  for (const run of runs) if (run.href?.startsWith('#')) leadOn(run, places);
}

function leadOn(run: Run, places: ReadonlyMap<string, string>): void {
  const id = places.get(run.href?.slice(1) ?? '');
  if (id === undefined) delete run.href;
  else run.href = `#${id}`;
}
