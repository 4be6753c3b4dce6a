import { ExpectedError } from '../command/Message.ts';
import type { StandingOutput } from './StandingOutput.ts';

/**
 * Throws ExpectedError where no article is published, or fewer than half of what stands there; `isAllowed` says that
 * this is meant.
 */
export function checkShrink(standing: StandingOutput, published: number, isAllowed: boolean): void {
  if (isAllowed) return;
  const before = standing.countArticles();
  const stays =
    before > 0
      ? { zh: '原来的网站没有动。', en: ' The site that stands there was not touched.' }
      : { zh: '', en: '' };
  if (published === 0) {
    throw new ExpectedError({
      zh: `没有一篇文章可以发布，${stays.zh}看看 CONTENT_DIR 是不是写对了、磁盘有没有挂上；确实要发布空的网站，加上 --allow-shrink。`,
      en: `There is no article to publish.${stays.en} See whether CONTENT_DIR is right and its disk is mounted; to publish an empty site, add --allow-shrink.`,
    });
  }
  if (published * 2 >= before) return;
  throw new ExpectedError({
    zh: `这次只有 ${published} 篇文章，原来的网站有 ${before} 篇，少了一半以上，${stays.zh}确实如此，加上 --allow-shrink。`,
    en: `There are ${published} articles, less than half of the ${before} that are published.${stays.en} If that is meant, add --allow-shrink.`,
  });
}
