import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, ask } from './ask.ts';
import { type AddressKind, type Limits, listAddresses } from './listAddresses.ts';

/** What was asked, and what was not as it should be. */
export interface Findings {
  passed: number;
  faults: string[];
}

/** By what a browser accepts, the encoding that is to come; undefined: none. */
export type Encodings = Partial<Record<'gzip, br' | 'gzip' | 'identity', string | undefined>>;

type Say = (isRight: boolean, fault: string) => void;

/** Below this size nothing has to be compressed. */
const SMALL = 2048;

/**
 * Asks a host for every kind of address of a site, in each encoding, and compares status, type, headers and content.
 * `url`: the first page's. `folder`: the site that it should serve.
 */
export async function checkHost(
  url: string,
  folder: string,
  encodings: Encodings,
  limits: Limits = {},
): Promise<Findings> {
  const findings: Findings = { passed: 0, faults: [] };
  const begin =
    (name: string): Say =>
    (isRight, fault) => {
      if (isRight) findings.passed++;
      else findings.faults.push(`${name}: ${fault}`);
    };
  for (const [accepted, encoding] of Object.entries(encodings)) {
    for (const kind of listAddresses(folder, limits)) {
      const say = begin(`/${kind.address} (${accepted})`);
      const headers = { 'accept-encoding': accepted };
      const answer = await ask(url + kind.address, headers);
      checkAnswer(answer, kind, folder, say);
      if (!limits.hasNoPolicy) checkPolicy(answer, kind, say);
      if (kind.file) checkEncoding(answer, chooseEncoding(kind, encoding, limits), limits, say);
      if (answer.status !== 200) continue;
      const again = await ask(url + kind.address, { ...headers, ...readValidators(answer) });
      say(again.status === 304, `asked whether it has changed: ${again.status}, not 304`);
    }
  }
  if (new URL(url).pathname !== '/' && !limits.hasOneErrorPage) {
    const say = begin('the path without its slash');
    const { status, headers } = await ask(url.slice(0, -1));
    say(status === 301, `${status}, not 301`);
    say(new URL(headers.location ?? '/nowhere', url).href === url, `leads to ${headers.location}`);
  }
  return findings;
}

function checkAnswer(answer: Answer, kind: AddressKind, folder: string, say: Say): void {
  const { status, headers, body } = answer;
  say(status === kind.status, `${status}, not ${kind.status}`);
  say(headers.location === undefined, `leads to ${headers.location}`);
  say(kind.type.test(headers['content-type'] ?? ''), `type ${headers['content-type']}`);
  say(kind.cache.test(headers['cache-control'] ?? ''), `cache ${headers['cache-control']}`);
  if (kind.file) {
    const isSame = body.equals(readFileSync(join(folder, kind.file)));
    say(isSame, `not the content of ${kind.file}`);
  } else {
    say(body.length < SMALL, `a whole page (${body.length} bytes) for a file that is missing`);
  }
}

/** Pictures of hosts that no header names have to be seen, and the worker has to fetch them. */
function checkPolicy({ headers }: Answer, kind: AddressKind, say: Say): void {
  const policy = String(headers['content-security-policy'] ?? '');
  say(!policy.includes('img-src'), 'a header that names the hosts of pictures');
  say(headers['x-content-type-options'] === 'nosniff', 'no X-Content-Type-Options');
  if (kind.file === 'sw.js') {
    say(policy.includes("default-src 'none'"), `policy of the worker: ${policy}`);
    say(policy.includes("connect-src 'self' https:"), `policy of the worker: ${policy}`);
    say(!policy.includes('frame-ancestors'), 'a page’s policy for the worker, too');
  } else if (kind.file) {
    say(policy.includes("frame-ancestors 'none'"), 'no policy');
    say(headers['referrer-policy'] === 'no-referrer', 'no Referrer-Policy');
  }
}

/** A store that has one encoding of each file has none of its error page: not all of them would tell it. */
function chooseEncoding(kind: AddressKind, wanted: string | undefined, limits: Limits) {
  return limits.hasOneEncoding && kind.file === '404.html' ? undefined : wanted;
}

function checkEncoding(answer: Answer, wanted: string | undefined, limits: Limits, say: Say): void {
  const { headers, body, sent } = answer;
  const encoding = headers['content-encoding'];
  const isPicture = /^image\/(?!svg)/.test(headers['content-type'] ?? '');
  if (isPicture || !wanted) say(!encoding, `encoding ${encoding}, not none`);
  if (isPicture || !wanted || body.length < SMALL) return;
  say(encoding === wanted, `encoding ${encoding}, not ${wanted}`);
  say(sent.length < body.length, 'not smaller by its encoding');
  if (limits.hasOneEncoding) return;
  say(/accept-encoding/i.test(String(headers.vary)), 'no Vary: Accept-Encoding');
}

function readValidators({ headers }: Answer): Record<string, string> {
  const { etag, 'last-modified': date } = headers;
  return {
    ...(etag && { 'if-none-match': etag }),
    ...(date && { 'if-modified-since': date }),
  };
}
