import { ExpectedError } from '../command/Message.ts';
import type { StandingOutput } from './StandingOutput.ts';

/** What a build is about to publish. */
export interface Counted {
  /** How many articles. */
  published: number;
  /** Whether an id leads to one of them, under whatever name. */
  isKept(id: string): boolean;
}

const ALLOW = 'npm run build -- --allow-shrink';

/**
 * Throws ExpectedError where no article is published, fewer than half as many as stand there, or fewer than half of
 * those; `isAllowed` says that this is meant.
 */
export function checkShrink(
  standing: StandingOutput,
  { published, isKept }: Counted,
  isAllowed: boolean,
): void {
  if (isAllowed) return;
  const before = standing.countArticles();
  const stays =
    before > 0
      ? { zh: '原来的网站没有动。', en: ' The site that stands there was not touched.' }
      : { zh: '', en: '' };
  if (published === 0) {
    throw new ExpectedError({
      zh: `没有一篇文章可以发布，${stays.zh}看看 CONTENT_DIR 是不是写对了、磁盘有没有挂上；确实要发布空的网站，运行 ${ALLOW}`,
      en: `There is no article to publish.${stays.en} See whether CONTENT_DIR is right and its disk is mounted; to publish an empty site, run ${ALLOW}`,
    });
  }
  const ids = before > 0 ? standing.listIds() : [];
  const kept = ids.filter(isKept).length;
  if (published * 2 >= before && kept * 2 < ids.length) {
    throw new ExpectedError({
      zh: `原来的网站的 ${ids.length} 篇文章，这次只有 ${kept} 篇还在，${stays.zh}看看 CONTENT_DIR 和 .env 是不是还在、写得对不对；确实要换成另一个存档，运行 ${ALLOW}`,
      en: `Only ${kept} of the ${ids.length} articles that are published are among these ${published}.${stays.en} See whether CONTENT_DIR and .env are there and right; to publish another archive in its place, run ${ALLOW}`,
    });
  }
  if (published * 2 >= before) return;
  throw new ExpectedError({
    zh: `这次只有 ${published} 篇文章，原来的网站有 ${before} 篇，少了一半以上，${stays.zh}确实如此，运行 ${ALLOW}`,
    en: `There are ${published} articles, less than half of the ${before} that are published.${stays.en} If that is meant, run ${ALLOW}`,
  });
}
