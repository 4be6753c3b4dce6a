import { describe, expect, test } from 'vitest';
import { parseDate } from '../../src/archive/content/parseDate.ts';

/**
 * What front matter says → UTC. Every form of the archive, and dates that no calendar has: a wrong date is worse than
 * none.
 */
describe('parseDate', () => {
  test.each([
    // RFC 1123: what it says, and GMT is not Beijing.
    ['Fri, 20 May 2022 05:10:02 GMT', '2022-05-20T05:10:02Z'],
    ['Thu, 19 May 2022 23:56:00 GMT', '2022-05-19T23:56:00Z'],
    ['Fri, 03 Sep 2021 00:00:00 GMT', '2021-09-03T00:00:00Z'],
    ['Fri, 20 May 2022 05:10:02 +0800', '2022-05-19T21:10:02Z'],
    ['20 May 2022 05:10 UTC', '2022-05-20T05:10:00Z'],
    ['  Fri, 20 May 2022 05:10:02 GMT  ', '2022-05-20T05:10:02Z'],
    ['Sat, 29 Feb 2020 23:59:59 GMT', '2020-02-29T23:59:59Z'],
    // The last day of a month whose UTC day lies in the next, shorter month.
    ['Mon, 31 Jan 2022 23:00:00 -0500', '2022-02-01T04:00:00Z'],
    ['Tue, 01 Mar 2022 00:30:00 +0800', '2022-02-28T16:30:00Z'],
    // Without a zone: Beijing's time.
    ['2021-05-07 04:06:08', '2021-05-06T20:06:08Z'],
    ['2021-05-07T04:06:08', '2021-05-06T20:06:08Z'],
    ['2021-05-07 04:06', '2021-05-06T20:06:00Z'],
    ['2021-05-07', '2021-05-06T16:00:00Z'],
    ['2021/5/7', '2021-05-06T16:00:00Z'],
    ['2021年5月7日 9:06', '2021-05-07T01:06:00Z'],
    ['2022-01-01 07:59:59', '2021-12-31T23:59:59Z'],
    ['1991-07-01 12:00:00', '1991-07-01T04:00:00Z'],
    // ISO with a zone.
    ['2022-05-20T13:10:02+08:00', '2022-05-20T05:10:02Z'],
    ['2022-05-20T05:10:02Z', '2022-05-20T05:10:02Z'],
    ['2022-05-20T05:10:02.999Z', '2022-05-20T05:10:02Z'],
    ['2022-05-20 13:10:02 +0800', '2022-05-20T05:10:02Z'],
    ['2022-05-20T13:10:02+08', '2022-05-20T05:10:02Z'],
    // As programs print it.
    ['1653023402', '2022-05-20T05:10:02Z'],
    ['1653023402000', '2022-05-20T05:10:02Z'],
    ['20220520', '2022-05-19T16:00:00Z'],
    ['20220520131002', '2022-05-20T05:10:02Z'],
    ['20220520T131002Z', '2022-05-20T13:10:02Z'],
    ['Fri May 20 2022 13:10:02 GMT+0800 (中国标准时间)', '2022-05-20T05:10:02Z'],
    ['Fri May 20 05:10:02 2022', '2022-05-20T05:10:02Z'],
    ['Fri May 20 13:10:02 CST 2022', '2022-05-20T05:10:02Z'],
    ['Fri, 20 May 2022 13:10:02 CST', '2022-05-20T05:10:02Z'],
    ['2022-05-20 13:10:02 CST', '2022-05-20T05:10:02Z'],
    ['2022-05-20 13:10:02 UTC+8', '2022-05-20T05:10:02Z'],
    ['2022-05-20 13:10:02 Asia/Shanghai', '2022-05-20T05:10:02Z'],
    ['2022-05-20T13:10:02+08:00[Asia/Shanghai]', '2022-05-20T05:10:02Z'],
    ['1989-07-01 08:00:00 Asia/Shanghai', '1989-07-01T00:00:00Z'],
    ['2022-07-01 06:10:02 Europe/London', '2022-07-01T05:10:02Z'],
    ['2022-01-01 05:10:02 Europe/London', '2022-01-01T05:10:02Z'],
    ['2022-05-20T00:30:00-07:00', '2022-05-20T07:30:00Z'],
    ['2022-05-20 24:00:00', '2022-05-20T16:00:00Z'],
    ['2022-05-20\t13:10:02', '2022-05-20T05:10:02Z'],
    // As people write it.
    ['2022-05-20 01:10 PM', '2022-05-20T05:10:00Z'],
    ['2022-05-20 12:10 am', '2022-05-19T16:10:00Z'],
    ['May 20, 2022', '2022-05-19T16:00:00Z'],
    ['May 20, 2022 at 1:10 p.m.', '2022-05-20T05:10:00Z'],
    ['20th May 2022', '2022-05-19T16:00:00Z'],
    ['2022.05.20 13:10', '2022-05-20T05:10:00Z'],
    ['2022年05月20日 13时10分', '2022-05-20T05:10:00Z'],
    ['2022年5月20日13点10分02秒', '2022-05-20T05:10:02Z'],
    ['2022年5月20日 星期五 下午1:10', '2022-05-20T05:10:00Z'],
    ['2022-05-20（周五）13：10', '2022-05-20T05:10:00Z'],
    ['２０２２年５月２０日', '2022-05-19T16:00:00Z'],
    ['05/20/2022', '2022-05-19T16:00:00Z'],
    ['20/05/2022 13:10', '2022-05-20T05:10:00Z'],
    // Before the web.
    ['1949-10-01 15:00:00', '1949-10-01T07:00:00Z'],
    ['1969-12-31', '1969-12-30T16:00:00Z'],
    ['1872年4月30日', '1872-04-29T16:00:00Z'],
  ])('%s → %s', (text, utc) => {
    expect(parseDate(text)?.utc).toBe(utc);
  });

  test.each([
    'Invalid Date',
    '',
    ' ',
    'NaN',
    '0',
    '165302340',
    '16530234020001',
    'yesterday',
    '2022-05-20 或 21',
    '2022-05-20 13:10:02 XYZ',
    '2022-05-20 13:10:02 Asia/Nowhere',
    // Either may be the month.
    '05/06/2022',
    '20221320',
    // No calendar has them; Date makes another day of them.
    '2022-02-31',
    '2022-02-31 10:00:00',
    '2021-02-29 10:00:00',
    '2022-02-31T10:00:00Z',
    '2022-02-31T10:00:00+08:00',
    '2022-04-31T10:00:00+08:00',
    'Thu, 31 Feb 2022 10:00:00 GMT',
    'Wed, 30 Feb 2022 10:00:00 GMT',
    'Sun, 31 Apr 2022 10:00:00 GMT',
    'Mon, 29 Feb 2021 10:00:00 GMT',
    '2022-13-01',
    '2022-00-10',
    '2022-05-00',
    // No clock has them.
    '2022-05-20 24:30:00',
    '2022-05-20 10:60:00',
    '2022-05-20 10:00:61',
    'Fri, 20 May 2022 24:30:00 GMT',
    'Fri, 20 May 2022 10:61:00 GMT',
    // No archive has them; the first is what programs write for a date they don't know.
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '0001-01-01 00:00:00',
    '9999-12-31 00:00:00',
    '+275760-09-13T00:00:00.000Z',
  ])('“%s” is no date', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test('RFC 1123 without a zone is Beijing time like every date without one', () => {
    expect(parseDate('Fri, 20 May 2022 05:10:02')?.utc).toBe('2022-05-19T21:10:02Z');
  });

  test.each(['2022-05-20', '2022年5月20日', '20220520', 'May 20, 2022', '05/20/2022'])(
    '%s tells the day alone',
    (text) => {
      expect(parseDate(text)).toEqual({ utc: '2022-05-19T16:00:00Z', isDayOnly: true });
    },
  );

  test.each(['2022-05-20 00:00:00', '2022-05-20T00:00:00+08:00', 'Thu, 19 May 2022 16:00:00 GMT'])(
    '%s tells the time, too',
    (text) => {
      expect(parseDate(text)).toEqual({ utc: '2022-05-19T16:00:00Z' });
    },
  );

  test('a zone that has several meanings is a guess', () => {
    expect(parseDate('2022-05-20 13:10:02 CST')?.guess?.en).toMatch(/CST .* Beijing/);
    expect(parseDate('2022-05-20 13:10:02 GMT')?.guess).toBeUndefined();
  });

  test('the machine’s own zone makes no difference', () => {
    const before = process.env.TZ;
    try {
      const results = ['UTC', 'Asia/Shanghai', 'America/New_York'].map((zone) => {
        process.env.TZ = zone;
        expect(new Date(2022, 0, 1).getTimezoneOffset()).toBe(
          { UTC: 0, 'Asia/Shanghai': -480, 'America/New_York': 300 }[zone],
        );
        return ['2021-05-07 04:06:08', 'Fri, 20 May 2022 05:10:02 GMT', '2021-05-07'].map(
          (text) => parseDate(text)?.utc,
        );
      });
      expect(results[1]).toEqual(results[0]);
      expect(results[2]).toEqual(results[0]);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
