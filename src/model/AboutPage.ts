/** `archive/about.json`: what the owner says of the site. */
export interface AboutPage {
  title: string;
  /** Clean HTML, as that of articles. The reader sanitizes it all the same. */
  html: string;
}
