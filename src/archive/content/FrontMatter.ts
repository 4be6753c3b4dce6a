/** A text, or a list of texts and of lists of them, as Hexo has them for several categories. */
export type Field = string | (string | string[])[];

/** Front matter as data, its keys in lower case. */
export type FrontMatter = Record<string, Field>;
