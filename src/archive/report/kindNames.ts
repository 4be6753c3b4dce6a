import type { Message } from '../command/Message.ts';
import type { ProblemKind } from '../content/Problem.ts';

/** What each kind of problem says of a number of files, which stands before it. */
export const KIND_NAMES: Record<ProblemKind, Message> = {
  unreadable: { zh: '读不了', en: 'could not be read' },
  'no-text': { zh: '里面没有文字', en: 'held no text' },
  link: { zh: '是链接，没有跟过去', en: 'not read, being links' },
  'no-body': { zh: '没有正文也没有图片', en: 'held neither text nor a picture' },
  lost: { zh: '丢了一成以上的文字', en: 'lost more than a tenth of their text' },
  distrusted: {
    zh: '正文大半像是推广或隐藏内容，没有删',
    en: 'kept what a rule would have left out, since it was too much',
  },
  encoding: { zh: '编码不是 UTF-8', en: 'not in UTF-8' },
  picture: { zh: '有图片没能发布', en: 'with a picture that could not be published' },
  media: {
    zh: '有视频、音频或嵌入的内容没能收录',
    en: 'with a film, a sound or a frame that can’t be had',
  },
  markup: { zh: '有不认识的标签，照原样留着', en: 'with tags that are not known and stay as text' },
  'front-matter': {
    zh: 'front matter 写得不对，逐行读出来了',
    en: 'with a damaged front matter, read line by line',
  },
  'no-front-matter': { zh: '没有 front matter', en: 'without front matter' },
  'no-title': {
    zh: '没有标题，用了正文开头',
    en: 'without a title, for which the first words stand',
  },
  'no-date': { zh: '没有日期，排在最后', en: 'without a date, which stand last' },
  'unclear-date': { zh: '日期有别的读法', en: 'with a date that can be read in another way' },
  title: { zh: '标题里的标点还原了', en: 'with a title whose punctuation was restored' },
  page: {
    zh: '是整页保存的网页，只取了文章',
    en: 'saved as whole pages, of which the article was taken',
  },
  'same-id': {
    zh: '和别的文件撞了地址，另给了一个',
    en: 'would have shared an address and got another',
  },
  'same-article': {
    zh: '和另一个文件是同一篇文章',
    en: 'of which another file has the same',
  },
  dropped: { zh: '按规则删去了一些内容', en: 'of which rules left something out' },
};
