import type { Message } from '../command/Message.ts';

/** What each rule that leaves something of a body out believes of it. */
export const DROP_RULES = {
  hidden: { zh: '样式隐藏的内容', en: 'hidden by its style' },
  promotion: { zh: '网站模板里的推广', en: 'promotion of a site’s template' },
  furniture: { zh: '网站模板里的部件', en: 'a part of a site’s template' },
  control: { zh: '表单里的控件', en: 'a control of a form' },
  'without-script': { zh: '没有脚本时才显示的内容', en: 'for browsers without scripts' },
  substitute: { zh: '媒体放不出来时的替代文字', en: 'in place of media that can’t be played' },
  'line-numbers': { zh: '代码的行号', en: 'line numbers of code' },
  'small-picture': { zh: '计数像素和小图标', en: 'a pixel that counts readers, or an icon' },
  background: { zh: '文字后面的背景图', en: 'a picture behind text' },
  advert: { zh: '推广引文', en: 'a quote that leads to an offer' },
  'follow-us': { zh: '求关注的话和二维码', en: 'a call to scan a code or to follow, and its code' },
  'app-line': { zh: '推广应用的话', en: 'a line that promotes an app' },
  formula: { zh: '同一个公式的另一种写法', en: 'a formula once more' },
  credit: {
    zh: '署名、来源一类的话，列在文首或文末',
    en: 'a credit, which stands in the head or the foot',
  },
  title: { zh: '正文里重复的标题', en: 'the title once more' },
  repeated: { zh: '和表题重复的一行', en: 'a line that the caption of its table repeats' },
} as const satisfies Record<string, Message>;

export type DropRule = keyof typeof DROP_RULES;

/** Something of a body that a rule left out. */
export interface Dropped {
  rule: DropRule;
  /** Empty for a picture. */
  text: string;
  pictures: number;
}

/** No rule is distrusted. */
export const BELIEVE_ALL: ReadonlySet<DropRule> = new Set();
