import { createHash } from 'node:crypto';
import type { Message } from '../command/Message.ts';
import type { SiteSettings } from './SiteSettings.ts';

/** What the scripts in the owner's head lines may do, as content policies name it. */
export interface HeadScripts {
  /** Hosts to load from and send to. */
  hosts: string[];
  /** `sha256-…` of each inline script. */
  hashes: string[];
}

type HeadSettings = Pick<SiteSettings, 'head' | 'headHosts'>;

/** Returns what the owner's scripts need, or undefined where the lines hold none. */
export function listHeadScripts({ head, headHosts }: HeadSettings): HeadScripts | undefined {
  const scripts = findScripts(head);
  if (scripts.length === 0) return undefined;
  const inline = scripts.filter(({ src }) => src === undefined);
  return { hosts: headHosts, hashes: inline.map(({ code }) => hashScript(code)) };
}

/** Returns what won't work: a script of a host that is not named, hosts without a script. */
export function describeHead({ head, headHosts }: HeadSettings): Message[] {
  const scripts = findScripts(head);
  if (scripts.length === 0 && headHosts.length > 0) {
    return [
      {
        zh: 'site.yaml 的 head_hosts 没有用到：head 里没有脚本。',
        en: 'head_hosts of site.yaml is not used: there is no script in head.',
      },
    ];
  }
  const hosts = scripts.flatMap(({ src = '' }) => {
    const address = src.startsWith('//') ? `https:${src}` : src;
    return URL.canParse(address) ? new URL(address).host : [];
  });
  return [...new Set(hosts)]
    .filter((host) => !headHosts.includes(host))
    .map((host) => ({
      zh: `head 里的脚本来自 ${host}，浏览器会拒绝；请把它写进 head_hosts。`,
      en: `A script in head comes from ${host}, which browsers will refuse; add it to head_hosts.`,
    }));
}

interface HeadScript {
  src: string | undefined;
  code: string;
}

/** Finds scripts that run; other types (`application/ld+json`) are data. */
function findScripts(head: readonly string[]): HeadScript[] {
  const elements = head.join('\n').matchAll(/<script\b([^<>]*)>([\s\S]*?)<\/script>/gi);
  return [...elements].flatMap(([, attributes = '', code = '']) => {
    const type = readAttribute(attributes, 'type') ?? '';
    const isRun =
      type === '' || /^(?:module|(?:text|application)\/(?:java|ecma)script)$/i.test(type);
    return isRun ? { src: readAttribute(attributes, 'src'), code } : [];
  });
}

function readAttribute(attributes: string, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  const match = pattern.exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** By CSP Level 3, 8.3: the hash of the text as it stands in the page. */
function hashScript(code: string): string {
  return `sha256-${createHash('sha256').update(code).digest('base64')}`;
}
