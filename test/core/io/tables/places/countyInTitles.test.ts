import { expect, it } from 'vitest';
import { countyInTitles } from '../../../../../src/core/io/tables/places/countyInTitles.ts';

it.each([
  ['石桥县村级寄递物流服务站台账.xlsx', '石桥县'],
  ['2025年石桥县站点花名册', '石桥县'],
  ['附件1：甘肃省庆阳市合水县村级站点', '合水县'],
  ['湘西土家族苗族自治州泸溪县站点', '泸溪县'],
  ['万年县站点', '万年县'],
  ['邕宁区服务点.csv', '邕宁区'],
  ['站点台账.xlsx', ''],
  ['全县站点花名册', ''],
  ['县级物流站点表', ''],
  ['快递进社区名单', ''],
])('%s speaks of “%s”', (title, county) => {
  expect(countyInTitles([title])).toBe(county);
});
