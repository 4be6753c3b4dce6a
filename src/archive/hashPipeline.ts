import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Gives a fingerprint of everything that decides what an article becomes: the pipeline's code and its libraries' versions. */
export function hashPipeline(root: string): string {
  const hash = createHash('sha1').update(process.version);
  for (const folder of ['src/archive', 'src/model']) {
    const names = readdirSync(join(root, folder), { recursive: true }) as string[];
    for (const name of names.filter((each) => each.endsWith('.ts')).sort()) {
      hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('base64url');
}
