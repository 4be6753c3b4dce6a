import { BEIJING_OFFSET } from '../../model/beijingTime.ts';

/** A zone's distance from UTC in minutes. */
export interface Zone {
  offset: number;
  /** The name stands for several zones; it was taken for Beijing time. */
  isGuess?: true;
}

/** Hours from UTC. */
const NAMES: Record<string, number> = {
  GMT: 0,
  UT: 0,
  UTC: 0,
  Z: 0,
  HKT: 8,
  SGT: 8,
  JST: 9,
  KST: 9,
  EST: -5,
  EDT: -4,
  PST: -8,
  PDT: -7,
  CET: 1,
  CEST: 2,
};
/** Names for Beijing time; Shanghai's own offsets before 1991 are not what this archive's sources mean. */
const BEIJING =
  /^(?:Asia\/(?:Shanghai|Chongqing|Beijing|Harbin)|PRC|北京时间|中国标准时间|China Standard Time)$/i;

/**
 * Reads the zone behind a time; undefined where it is none. `local`: the moment as if it were UTC, since places change
 * their distance in summer.
 */
export function readZone(text: string, local: number): Zone | undefined {
  // JavaScript and Java name the zone once more: `GMT+0800 (中国标准时间)`, `+08:00[Asia/Shanghai]`.
  const zone = text
    .replace(/(?<=\w) ?(?:\([^()]*\)|\[[^[\]]*\])$/, '')
    .replace(/^[([](.*)[)\]]$/, '$1');
  if (zone === '' || BEIJING.test(zone)) return { offset: BEIJING_OFFSET };
  // China's, or one of America's; the archive's sources are Chinese.
  if (/^CST$/i.test(zone)) return { offset: BEIJING_OFFSET, isGuess: true };
  const hours = NAMES[zone.toUpperCase()];
  if (hours !== undefined) return { offset: hours * 60 };
  const [, sign, hour, minute = '0'] =
    /^(?:GMT|UTC?)? ?([+-])(\d{1,2}):?(\d\d)?$/i.exec(zone) ?? [];
  if (sign) return { offset: (sign === '-' ? -1 : 1) * (Number(hour) * 60 + Number(minute)) };
  const offset = /^[A-Z]\w+(?:\/[\w+-]+)+$/i.test(zone) ? findPlace(zone, local) : undefined;
  return offset === undefined ? undefined : { offset };
}

/** Finds the distance of a place such as `Europe/London`, by the time zones that Node knows. */
function findPlace(timeZone: string, local: number): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(local).find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign, hour = 0, minute = 0] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name ?? '') ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hour) * 60 + Number(minute));
  } catch {
    return undefined;
  }
}
