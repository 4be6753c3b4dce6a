/** Players whose page for readers has another address: its pattern, with the id of what is shown, and the page. */
const PAGES: [pattern: RegExp, page: string][] = [
  [/^(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/, 'https://www.youtube.com/watch?v='],
  [/^player\.bilibili\.com\/.*[?&]bvid=(\w+)/, 'https://www.bilibili.com/video/'],
  [/^player\.bilibili\.com\/.*[?&]aid=(\d+)/, 'https://www.bilibili.com/video/av'],
  [/^player\.vimeo\.com\/video\/(\d+)/, 'https://vimeo.com/'],
  [/^player\.youku\.com\/embed\/([\w=]+)/, 'https://v.youku.com/v_show/id_'],
  [/^v\.qq\.com\/.*[?&]vid=(\w+)/, 'https://v.qq.com/x/page/'],
];

/** What is shown by hosts that are known. */
const KINDS: [pattern: RegExp, kind: string][] = [
  [/youtube|bilibili|vimeo|youku|v\.qq\.com|iqiyi|douyin|tiktok|dailymotion|video|player/i, '视频'],
  [/music|spotify|soundcloud|podcast|ximalaya|audio/i, '音频'],
  [/datawrapper|dwcdn|infogram|flourish|plotly|tableau|chart/i, '图表'],
  [/map|amap|ditu/i, '地图'],
];

/** Returns the page for readers of what a frame shows; the frame's own address where that is not known. */
export function findFramePage(address: URL): URL {
  const place = address.host + address.pathname + address.search;
  for (const [pattern, page] of PAGES) {
    const id = pattern.exec(place)?.[1];
    if (id !== undefined) return new URL(page + id);
  }
  return address;
}

/** Returns the words of the link that stands for a frame. */
export function nameFrame({ host, pathname }: URL, title: string): string {
  const kind = KINDS.find(([pattern]) => pattern.test(host + pathname))?.[1] ?? '嵌入的内容';
  return title === '' ? `${kind}（${host}）` : `${kind}：${title}（${host}）`;
}
