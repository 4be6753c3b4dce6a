import { countCrc } from './countCrc.ts';

/** One file of a zip. */
export interface ZipEntry {
  /** With `/` between folders. */
  name: string;
  content: string | Blob;
  /** It goes in as it is: pictures are packed already, and EPUB wants its first file so. */
  isStored: boolean;
}

/** Writes a zip, file by file. */
export interface ZipWriter {
  /** Adds a file. Throws RangeError where the zip would be larger than its format can say. */
  add(entry: ZipEntry): Promise<void>;
  /** Returns the zip. Nothing can be added then. */
  finish(): Blob;
}

/** Bytes that are kept in memory; what is more goes into a Blob, which browsers may keep on disk. */
const FOLD = 4 * 1024 * 1024;
/** The format's limits without its extension for larger files (APPNOTE 4.4). */
const MAX_FILES = 0xffff;
const MAX_BYTES = 0xffffffff;

/**
 * Creates a writer of a zip (PKWARE's APPNOTE 6.3). Each file's size and checksum stand before its bytes, since some
 * reading devices go through a book from its start; that is why each file is packed as a whole, and one at a time.
 * `now`: the time all files get.
 */
export function createZip(now: Date): ZipWriter {
  const folded: Blob[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let recent: BlobPart[] = [];
  let recentBytes = 0;
  let length = 0;

  function write(part: BlobPart, size: number) {
    recent.push(part);
    length += size;
    recentBytes += size;
    if (recentBytes < FOLD) return;
    folded.push(new Blob(recent));
    recent = [];
    recentBytes = 0;
  }

  return {
    async add({ name, content, isStored }) {
      const bytes = await readBytes(content);
      const packed = isStored ? undefined : await packBytes(bytes);
      const data = packed && packed.length < bytes.length ? packed : bytes;
      const path = new TextEncoder().encode(name);
      const isTooMuch = length + data.length + path.length + 30 > MAX_BYTES;
      if (isTooMuch || directory.length === MAX_FILES) throw new RangeError('zip is too large');
      const facts = buildFacts(now, bytes, data, path.length);
      const [first, entry] = [new Uint8Array(30 + path.length), new Uint8Array(46 + path.length)];
      first.set([0x50, 0x4b, 3, 4]);
      first.set(facts, 4);
      first.set(path, 30);
      entry.set([0x50, 0x4b, 1, 2, 20, 0]);
      entry.set(facts, 6);
      new DataView(entry.buffer).setUint32(42, length, true);
      entry.set(path, 46);
      directory.push(entry);
      write(first, first.length);
      // A picture stays where the browser keeps it.
      write(data === bytes && content instanceof Blob ? content : data, data.length);
    },
    finish() {
      const size = directory.reduce((sum, entry) => sum + entry.length, 0);
      const end = new DataView(new ArrayBuffer(22));
      end.setUint32(0, 0x06054b50, true);
      end.setUint16(8, directory.length, true);
      end.setUint16(10, directory.length, true);
      end.setUint32(12, size, true);
      end.setUint32(16, length, true);
      return new Blob([...folded, ...recent, ...directory, end.buffer]);
    },
  };
}

/** What a file's head and its entry in the directory say alike: 26 bytes from the version that is needed on. */
function buildFacts(
  now: Date,
  bytes: Uint8Array,
  data: Uint8Array,
  nameLength: number,
): Uint8Array {
  const view = new DataView(new ArrayBuffer(26));
  view.setUint16(0, 20, true); // 2.0: folders, packed files
  view.setUint16(2, 0x0800, true); // names are UTF-8
  view.setUint16(4, data === bytes ? 0 : 8, true);
  view.setUint16(
    6,
    (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1),
    true,
  );
  const year = Math.max(0, now.getFullYear() - 1980);
  view.setUint16(8, (year << 9) | ((now.getMonth() + 1) << 5) | now.getDate(), true);
  view.setUint32(10, countCrc(bytes), true);
  view.setUint32(14, data.length, true);
  view.setUint32(18, bytes.length, true);
  view.setUint16(22, nameLength, true);
  return new Uint8Array(view.buffer);
}

async function readBytes(content: string | Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return new Uint8Array(await content.arrayBuffer());
}

/** Packs bytes; undefined in browsers that have nothing for it (Safari before 16.4). */
async function packBytes(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (typeof CompressionStream === 'undefined') return undefined;
  const stream = new CompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const packed = await new Response(stream.readable).arrayBuffer();
  await written;
  return new Uint8Array(packed);
}
