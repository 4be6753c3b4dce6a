import { words } from './words.ts';

/** What taking articles along says: words that come with its script, and those that stand in the files. */
export const bookWords = {
  picture: '图片',
  pictureFolder: '图片',
  pictureMissing: '这张图片不能装进文件，请看原图',
  film: '视频：请到原处观看',
  sound: '音频：请到原处收听',
  textMissing: (reason: string) => `正文没有取到：${reason}下面只有摘要。`,
  contents: '目录',
  byDate: '按日期',
  notes: '笔记',
  ownNotes: '这篇文章的笔记',
  noteOn: (title: string) => `摘自《${title}》`,
  cover: '书名页',
  madeOn: (day: string) => `导出于 ${day}`,
  onSite: '在网站上阅读',
  original: '原文',
  editor: (name: string) => `责任编辑：${name}`,
  originalTitle: words.originalTitle,
  missingTitle: '没有取到的内容',
};
