import type { Article } from '../../model/Article.ts';

/** Gives the hosts, each once, that an article and its row in the lists show pictures from. */
export function listPictureHosts({ images, leadImage }: Article): string[] {
  const hosts = new Set<string>();
  for (const { src } of leadImage ? [...images, leadImage] : images) {
    // Addresses are normalized: https, and a slash behind the host. The others are pictures of the archive's own.
    const host = /^https:\/\/([^/]+)\//.exec(src)?.[1];
    if (host !== undefined) hosts.add(host);
  }
  return [...hosts];
}
