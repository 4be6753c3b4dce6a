import { describe, expect, test } from 'vitest';
import { isSameTitle } from '../../src/archive/article/reduceText.ts';
import { buildTitleFromText, repairTitle } from '../../src/archive/article/repairTitle.ts';

/** The archive's writer put `_` for each of `: / \ ? * “ ” < > | [ ]` and left other quotes straight. */
describe('repairTitle without another printing', () => {
  test.each([
    ['"末班车"推迟', '“末班车”推迟'],
    ['"末班车"与"首班车"', '“末班车”与“首班车”'],
    ['二十条线路列入_夜归计划_名单', '二十条线路列入“夜归计划”名单'],
    ['_夜归计划_名单公布', '“夜归计划”名单公布'],
    ['站台变身_展示台__休息台_', '站台变身“展示台”“休息台”'],
    ['"末班车"变为_首班车_', '“末班车”变为“首班车”'],
    ['客运量增长_120%_', '客运量增长_120%_'],
    ['_A线_延长至城南', '_A线_延长至城南'],
    ['"A线"延长至城南', '“A线”延长至城南'],
    ['"100路"改道', '“100路”改道'],
    // A single one may stand for many things.
    ['票价3元_张！', '票价3元_张！'],
    ['新站台支持I_O设备', '新站台支持I_O设备'],
    ['@citybus_night-map 1.0.2版本发布', '@citybus_night-map 1.0.2版本发布'],
    ['这些事你知道吗_', '这些事你知道吗_'],
    ['夜间公交 _ 城市观察', '夜间公交 _ 城市观察'],
    ['夜班_早班_停运_', '夜班_早班_停运_'],
    // Nor are these quotation marks.
    ['脚本里的 __main__ 与 __file__', '脚本里的 __main__ 与 __file__'],
    ['_key 与 _value 各是什么', '_key 与 _value 各是什么'],
    ['备份 2021_11_03 的线路图', '备份 2021_11_03 的线路图'],
    ['乐队 R_B_ 来了', '乐队 R_B_ 来了'],
    ['42"站牌换成55"站牌', '42"站牌换成55"站牌'],
    ['A 24" bus sign vs a 27" one', 'A 24" bus sign vs a 27" one'],
    // Names of programs hold true underscores.
    ['接口字段 night_bus_line 已更名', '接口字段 night_bus_line 已更名'],
    ['snake_case', 'snake_case'],
    ['变量max_size的含义', '变量max_size的含义'],
    // Nothing to repair.
    ['客运量增长18.0%。', '客运量增长18.0%。'],
    ['%客运量%→【快讯】@夜班……', '%客运量%→【快讯】@夜班……'],
    ["Tom's “末班车”", "Tom's “末班车”"],
    ['屏幕尺寸为32"的站牌', '屏幕尺寸为32"的站牌'],
    ['　夜间 　公交\u00a0 ', '夜间 公交'],
    ['', ''],
    ['　 ', ''],
  ])('%s → %s', (raw, title) => {
    expect(repairTitle(raw, []).title).toBe(title);
  });
});

/** Another printing of the same title in the body has its true punctuation. */
describe('repairTitle with other printings', () => {
  test.each([
    ['_末班车_推迟_你等到了吗_', '“末班车”推迟，你等到了吗？'],
    ['1-4月"夜间公交"客运量', '1—4月“夜间公交”客运量'],
    ['票价3元_张', '票价3元/张'],
    ['末班车：谁在等_', '末班车：谁在等？'],
  ])('%s takes %s', (raw, printing) => {
    expect(repairTitle(raw, ['别的一行', printing]).title).toBe(printing);
  });

  test('a printing that says something else is not taken', () => {
    expect(repairTitle('_末班车_推迟', ['“末班车”停运']).title).toBe('“末班车”推迟');
    expect(repairTitle('"夜班"增长18.0%', ['“夜班”增长180%']).title).toBe('“夜班”增长18.0%');
  });

  test('a printing with the same defect is not taken', () => {
    expect(repairTitle('_末班车_推迟', ['"末班车"推迟']).title).toBe('“末班车”推迟');
  });

  test('a title without a defect stays as it is', () => {
    expect(repairTitle('1-4月客运量', ['1—4月客运量']).title).toBe('1-4月客运量');
  });
});

describe('isSameTitle', () => {
  test.each([
    ['1-4月“夜班”增长18.0%', '1—4月"夜班"增长18.0%', true],
    ['末班车 推迟', '末班车推迟', true],
    ['ＡＰＰ上线', 'app上线', true],
    ['增长18.0%', '增长180%', false],
    ['末班车推迟', '末班车推迟了', false],
    ['…', '！', false],
    ['', '', false],
  ])('%s / %s: %s', (a, b, same) => {
    expect(isSameTitle(a, b)).toBe(same);
  });
});

describe('buildTitleFromText', () => {
  test('a first sentence of 4 to 30 characters', () => {
    expect(buildTitleFromText('末班车推迟了。市民等到了。')).toBe('末班车推迟了');
  });
  test('30 characters at most, cut without a comma at the end', () => {
    const title = buildTitleFromText(`${'夜'.repeat(28)}，${'班'.repeat(20)}`);
    expect(title).toBe(`${'夜'.repeat(28)}…`);
    expect([...buildTitleFromText('𠮷'.repeat(40))]).toHaveLength(30);
  });
  test('the first line that is not empty', () => {
    expect(buildTitleFromText('\n  \n末班车\n首班车')).toBe('末班车');
    expect(buildTitleFromText('')).toBe('');
  });
});
