/** The words around what the owner of a site has set; a part of `words.ts`. */
export const siteWords = {
  whatThisIs: '新闻文章的存档',
  siteFooter: '网站信息',
  about: '关于',
  aboutFailed: '“关于”没有载入',
  pinned: '置顶',
  pinnedList: '置顶文章',
  takenDown: '这篇文章已由网站撤下',
  takenDownSaved: '下面是你先前保存在这台设备上的内容。',
  takenDownMark: '已撤下',
};
