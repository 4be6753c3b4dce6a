import type { Language } from '../command/Message.ts';

/** What a recipe has to know of a site and of this machine. */
export interface HostFacts {
  language: Language;
  /** Path of the site on its host, percent-encoded as in addresses: `/`, `/news/`, `/%E6%96%B0%E9%97%BB/`. */
  base: string;
  /** The same path in letters, as servers compare it and folders are named: `/新闻/`. */
  path: string;
  /** Host name of the site; `example.org` where it is not known. */
  host: string;
  isHostKnown: boolean;
  isHttps: boolean;
  /** Port that the site's address names, or undefined where it is that of the protocol. */
  port: string | undefined;
  /** The project's folder, `/` between names. */
  project: string;
  /** The build's output folder, absolute. */
  output: string;
  /** Where the site goes, as the owner named it: a server's folder, a remote. */
  target: string | undefined;
  /** The content folder, absolute. */
  content: string;
  /** Whether `.gz` and `.br` files stand beside the others. */
  isCompressed: boolean;
  /** The folder of the program that runs now; cron has a short PATH. */
  nodeFolder: string;
  /** `owner/name` of the project on GitHub, or undefined where it has come from elsewhere. */
  repository: string | undefined;
}

/** Builds the text of one host's recipe. */
export type BuildRecipe = (facts: HostFacts) => string;
