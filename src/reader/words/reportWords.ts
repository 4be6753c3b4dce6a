/** The words of the report's page, which only development has. */
export const reportWords = {
  title: '构建报告',
  sum: (found: string, published: string, rejected: string) =>
    `读到 ${found} 个文件：发布 ${published} 篇，${rejected} 个没能发布。`,
  builtAt: (time: string) => `构建于 ${time}`,
  kinds: '问题种类',
  allKinds: '全部种类',
  kindOption: (name: string, count: string) => `${name}（${count}）`,
  findPath: '按路径查找',
  files: '有问题的文件',
  fileCount: (count: string) => `共 ${count} 个文件`,
  line: (line: number) => `第 ${line} 行`,
  more: (count: number) => `还有 ${count} 处`,
  keys: 'j / k 或 ↓ ↑ 换文件',
  nothingFound: '没有这样的文件。换一个种类，或者改一改路径。',
  noProblem: '没有发现问题，一篇也没有改动。',
  chooseFile: '从列表里选一个文件，看原文件和读者看到的结果。',

  none: '还没有构建报告',
  noneHint: '先运行 npm run build，报告会在构建结束时写好，再回到这一页。',
  elsewhere: '这份报告是另一个内容文件夹的',
  elsewhereText: (reported: string, contentDir: string) =>
    `报告里的文件夹：${reported}；现在读的文件夹：${contentDir}。`,
  elsewhereHint: '运行 npm run build，就会有现在这个文件夹的报告。',
  changed: (count: string) =>
    `构建以后有 ${count} 个文件改过或新放进来，报告里还没有它们。运行 npm run build 更新报告。`,
  reportFailed: '构建报告没有载入',
  fileFailed: '这个文件没有载入',
  notNamed: '报告里没有这个文件，可能是刚刚重新构建过。',

  backToFiles: '返回文件列表',
  problems: '报告里说的',
  source: '原文件',
  result: '结果',
  gone: '这个文件现在读不到：可能已经删除或改名，也可能是一个链接。',
  notText: '这个文件是空的，或者内容不是文字。',
  isChanged: '这个文件在构建以后改过：下面是它现在的样子，报告说的是改之前。',
  isCut: '文件很长，只显示开头的 200,000 个字。',
  droppedHere: '划掉的文字是规则删去的。',
  elsewhereDropped: '也删去了，但在原文件里找不到确切位置：',
  openArticle: '在网站里打开',
  notPublished: '没有发布，所以没有结果。',
};
