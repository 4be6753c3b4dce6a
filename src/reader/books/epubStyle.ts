/** How a book looks. Fonts, sizes and margins are the reading device's; what stands here says what things are. */
export function buildEpubStyle(isVertical: boolean): string {
  const direction = isVertical
    ? 'html{writing-mode:vertical-rl;-webkit-writing-mode:vertical-rl;-epub-writing-mode:vertical-rl}\n' +
      '.upright{text-combine-upright:all;-webkit-text-combine:horizontal;-epub-text-combine:horizontal}\n' +
      // A share of the width means nothing where lines run downwards.
      'img{max-width:90vw}\n' +
      'pre,table{writing-mode:horizontal-tb;-webkit-writing-mode:horizontal-tb;-epub-writing-mode:horizontal-tb}\n'
    : '';
  return `body{line-height:1.8;text-align:justify}
h1,h2,h3,h4{line-height:1.4;text-align:start;text-indent:0;font-weight:bold}
h1{font-size:1.5em}h2{font-size:1.2em}h3,h4{font-size:1em}
p{margin-block:0 .6em;margin-inline:0;text-indent:2em}
li p,td p,th p,figure p,blockquote.quote p,.facts,.missing,.center,.right,.title-page p{text-indent:0}
.facts,.missing,figcaption,.category{font-size:.85em}
.facts,.missing,.category{color:#666}
.center{text-align:center}.right{text-align:end}.number{text-align:end;font-variant-numeric:tabular-nums}
.indent-1{padding-inline-start:1em}.indent-2{padding-inline-start:2em}
.indent-3{padding-inline-start:3em}.indent-4{padding-inline-start:4em}
figure{margin-block:1em;margin-inline:0;text-align:center;break-inside:avoid}
img{max-width:100%;max-height:90vh}
blockquote,aside{margin-block:.8em;margin-inline:1em 0;padding-inline-start:.8em;border-inline-start:2px solid #999}
table{border-collapse:collapse;font-size:.85em;text-align:start}
th,td{border:1px solid #999;padding:.2em .4em;vertical-align:top}
pre{white-space:pre-wrap;word-break:break-all;text-align:start;font-size:.85em}
mark{background:#fbeaa5;color:inherit}
.title-page{margin-block-start:15%;text-align:center}.title-page h1{text-align:center}
nav ol,.dates ul{padding-inline-start:1.2em;list-style:none}nav li,.dates li{text-align:start}
${direction}`;
}
