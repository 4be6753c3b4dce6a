import type { Random } from './createRandom.ts';

/** Words from which sentences are put together; they mean little, and are as long and as varied as news is. */
const PLACES =
  '东部沿海 西南山区 长江中游 北方港口 南方口岸 中部地区 华北平原 海岛新区 边境小城 内陆省份'.split(
    ' ',
  );
const SUBJECTS =
  '外贸企业 小微商户 社区银行 制造业工厂 物流园区 农产品市场 新能源项目 工业园区 快递网点 造船厂 纺织企业 芯片工厂 旅游景区 保险机构 基金公司 证券营业部 跨境电商平台 充电桩运营商'.split(
    ' ',
  );
const VERBS =
  '扩大 调整 公布 上调 下调 启动 完成 推迟 重新评估 优化 试行 取消 延长 加快 放缓'.split(' ');
const OBJECTS =
  '出口计划 信贷额度 用工规模 库存水平 采购价格 分红方案 技术改造 仓储能力 航线安排 数据口径 交易规则 服务网点 检修日程 补贴办法 估值方法 结算周期'.split(
    ' ',
  );
const REASONS =
  '受需求回升影响 由于成本下降 随着新规施行 在政策支持下 考虑到季节因素 根据最新统计 与上年同期相比 按照年初安排'.split(
    ' ',
  );
const ENDINGS =
  '市场反应平稳 后续仍需观察 多数受访者表示认可 有关部门将继续跟踪 影响大致可控 具体细则另行公布'.split(
    ' ',
  );
const UNITS = '亿元 万吨 万户 个百分点 万人次 家 项 亿美元'.split(' ');

/** Writes one sentence of 25 to 70 characters. */
export function writeSentence(random: Random): string {
  const figure = `${random.integer(1, 9999)}${random.chance(0.4) ? `.${random.integer(1, 9)}` : ''}${random.pick(UNITS)}`;
  const main = `${random.pick(PLACES)}的${random.pick(SUBJECTS)}${random.pick(VERBS)}${random.pick(OBJECTS)}`;
  switch (random.integer(0, 3)) {
    case 0:
      return `${random.pick(REASONS)}，${main}，规模达到${figure}。`;
    case 1:
      return `${main}，同比${random.chance(0.6) ? '增长' : '下降'}${random.integer(1, 60)}.${random.integer(0, 9)}%，${random.pick(ENDINGS)}。`;
    case 2:
      return `“${random.pick(OBJECTS)}”涉及${figure}，${random.pick(REASONS)}，${main}。`;
    default:
      return `${main}；${random.pick(SUBJECTS)}也${random.pick(VERBS)}了${random.pick(OBJECTS)}，${random.pick(ENDINGS)}。`;
  }
}

/** Writes a title of 10 to 24 characters, without an end of sentence. */
export function writeTitle(random: Random): string {
  const main = `${random.pick(PLACES)}${random.pick(SUBJECTS)}${random.pick(VERBS)}${random.pick(OBJECTS)}`;
  return random.chance(0.3) ? `${main}，${random.pick(REASONS)}` : main;
}
