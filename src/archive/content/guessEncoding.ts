/** The most frequent characters of Chinese texts, simplified and traditional. */
const COMMON = new Set(
  '的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后么小心多天而能好都' +
    '然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三己老从动两长知民样现分将外但身些与高意进把法此' +
    '实回二理美点月明其种声全工话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真' +
    '听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应' +
    '路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南' +
    '度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办' +
    '运武半候七必城父强步完革深区即求品士转量空众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商' +
    '千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽股涨跌亿额' +
    '這來個國說們為會時過學對裡後麼發當無開見經頭長兩樣現將進實點種聲話兒問機給幾業間電門東氣關內軍產萬體別處總場師書員' +
    '華報馬難數車應係計親務邊戰幹覺統請愛讓認論義術結遠資隊帶條變聯權傳紅決達辦運強區轉眾輕語滿寫識極黃臉錢黨設雙歷廣議' +
    '際則單據導網專誰讀飛觀爭組視濟離雖灣億額漲與從還沒於並價護題標導',
);

/**
 * Guesses the encoding of bytes that are not UTF-8: the one in which most of the Chinese characters are frequent ones,
 * or Western where Chinese makes no sense; undefined where nothing does.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const [gbText, big5Text] = ['gb18030', 'big5'].map((name) => new TextDecoder(name).decode(bytes));
  const gb = rate(gbText ?? '') + 0.3 * ratePairs(bytes, isUsualGb);
  const big5 = rate(big5Text ?? '') + 0.3 * ratePairs(bytes, isUsualBig5);
  if (isWestern(bytes) && Math.max(gb, big5) < 0.5) return 'windows-1252';
  if (Math.max(gb, big5) >= 0.2) return big5 > gb ? 'big5' : 'gb18030';
  return gbText?.includes('\uFFFD') ? undefined : 'gb18030';
}

/** Both encodings keep usual characters and signs apart from rare ones. */
const isUsualGb = (lead: number, trail: number) =>
  trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
const isUsualBig5 = (lead: number) => lead >= 0xa1 && lead <= 0xc6;

/** Gives the share of usual pairs among all pairs of bytes. */
function ratePairs(bytes: Uint8Array, isUsual: (lead: number, trail: number) => boolean): number {
  let [all, usual] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at++;
    all++;
    if (isUsual(lead, bytes[at] ?? 0)) usual++;
  }
  return all === 0 ? 0 : usual / all;
}

/** Gives the share of frequent characters among those that are not ASCII; what could not be decoded counts double. */
function rate(text: string): number {
  let [all, common] = [0, 0];
  for (const character of text) {
    if (character < '\u0080' || /[\u3000-\u303f\uff00-\uffef\u2010-\u2027·]/.test(character))
      continue;
    all += character === '\ufffd' ? 2 : 1;
    if (COMMON.has(character)) common++;
  }
  return all === 0 ? 0 : common / all;
}

/** In Western texts most letters with accents stand alone between plain ones. */
function isWestern(bytes: Uint8Array): boolean {
  let [high, alone] = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte < 0x80) return;
    high++;
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone++;
  });
  return high > 0 && alone > high * 0.7 && high * 5 < bytes.length;
}
