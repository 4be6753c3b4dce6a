import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Block } from './indexBlock.ts';

/** Bytes that are read at once; parts are asked for one behind the other. */
const WINDOW = 1 << 18;

/** A block's file, of which one part after the other is read. */
export class StoredBlock {
  readonly head: Omit<Block, 'bytes'>;
  private readonly file: number;
  private window = new Uint8Array(0);
  private from = 0;

  constructor(path: string) {
    this.head = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Omit<Block, 'bytes'>;
    this.file = openSync(path, 'r');
  }

  /** Gives the part of a shard, valid until the next is read. */
  read(shard: number): Uint8Array {
    const [from, to] = [this.head.offsets[shard] as number, this.head.offsets[shard + 1] as number];
    if (from < this.from || to > this.from + this.window.length) {
      const size = Math.max(to - from, WINDOW);
      if (this.window.length !== size) this.window = new Uint8Array(size);
      readSync(this.file, this.window, 0, size, from);
      this.from = from;
    }
    return this.window.subarray(from - this.from, to - this.from);
  }

  close(): void {
    closeSync(this.file);
  }
}

/**
 * Keeps blocks on disk, from one build to the next where the folder is the cache's. A block's name says what it was
 * made from.
 */
export class BlockStore {
  private readonly used = new Set<string>();
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  has(name: string): boolean {
    this.used.add(name).add(`${name}.json`);
    return existsSync(join(this.folder, name)) && existsSync(join(this.folder, `${name}.json`));
  }

  put(name: string, { bytes, ...head }: Block): void {
    this.write(`${name}.json`, JSON.stringify(head));
    this.write(name, bytes);
  }

  open(name: string): StoredBlock {
    return new StoredBlock(join(this.folder, name));
  }

  /** Gives the value of that name; `make` makes it where it is not there. */
  obtainJson<T>(name: string, make: () => T): T {
    this.used.add(name);
    const path = join(this.folder, name);
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as T;
    const value = make();
    this.write(name, JSON.stringify(value));
    return value;
  }

  /** Gives the file of that name; `make` makes its content where it is not there. */
  obtainFile(name: string, make: () => Uint8Array): string {
    this.used.add(name);
    const file = join(this.folder, name);
    if (!existsSync(file)) this.write(name, make());
    return file;
  }

  /** A build that is killed leaves no half file under its name. */
  private write(name: string, data: string | Uint8Array): void {
    const partial = join(this.folder, `${name}.partial`);
    writeFileSync(partial, data);
    renameSync(partial, join(this.folder, name));
  }

  /** Removes the blocks that no article is in any more. */
  removeUnused(): void {
    for (const name of readdirSync(this.folder)) {
      if (!this.used.has(name)) rmSync(join(this.folder, name), { recursive: true, force: true });
    }
  }
}
