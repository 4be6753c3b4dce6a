/**
 * A picture of an article. `src` is an absolute https address, or an archive path (`archive/images/…`) for a picture
 * that was published with the article.
 */
export interface ArticleImage {
  src: string;
  /** Pixels, where the address or the file tells them. */
  width?: number;
  height?: number;
  caption?: string;
}

/**
 * A company that the original site's keyword matcher linked. The matcher is blind to context, so this is a hint and
 * never part of the text.
 */
export interface Stock {
  /** Market prefix and number, e.g. `sh601899`. */
  code: string;
  name?: string;
}

/** What a list needs to know of an article. */
export interface ArticleSummary {
  /** 12 characters of base32; see `src/archive/article/articleId.ts`. */
  id: string;
  title: string;
  /** Set when the content file had no title and `title` is the body's first words. */
  isTitleMissing?: true;
  /** UTC, `2022-05-20T05:10:02Z`; absent when the date is unknown. */
  publishedAt?: string;
  /** Set when only the Beijing day is known, with which `publishedAt` begins. */
  isDayOnly?: true;
  /** Path of the leaf category, names joined by `/`. */
  category: string;
  /** Paths of further categories that it stands in. */
  otherCategories?: string[];
  /** The publication's name as the content file gives it, e.g. `新浪财经`; may be empty. */
  source: string;
  /** A true picture of the article, never a promotion or a placeholder. */
  leadImage?: ArticleImage;
  /** The first sentences of the body, plain text, at most 100 characters. */
  excerpt: string;
  imageCount: number;
  /** Characters of the body without white space. */
  characterCount: number;
  /** In lists only: ids that it had before its file was moved or renamed. */
  formerIds?: string[];
}

/** What stands at the address of an article whose file was moved or renamed: its id now. */
export interface MovedArticle {
  movedTo: string;
}

/** One article, as stored in `archive/articles/<id>.json`. */
export interface Article extends ArticleSummary {
  /** Clean HTML of the body. The reader sanitizes it all the same. */
  html: string;
  /** The title the first publisher gave it, where it truly differs. */
  originalTitle?: string;
  editor?: string;
  reporter?: string;
  /** The credit as printed, without the word 来源, e.g. `九派新闻、新华每日电讯`. */
  sourceLine?: string;
  /** Absolute http(s) address of the original. */
  link?: string;
  /** Each once, in the file's order; absent where there is none. */
  tags?: string[];
  /** UTC; when the writer says that it was changed last. */
  updatedAt?: string;
  stocks: Stock[];
  images: ArticleImage[];
  /** The original page had a video that the archive does not hold. */
  hasMissingVideo: boolean;
}
