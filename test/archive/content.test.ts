import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/archive/content/decodeText.ts';
import { parseFrontMatter } from '../../src/archive/content/parseFrontMatter.ts';
import { splitFrontMatter } from '../../src/archive/content/splitFrontMatter.ts';

const encoder = new TextEncoder();

describe('decodeText', () => {
  test('UTF-8, with nothing to say', () => {
    expect(decodeText(encoder.encode('末班车 bus'))).toEqual({ text: '末班车 bus' });
    expect(decodeText(new Uint8Array())).toEqual({ text: '' });
  });

  test('UTF-16 by its mark', () => {
    const little = Uint8Array.from([0xff, 0xfe, 0x2b, 0x67]);
    const big = Uint8Array.from([0xfe, 0xff, 0x67, 0x2b]);
    expect(decodeText(little)).toEqual({ text: '末', note: { zh: '是 UTF-16', en: 'was UTF-16' } });
    expect(decodeText(big)).toEqual({ text: '末', note: { zh: '是 UTF-16', en: 'was UTF-16' } });
  });

  test('GB 18030, as old editors wrote it', () => {
    // 末班车推迟
    const words = [0xc4, 0xa9, 0xb0, 0xe0, 0xb3, 0xb5, 0xcd, 0xc6, 0xb3, 0xd9];
    const bytes = Uint8Array.from([...encoder.encode('---\ntitle: '), ...words, 0x0a, ...words]);
    expect(decodeText(bytes)).toEqual({
      text: '---\ntitle: 末班车推迟\n末班车推迟',
      note: {
        zh: '当作 GB 18030：不是 UTF-8，这是猜的',
        en: 'was taken for GB 18030: a guess, since it is not UTF-8',
      },
    });
  });

  // Node encodes neither of them: these are the bytes, and what they say.
  test.each([
    [
      '末班車推遲，市民等到了',
      'Big5',
      'a5 bd af 5a a8 ae b1 c0 bf f0 a1 41 a5 ab a5 c1 b5 a5 a8 ec a4 46',
    ],
    [
      '我们都在车站等了一个小时',
      'GB 18030',
      'ce d2 c3 c7 b6 bc d4 da b3 b5 d5 be b5 c8 c1 cb d2 bb b8 f6 d0 a1 ca b1',
    ],
    [
      'Le dernier bus a été retardé à la gare, où tous attendaient.',
      'Windows-1252',
      '4c 65 20 64 65 72 6e 69 65 72 20 62 75 73 20 61 20 e9 74 e9 20 72 65 74 61 72 64 e9 20 ' +
        'e0 20 6c 61 20 67 61 72 65 2c 20 6f f9 20 74 6f 75 73 20 61 74 74 65 6e 64 61 69 65 6e 74 2e',
    ],
  ])('%s: %s, which is a guess', (words, name, hex) => {
    const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
    expect(decodeText(bytes)).toMatchObject({
      text: words,
      note: { en: `was taken for ${name}: a guess, since it is not UTF-8` },
    });
  });

  test('the encoding that a page names is no guess', () => {
    const meta = encoder.encode(
      '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
    );
    const bytes = Uint8Array.from([...meta, 0xb3, 0xb5]);
    expect(decodeText(bytes)).toMatchObject({ note: { en: 'was GB 18030: as it says' } });
    expect(decodeText(bytes).text?.endsWith('车')).toBe(true);
  });

  test('UTF-16 without its mark', () => {
    const text = '---\ntitle: 末班车\n---\n<p>推迟了。</p>';
    const little = Buffer.from(text, 'utf16le');
    const note = {
      zh: '当作 UTF-16：没有字节序标记',
      en: 'was taken for UTF-16: there is no byte order mark',
    };
    expect(decodeText(little)).toEqual({ text, note });
    expect(decodeText(Buffer.from(little).swap16())).toEqual({ text, note });
  });

  test('single bad bytes are shown and counted', () => {
    const bytes = Uint8Array.from([
      ...encoder.encode('末班车'.repeat(20)),
      0xff,
      ...encoder.encode('站'),
    ]);
    const { text, note } = decodeText(bytes);
    expect(text).toBe(`${'末班车'.repeat(20)}\uFFFD站`);
    expect(note?.en).toMatch(/^1 bytes? /);
  });

  test('a picture that is named .md is no text', () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * 167 + (i >> 3)) % 256);
    const { text, note } = decodeText(bytes);
    expect(text).toBeUndefined();
    expect(note?.en).toMatch(/^is no text/);
  });
});

describe('splitFrontMatter', () => {
  const split = (text: string) => splitFrontMatter('a.md', text);

  test('a blank line may stand before it, and line numbers count it', () => {
    expect(split("\n---\ntitle: 't'\n---\n\n<p>x</p>")).toEqual({
      value: { header: "title: 't'\n", headerLine: 3, format: 'YAML', body: '\n<p>x</p>' },
      problems: [],
    });
    expect(split('---\na: 1\n---').value).toEqual({
      header: 'a: 1\n',
      headerLine: 2,
      format: 'YAML',
      body: '',
    });
  });

  test('byte order mark and Windows line ends', () => {
    expect(split('\uFEFF---\r\na: 1\r\n---\r\n<p>x</p>\r\n').value).toEqual({
      header: 'a: 1\n',
      headerLine: 2,
      format: 'YAML',
      body: '<p>x</p>\n',
    });
  });

  test('a rule in the body ends nothing', () => {
    expect(split('---\na: 1\n---\nx\n---\ny').value.body).toBe('x\n---\ny');
  });

  test('four dashes or dashes behind text are no border', () => {
    expect(split('----\na: 1\n---\n').problems).toHaveLength(1);
    expect(split('---\na: --- b\n---\nx').value).toMatchObject({ header: 'a: --- b\n', body: 'x' });
  });

  test('none: all is body', () => {
    const { value, problems } = split('<p>x</p>');
    expect(value).toEqual({ header: '', headerLine: 1, format: 'YAML', body: '<p>x</p>' });
    expect(problems).toMatchObject([{ path: 'a.md', line: 1, outcome: 'repaired' }]);
  });

  test('without its end it is as long as its lines look like it', () => {
    const { value, problems } = split("\n---\ntitle: 't'\nlist:\n - a\n\n<p>x: y</p>\n");
    expect(value.header).toContain(' - a');
    expect(value.body).toBe('<p>x: y</p>\n');
    expect(problems).toMatchObject([{ line: 2, outcome: 'repaired' }]);
  });
});

describe('parseFrontMatter', () => {
  const parse = (header: string) =>
    parseFrontMatter('a.md', { header, headerLine: 3, format: 'YAML' });

  test('text stays text', () => {
    const { value, problems } = parse("n: 007\nyes: no\nd: 2022-05-20\nnull: ~\nl: [1, 'b']\ne:\n");
    expect({ ...value }).toEqual({
      n: '007',
      yes: 'no',
      d: '2022-05-20',
      null: '~',
      l: ['1', 'b'],
      e: '',
    });
    expect(problems).toEqual([]);
  });

  test('no key reaches the prototype', () => {
    const { value } = parse("__proto__:\n - polluted\ntitle: 't'\n");
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(({} as Record<string, unknown>)[0]).toBeUndefined();
    expect(value.title).toBe('t');
  });

  test('the report names the line of the file', () => {
    const { problems } = parse("a: 'x'\ntitle: 'it's'\nb: 1\n");
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path: 'a.md', line: 4, outcome: 'repaired' });
  });

  test('an exponential header takes no time', () => {
    const lines = ['a0: &a0 [x]'];
    for (let i = 1; i < 60; i++) lines.push(`a${i}: &a${i} [*a${i - 1},*a${i - 1}]`);
    const start = performance.now();
    expect(parse(`${lines.join('\n')}\ntitle: 't'\n`).value.title).toBe('t');
    expect(performance.now() - start).toBeLessThan(500);
  });
});
