import { crc32 as findCrc, inflateRawSync } from 'node:zlib';

/** A file of a zip, as its own head tells it. */
export interface ZipFile {
  name: string;
  content: Buffer;
  isStored: boolean;
}

const HEAD = 0x04034b50;

/**
 * Reads a zip from its start, as devices do that don't look at its end: every size has to stand before its bytes.
 * Throws where the directory at the end tells anything else.
 */
export function readZip(bytes: Buffer): ZipFile[] {
  const files: ZipFile[] = [];
  const heads: number[] = [];
  let at = 0;
  while (bytes.readUInt32LE(at) === HEAD) {
    heads.push(at);
    if (bytes.readUInt16LE(at + 6) !== 0x0800) throw new Error('sizes behind the bytes');
    const isStored = bytes.readUInt16LE(at + 8) === 0;
    const [packed, size] = [bytes.readUInt32LE(at + 18), bytes.readUInt32LE(at + 22)];
    const [nameLength, extra] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const start = at + 30 + nameLength + extra;
    const name = bytes.toString('utf8', at + 30, at + 30 + nameLength);
    const data = bytes.subarray(start, start + packed);
    const content = isStored ? data : inflateRawSync(data);
    if (content.length !== size) throw new Error(`${name} has another size`);
    if (findCrc(content) !== bytes.readUInt32LE(at + 14)) throw new Error(`${name} is damaged`);
    files.push({ name, content, isStored });
    at = start + packed;
  }
  const entries = readDirectory(bytes, at);
  const isSame = entries.every(
    ({ name, offset }, index) => name === files[index]?.name && offset === heads[index],
  );
  if (!isSame || entries.length !== files.length) throw new Error('the directory differs');
  return files;
}

function readDirectory(bytes: Buffer, start: number): { name: string; offset: number }[] {
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== 0x06054b50) throw new Error('no end');
  if (bytes.readUInt32LE(end + 16) !== start) throw new Error('the directory stands elsewhere');
  const entries: { name: string; offset: number }[] = [];
  let at = start;
  while (at < end) {
    const length = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    entries.push({ name, offset: bytes.readUInt32LE(at + 42) });
    at += 46 + length;
  }
  if (bytes.readUInt16LE(end + 10) !== entries.length) throw new Error('a wrong count');
  return entries;
}
