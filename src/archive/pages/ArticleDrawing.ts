import { createRequire } from 'node:module';
import type { PageFacts } from '../../model/PageFacts.ts';

/** The program that draws articles (`src/reader/articlePage.ts`), as it is seen from here. */
export interface ArticleDrawing {
  ArticleDrawer: new () => { draw(facts: PageFacts, html: string): string };
  /** An article with all that the style inside of a page dresses. */
  MODEL_FACTS: PageFacts;
  MODEL_HTML: string;
}

/** Loads the program. It asks nothing of a browser. */
export function loadArticleDrawing(program: string): ArticleDrawing {
  return createRequire(program)(program) as ArticleDrawing;
}
