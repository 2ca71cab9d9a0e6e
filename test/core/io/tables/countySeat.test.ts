import { expect, it } from 'vitest';
import { applyTables } from '../../../../src/core/io/tables/pipeline/applyTables.ts';
import { issuesOf } from '../../../../src/core/io/tables/pipeline/checkTables.ts';
import { toEnd } from '../../../../src/core/toEnd.ts';
import { stationWords } from '../../../../src/state/tables/stationWords.ts';
import { countyOf } from './luxi.ts';
import { check, csvFile, defaults, open } from './pipeline/steps.ts';

const cases = [
  ['luxi', '泸溪', '达岚镇'],
  ['luxi', '泸溪县', '达岚镇'],
  ['luxi', '泸溪县城', '达岚镇'],
  ['heshui', '合水', '太白镇'],
  ['yanling', '炎陵', '水口镇'],
] as const;

it.each(cases)('%s: a line or bus that starts in %s starts at the county centre', (id, seat, township) => {
  const county = countyOf(id);
  const scenario = county.scenarios.find(({ stations }) =>
    stations.some(({ role }) => role === 'townshipStation'),
  )!;
  const opened = open(
    csvFile('班车.csv', [
      ['班线名称', '起点', '途经', '终点', '发车时间'],
      [`${seat}-${township}`, seat, null, township, '7:30'],
    ]),
    csvFile('线路.csv', [
      ['线路编号', '线路名称', '起点', '途经', '终点', '发车时间'],
      ['1', '东线', seat, township, seat, '7:30'],
    ]),
  );
  const checked = check(opened, { county });
  expect(issuesOf(checked).filter(({ code }) => code.startsWith('place.'))).toEqual([]);
  const options = { isRosterComplete: false, defaults: defaults(county.terrain) };
  const { scenario: after } = toEnd(applyTables(scenario, checked, options));
  const station = scenario.stations.find(
    ({ role, name }) => role === 'townshipStation' && name.startsWith(township),
  )!;
  expect(after.busLines!.at(-1)!.calls.map(({ stationId }) => stationId)).toEqual([station.id]);
  expect(after.todaysPlan!.lines.map(({ originId, stopIds }) => [originId, stopIds])).toEqual([
    [scenario.depot.id, [station.id]],
  ]);
  // In the tables on the screen too.
  expect(stationWords(scenario).find(county.name.zh)?.id).toBe(scenario.depot.id);
});
