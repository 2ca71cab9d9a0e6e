/** What a number column measures; numbers are kept in the first unit of each list. */
export type Dimension =
  | 'km'
  | 'parcel'
  | 'yuan'
  | 'kg'
  | 'm3'
  | 'm2'
  | 'min'
  | 'year'
  | 'share'
  | 'count'
  | 'people'
  | 'none';

/** Factor to the dimension's own unit for every way of writing a unit. */
const unitFactors: Readonly<Record<Dimension, Readonly<Record<string, number>>>> = {
  km: { 公里: 1, 千米: 1, km: 1, 米: 0.001, m: 0.001, 里: 0.5, 华里: 0.5 },
  parcel: {
    件: 1,
    票: 1,
    单: 1,
    个: 1,
    包: 1,
    包裹: 1,
    万件: 10_000,
    万票: 10_000,
    万单: 10_000,
    千件: 1000,
  },
  yuan: { 元: 1, 块: 1, 圆: 1, '¥': 1, '￥': 1, rmb: 1, cny: 1, 万元: 10_000, 千元: 1000, 角: 0.1, 分: 0.01 },
  kg: { 公斤: 1, 千克: 1, kg: 1, 斤: 0.5, 吨: 1000, t: 1000, g: 0.001, 克: 0.001 },
  m3: { 立方米: 1, 立方: 1, 方: 1, m3: 1, 'm³': 1, '㎥': 1, l: 0.001, 升: 0.001 },
  m2: { 平方米: 1, 平米: 1, 平: 1, 平方: 1, m2: 1, 'm²': 1, '㎡': 1, 亩: 666.667 },
  min: { 分钟: 1, 分: 1, min: 1, 小时: 60, 时: 60, h: 60, 秒: 1 / 60 },
  year: { 年: 1, 月: 1 / 12, 个月: 1 / 12 },
  share: { '%': 0.01, 百分点: 0.01, '‰': 0.001 },
  count: { 辆: 1, 台: 1, 部: 1, 个: 1, 条: 1, 班: 1, 趟: 1, 次: 1, 座: 1, 人: 1, 家: 1, 处: 1, 名: 1 },
  people: { 人: 1, 口: 1, 户: 1, 万人: 10_000, 名: 1 },
  none: {},
};

/** Time bases that may follow a unit; they are the column's business, not the number's. */
const ending = /(?:\/|每)(?:日|天|月|年|班|趟|车|件|票|单|公里|千米|km|百公里|人|户)$/i;

/** Factor of a unit as written (公里, 万件, 元/件); undefined where the dimension does not know it. */
export function unitFactor(dimension: Dimension, unit: string): number | undefined {
  const factors = unitFactors[dimension];
  const bare = unit.trim().toLowerCase();
  return factors[bare] ?? factors[bare.replace(ending, '')];
}

/** Unit at the end of a header: 里程(米), 里程/米, 容积m³. */
export function unitOfHeader(header: string, dimension: Dimension): string | null {
  const bracketed = /[([（【［]([^()[\]（）【】［］]+)[)\]）】］]\s*$/.exec(header)?.[1];
  const candidate = bracketed?.replace(/^单位[::：]?/, '') ?? /[/／:：](\D+)$/.exec(header)?.[1];
  return candidate !== undefined && unitFactor(dimension, candidate) !== undefined ? candidate.trim() : null;
}
