/** What parts a credit from the words before it. */
const EDGE = String.raw`(?:^|[\s，,。、；;（(/／|｜丨:：])`;
const PART = String.raw`[^\s，,。、；;（(/／|｜丨:：]`;

/** Somebody made it: `…（记者丁伟摄）`, `…周頔 摄`, `…公安供图`. 拍摄 is a verb. */
const MAKER = new RegExp(
  `${EDGE}${PART}{0,13}(?:[^拍\\s]\\s*摄|\\s+摄影|(?:记者|通讯员)${PART}{2,4}摄影|供图|制图|绘图|图片?\\s*${PART}{2,12}提供|公安提供)[)）]?$`,
  'u',
);
/** Somebody published it: `…，极目新闻图`, `…（视频截图）`, `…资料图`. Not 路线图, 宏图, 拼图. */
const PUBLISHER = new RegExp(
  `${EDGE}${PART}{0,12}(?:报|网|社|新闻|发布|视觉|客户端|微博|资料|视频截|截|供|配)图片?[)）]?$`,
  'u',
);

/** Tells whether a text closes with the credit of a picture. */
export function isPictureCredit(text: string): boolean {
  return MAKER.test(text) || PUBLISHER.test(text);
}

/** Openings that only captions have. Each needs its border: 图片来源于网络的说法 is a sentence. */
const OPENING = new RegExp(
  [
    '^[▲△↑▼]',
    '^[（(]?资料(?:图片?|照片)(?:[：:）)（(，,。\\s]|$)',
    '^[（(]?图片?\\s*[:：|｜丨]',
    '^[（(]?(?:图片|动图|照片|视频|数据|资料)来源\\s*[:：|｜丨]',
    '^图为',
    '^图[自源](?:[\\s:：]|[^，,。；;]{2,16}$)',
    '^图\\s*[/／]',
    '^(?:摄影|供图|制图)\\s*[:：/|]',
    '^视频截图(?:$|[:：|（(/])',
    '^[上左右]图(?:[为系:：，,]|中)',
    '^来源\\s*[:：|｜丨]\\s*(?:微博|网络|视频|截图|图虫|视觉中国)',
  ].join('|'),
  'u',
);

/** Tells whether a text opens as only a caption does. */
export function isCaptionOpening(text: string): boolean {
  return OPENING.test(text);
}
