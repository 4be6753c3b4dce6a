/** The words of the front page, which stands in the reading pane before an article is chosen. */
export const frontWords = {
  front: '首页',
  goOn: '继续阅读',
  readTo: (percent: number) => `读到 ${percent}%`,
  arrived: '新到',
  arrivedCount: (count: string) => `上次来过之后新到 ${count} 篇`,
  thatDay: '那年今日',
  thoseDays: '那年这几天',
  unread: '还没有读',
  unreadCount: (count: string, all: string) => `${all} 篇里还有 ${count} 篇没有读`,
  allRead: (all: string) => `${all} 篇都读过了。`,
  random: '随机一篇',
  randomFailed: '没有取到，请再试一次',
  archive: (span: string, count: string) => `${span}，${count} 篇`,
  sources: (count: string) => `来自 ${count} 个来源`,
  sourceNames: (names: string) => `来自${names}`,
  comma: '、',
  partFailed: '这一段没有载入。',
  tryAgain: '再试一次',
};

/** The words of the tree of categories. */
export const treeWords = {
  expand: (name: string) => `展开${name}`,
  collapse: (name: string) => `收起${name}`,
  unreadTree: '只看有未读的分类',
  unreadCount: (count: string) => `${count} 篇未读`,
};
