import type { Message } from '../command/Message.ts';
import type { SiteSettings } from '../site/SiteSettings.ts';

/** Tells what a site goes without as long as its address is not known: one line, or none. */
export function describeAddress({ url }: Pick<SiteSettings, 'url'>): Message[] {
  if (url !== undefined) return [];
  return [
    {
      zh: '还不知道网站的地址（site.yaml 的 url，或者 SITE_URL）：没有 sitemap.xml 和订阅源，页面没有规范网址和预览图。',
      en: 'The site’s address is not known (url in site.yaml, or SITE_URL): no sitemap, no feeds, no canonical addresses and no preview pictures.',
    },
  ];
}
