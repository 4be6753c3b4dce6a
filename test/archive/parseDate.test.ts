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
  ])('%s → %s', (text, utc) => {
    expect(parseDate(text)).toBe(utc);
  });

  test.each([
    'Invalid Date',
    '',
    ' ',
    'NaN',
    '0',
    '1653023402000',
    'yesterday',
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
    // No archive of web pages has them.
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '0001-01-01 00:00:00',
    '9999-12-31 00:00:00',
    '+275760-09-13T00:00:00.000Z',
  ])('“%s” is no date', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test('RFC 1123 without a zone is Beijing time like every date without one', () => {
    expect(parseDate('Fri, 20 May 2022 05:10:02')).toBe('2022-05-19T21:10:02Z');
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
          parseDate,
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
