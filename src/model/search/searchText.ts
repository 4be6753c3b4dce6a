import type { Article, Stock } from '../Article.ts';
import type { TextFolder } from '../foldText.ts';
import { readParagraphs } from '../readParagraphs.ts';
import { PARAGRAPH_END } from './grams.ts';

/** What of one article can be searched. */
export interface SearchText {
  /** Folded, with an end of paragraph. */
  title: string;
  /** The same of each paragraph, and of each tag behind them: no hit crosses from one into another. */
  body: string;
  /** Codes with and without their market, and names, folded. */
  stocks: string[];
  stockNames: [name: string, code: string][];
  /** Folded, each once. */
  tags: string[];
}

/** Gives what of an article can be searched. */
export function readSearchText(
  article: Pick<Article, 'title' | 'html' | 'tags' | 'stocks'>,
  folder: TextFolder,
): SearchText {
  const stocks = article.stocks.map((stock) => foldStock(stock, folder));
  return {
    title: folder.fold(article.title) + PARAGRAPH_END,
    body: [...readParagraphs(article.html), ...(article.tags ?? [])]
      .map((paragraph) => folder.fold(paragraph) + PARAGRAPH_END)
      .join(''),
    stocks: [...new Set(stocks.flatMap(({ code, number, name }) => [code, number, name]))].filter(
      (term) => term !== '',
    ),
    tags: [...new Set((article.tags ?? []).map((tag) => folder.fold(tag)))],
    stockNames: stocks.filter(({ name }) => name !== '').map(({ name, code }) => [name, code]),
  };
}

function foldStock({ code, name }: Stock, folder: TextFolder) {
  return {
    code: folder.fold(code),
    number: folder.fold(code.replace(/^\D+/, '')),
    name: folder.fold(name ?? ''),
  };
}
