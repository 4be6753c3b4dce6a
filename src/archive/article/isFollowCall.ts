/** What parts the phrases of a call. */
const BORDER = /[，,、；;。.！!～~…\s|｜丨→↓▲▼:：]+/u;

const OBJECT =
  '(?:二维码|小程序码?|公众号|公号|微信号?|订阅号|视频号|服务号|账号|帐号|微博|我们|APP|客户端|群|客服|小编|主页|识别|关注|添加|加入|下载|收藏|图片|[上下]图|名片|码|一下)';

/** A phrase that tells the reader what to do, and has no subject: 长按识别二维码, 关注我们的公众号, 立即下载客户端. */
const CALL = new RegExp(
  `^(?:欢迎|敬请|请|快来|快|赶快|赶紧|立即|马上|也?可|并|来|即可|点击|打开|进入|使用?|用)*(?:微信|手机|支付宝)?` +
    `(?:长按|按住|扫描|扫码|扫一扫|扫|识别|关注|搜索|添加|加入|下载|订阅)(?:.{0,16}${OBJECT})?$`,
  'iu',
);

/** What such calls promise. */
const PROMISE = /^(?:即可|可以?)?(?:获取|了解|查看|阅读|看|获得)?更多.{0,10}$/u;

/**
 * Tells whether a line is nothing but a call to scan a code or to follow an account, which means nothing in an archive.
 * A sentence that speaks of codes has a subject, or goes on: 扫码关注公众号的诈骗手法近日增多 is one.
 */
export function isFollowCall(text: string): boolean {
  const phrases = text.split(BORDER).filter((phrase) => phrase !== '');
  if (!phrases.some((phrase) => CALL.test(phrase))) return false;
  return phrases.every((phrase) => CALL.test(phrase) || PROMISE.test(phrase));
}
