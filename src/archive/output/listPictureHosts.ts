import type { Article } from '../../model/Article.ts';

/** Films, sounds and the pictures before them, as `html/writeHtml.ts` writes their addresses. */
const MEDIA = /<(?:video|audio) [^>]*>/g;
const MEDIA_ADDRESS = / (?:src|poster)="(https:[^"]*)"/g;

/** Returns the hosts, each once, that an article and its row in the lists show pictures or play films from. */
export function listPictureHosts({ images, leadImage, html }: Article): string[] {
  const hosts = new Set<string>();
  const pictures = (leadImage ? [...images, leadImage] : images).map(({ src }) => src);
  for (const src of [...pictures, ...listMedia(html)]) {
    // Addresses are normalized: https, and a slash behind the host. The others are pictures of the archive's own.
    const host = /^https:\/\/([^/]+)\//.exec(src)?.[1];
    if (host !== undefined) hosts.add(host);
  }
  return [...hosts];
}

function listMedia(html: string): string[] {
  return (html.match(MEDIA) ?? []).flatMap((tag) =>
    [...tag.matchAll(MEDIA_ADDRESS)].map(([, address = '']) => address),
  );
}
