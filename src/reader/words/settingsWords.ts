/** The words of the settings and the keys, which the command palette says, too. */
export const settingsWords = {
  settings: {
    theme: '主题',
    fontSize: '字号',
    lineHeight: '行距',
    lineLength: '行宽',
    font: '字体',
    paragraphs: '段落',
    writing: '排列',
    script: '简繁',
    density: '列表',
    hasShortcuts: '快捷键',
  },
  settingValues: {
    theme: { system: '随系统', light: '浅色', dark: '深色', sepia: '米色', black: '纯黑' },
    font: { sans: '黑体', serif: '宋体' },
    paragraphs: { indent: '首行缩进', spaced: '段间空行' },
    writing: { horizontal: '横排', vertical: '竖排' },
    script: { original: '原文', simplified: '简体', traditional: '繁體' },
    density: { comfortable: '宽松', compact: '紧凑' },
    hasShortcuts: { true: '开', false: '关' },
  },
  settingScale: {
    fontSize: (value: number) => `${value}`,
    lineHeight: (value: number) => `${value} 倍`,
    lineLength: (value: number) => `${value} 字`,
  },
  scriptNote: '标题和列表也会转换；繁体词库约 430 KB，首次使用时下载。',
  resetSettings: '恢复默认',

  useShortcuts: '使用单键快捷键',
  shortcuts: {
    next: '下一篇',
    previous: '上一篇',
    open: '打开所选文章',
    up: '回到列表',
    bookmark: '收藏或取消收藏',
    unread: '标为未读或已读',
    alone: '只看正文，或显示两侧',
    select: '用键盘选取文字',
  },
};
