/** What is used of jsdom, which comes without types: a parser of XML that is as strict as a browser's. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: { DOMParser: typeof DOMParser };
  }
}
