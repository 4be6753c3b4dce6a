/** What the build draws the pages of articles with; bundled for Node by `archive/app/bundleDrawing.ts`. */
export { ArticleDrawer } from './drawn/drawArticle.tsx';
export { MODEL_FACTS, MODEL_HTML } from './drawn/modelArticle.ts';
