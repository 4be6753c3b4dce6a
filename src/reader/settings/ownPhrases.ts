/**
 * Where 里 is a distance or a syllable of a name, and stays; the tables of OpenCC take it there for the inside (裏,
 * which becomes 裡). Only words that mean nothing else: 里德 is a name, and the middle of 公司里德国人, too.
 */
const STAYING = `亨里克 亨里克|恩里克 恩里克|埃里克 埃里克|艾里克 艾里克|弗里德 弗里德|杰里 傑里|贾里德 賈里德|里贝里 里貝里|
里卡多 里卡多|里尔 里爾|蒙特里 蒙特里|奥里诺科 奧里諾科|奥里萨 奧里薩|基里连科 基里連科|马里乌波尔 馬里烏波爾|
马里共和国 馬里共和國|马里政府 馬里政府|马里军 馬里軍|马里总统 馬里總統|马里首都 馬里首都|里德尔 里德爾|里德利 里德利|
里奇蒙 里奇蒙|里加市 里加市|里加湾 里加灣|里海沿岸 里海沿岸|里海地区 里海地區|里海国家 里海國家|里海盆地 里海盆地|
里海石油 里海石油|教练里皮 教練里皮|主帅里皮 主帥里皮|罗里 羅里|费里 費里|塞里 塞里|萨里郡 薩里郡|鲁里 魯里|乔里 喬里|
安纳里 安納里|卡塔里 卡塔里|多少里 多少里|仁里村 仁里村|0里 0里|1里 1里|2里 2里|3里 3里|4里 4里|5里 5里|6里 6里|7里 7里|
8里 8里|9里 9里`;

/** The other way round: the sea, and not the nautical mile. */
const INSIDE = `大海里 大海裏|深海里 深海裏|上海里 上海裏|北海里 北海裏|东海里 東海裏|南海里 南海裏|人海里 人海裏|苦海里 苦海裏|
商海里 商海裏|书海里 書海裏|在海里 在海裏|到海里 到海裏|进海里 進海裏|从海里 從海裏|海里的 海裏的|海里有 海裏有|海里捕 海裏捕|
海里船 海裏船`;

/** Phrases beside those of OpenCC, in the form of its tables: `simplified traditional|…`. */
export const ownPhrases = `${STAYING}|${INSIDE}`.replaceAll('\n', '');
