import type { Copies } from '../copies/copies.ts';

const { locks } = navigator as Partial<Navigator>;

/**
 * Lets the other tabs of this site know that a removal can still be taken back in this one: a start must not take its
 * copies out. Returns what ends that; it ends with the page, too.
 */
export function holdRemovalLock({ name }: Pick<Copies, 'name'>): () => void {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  void locks?.request(buildName(name), { mode: 'shared' }, () => held);
  return release;
}

/** Whether a removal can still be taken back in any tab. */
export async function isRemovalHeld({ name }: Pick<Copies, 'name'>): Promise<boolean> {
  const { held = [] } = (await locks?.query()) ?? {};
  return held.some((lock) => lock.name === buildName(name));
}

function buildName(name: string): string {
  return `${name} removals`;
}
