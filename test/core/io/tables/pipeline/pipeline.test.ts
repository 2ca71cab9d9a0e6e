import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../../../src/core/evaluate/evaluatePlan.ts';
import { readScenarioFile } from '../../../../../src/core/file/read.ts';
import { writeScenarioFile } from '../../../../../src/core/file/write.ts';
import { hashDocument } from '../../../../../src/core/hash.ts';
import { applyTables, applyToNewCounty } from '../../../../../src/core/io/tables/pipeline/applyTables.ts';
import { checkTables, issuesOf } from '../../../../../src/core/io/tables/pipeline/checkTables.ts';
import { rememberColumns } from '../../../../../src/core/io/tables/pipeline/choices.ts';
import type { County } from '../../../../../src/core/model/county.ts';
import { travelMatrix } from '../../../../../src/core/network/travelMatrix.ts';
import { runScenario } from '../../../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../../../src/core/toEnd.ts';
import { at, countyOf, roster } from '../luxi.ts';
import type { Cells } from '../writeTables.ts';
import { check, csvFile, defaultCheckOptions, defaults, open, unknownCounty } from './steps.ts';

const luxi = () => countyOf('luxi');
const start = (cells: Cells, others: Parameters<typeof open> = []) => {
  const checked = check(open(csvFile('roster.csv', cells), ...others));
  return toEnd(applyToNewCounty(checked, { name: '', terrain: 'hills', depot: null }, defaults('hills')));
};
const started = (cells: Cells, others: Parameters<typeof open> = []): County => {
  const result = start(cells, others);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value.county;
};

describe('a county on no list, from its roster alone', () => {
  it('has its places, stations and parcels', () => {
    const { name, places, scenarios } = started(unknownCounty());
    const scenario = scenarios[0]!;
    expect(name.zh).toBe('石桥县');
    expect(places.map(({ tier }) => tier).sort()).toEqual(
      ['county', 'township', 'township', 'village', 'village', 'village', 'village', 'village'].sort(),
    );
    // Both villages called 石门村 are there, each in its township.
    expect(places.filter((place) => place.name === '石门村').length).toBe(2);
    expect(places.find((place) => place.name === '双河社区')!.kind).toBe('community');
    expect(scenario.notation).toBe('1+2+5');
    expect(scenario.depot.lonLat).toEqual([104.5, 31.2]);
    expect(scenario.stations).toHaveLength(7);
    const demandOf = (station: string) => {
      const { placeId } = scenario.stations.find((each) => each.name === station)!;
      return scenario.demands.find((demand) => demand.placeId === placeId)!;
    };
    // The roster gives what comes in; what goes out is the default, so the pair is no better than an assumption.
    expect(demandOf('石门村服务站')).toMatchObject({ deliveryParcelsPerDay: 25, grade: 'assumption' });
    expect(demandOf('石门村服务站').source).toMatch(/^进件 in: roster\.csv; 出件 out: 默认假设/);
    // 22 parcels a village x 5 villages, by residents: 800 of 900 + 800 + 700 + 600 + 1200 = 4200.
    expect(demandOf('上坪村服务站')).toMatchObject({
      deliveryParcelsPerDay: Number(((22 * 5 * 800) / 4200).toFixed(2)),
      grade: 'assumption',
    });
    expect(demandOf('白水乡服务站')).toMatchObject({ deliveryParcelsPerDay: 208.7, grade: 'assumption' });
  });

  it('marks a village without coordinates as placed by rule, and says so', () => {
    const result = start(unknownCounty());
    expect(result.issues.map(({ code }) => code)).toContain('roster.placedByRule');
    const [scenario] = started(unknownCounty()).scenarios;
    const station = scenario!.stations.find(({ name }) => name === '下坪村服务站')!;
    expect(station.coordQuality).toBe('approxCatchment');
    expect(scenario!.stations.filter(({ coordQuality }) => coordQuality === 'exact')).toHaveLength(6);
  });

  it('can be solved, saved and opened again', () => {
    const scenario = started(unknownCounty()).scenarios[0]!;
    const report = toEnd(runScenario(scenario, { seed: 1, iterations: 200 }));
    expect(report.plan.unserved).toEqual([]);
    expect(report.evaluation.yuanPerParcel).toBeGreaterThan(0);
    const text = writeScenarioFile(scenario, { appVersion: '0', savedAt: '2026-01-01T00:00:00Z' });
    const read = readScenarioFile(text);
    expect(read.ok && hashDocument(read.value)).toBe(hashDocument(scenario));
  });

  it('is the same whatever the order of the rows', () => {
    const [header, ...rows] = unknownCounty();
    const turned = started([header!, ...rows.toReversed()]);
    expect(hashDocument(turned)).toBe(hashDocument(started(unknownCounty())));
  });

  it('needs a centre: without one it asks for it, and takes the one chosen', () => {
    const [header, , ...rows] = unknownCounty();
    const result = start([header!, ...rows]);
    expect(result.ok).toBe(false);
    expect(result.issues.map(({ code }) => code)).toContain('roster.noDepot');
    const checked = check(open(csvFile('roster.csv', [header!, ...rows])));
    const depot = { name: '新中心', lonLat: [104.51, 31.21] as const };
    const chosen = toEnd(applyToNewCounty(checked, { name: '', terrain: 'plain', depot }, defaults('plain')));
    expect(chosen.ok && chosen.value.county.scenarios[0]!.depot).toMatchObject(depot);
  });

  it('takes lines, vehicles, volumes, prices, buses and claims with it', () => {
    const files = [
      csvFile('vehicles.csv', [
        ['车型', '数量', '载重', '装载件数', '购置价', '折旧年限', '司机工资'],
        ['微面', 3, 700, 300, 60000, 5, 5200],
      ]),
      csvFile('volumes.csv', [
        ['快递品牌', '乡镇', '月份', '派件量', '揽件量'],
        ['中通', '青山镇', '2024-04', 9000, 900],
        ['圆通', '青山镇', '2024-04', 3000, 300],
      ]),
      csvFile('rates.csv', [
        ['费用项目', '单价(元/件)', '依据'],
        ['派费', 0.5, '合同'],
        ['看不懂的费用', 3, ''],
      ]),
      csvFile('lines.csv', [
        ['线路编号', '线路名称', '起点', '途经', '终点', '里程', '车型', '发车时间', '班次', '配送频次'],
        ['L1', '青山线', '县城', '青山镇、上坪村', '下坪村', 60, '微面', '7:30', 1, '隔日'],
        ['L2', '白水线', '县城', '白水乡', '双河社区', 40, '微面', '8:00、14:00', 2, '每日'],
      ]),
      csvFile('buses.csv', [
        ['班线名称', '起点', '途经', '终点', '首班', '末班', '发车间隔', '可带货'],
        ['石桥-青山', '县城', null, '青山镇', '6:30', '17:30', '60分钟', '是'],
      ]),
      csvFile('claims.csv', [
        ['编号', '文件', '日期', '事项', '数值', '单位'],
        ['C1', '自评', '2024-04-18', '行政村覆盖率', '100%', null],
      ]),
    ];
    const result = start(unknownCounty(), files);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { county, tables } = result.value;
    const scenario = county.scenarios[0]!;
    expect(tables.map(({ kind }) => kind).sort()).toEqual(
      ['buses', 'claims', 'lines', 'rates', 'stations', 'vehicles', 'volumes'].sort(),
    );
    const [van] = scenario.vehicleTypes;
    // 60,000 yuan over 5 years of 365 days; 5,200 yuan a month over 26 days.
    expect(van).toMatchObject({ count: 3, capacityParcels: { value: 300, grade: 'user' } });
    expect(van!.fixedYuanPerDay.value).toBeCloseTo(60_000 / 5 / 365, 2);
    expect(van!.driverYuanPerDay.value).toBe(200);
    expect(scenario.couriers.map(({ name, volumeShare }) => [name.zh, volumeShare.value]).sort()).toEqual([
      ['中通', 0.75],
      ['圆通', 0.25],
    ]);
    const qingshan = county.places.find(({ name }) => name === '青山镇')!;
    const members = new Set(
      county.places
        .filter(({ id, parentId }) => id === qingshan.id || parentId === qingshan.id)
        .map(({ id }) => id),
    );
    const delivered = scenario.demands
      .filter(({ placeId }) => members.has(placeId))
      .reduce((sum, demand) => sum + demand.deliveryParcelsPerDay, 0);
    // 12,000 parcels in the 30 days of April.
    expect(delivered).toBeCloseTo(400, 6);
    expect(scenario.rates.endDeliveryFeeYuanPerParcel).toEqual({ value: 0.5, grade: 'user', source: '合同' });
    expect(result.issues.map(({ code }) => code)).toContain('rate.notPlaced');
    const plan = scenario.todaysPlan!;
    expect(plan.lines.map(({ id, stopIds, serviceDays }) => [id, stopIds.length, serviceDays])).toEqual([
      ['L1', 3, { kind: 'everyNDays', n: 2 }],
      ['L2', 2, { kind: 'daily' }],
    ]);
    const evaluation = evaluatePlan(scenario, travelMatrix(scenario).matrix, {
      ...plan,
      unserved: [],
      quality: { seed: 0, iterations: 0, objectiveYuanPerDay: 0, lowerBoundYuanPerDay: null },
    });
    expect(evaluation.totalYuanPerDay).toBeGreaterThan(0);
    expect(scenario.busLines).toHaveLength(1);
    // 6:30 to 17:30 every hour.
    expect(scenario.busLines![0]!.runs).toHaveLength(12);
    expect(county.claims).toMatchObject([{ id: 'C1', value: 100, unit: '%' }]);
    const saved = writeScenarioFile(scenario, { appVersion: '0', savedAt: '2026-01-01T00:00:00Z' });
    expect(readScenarioFile(saved).ok).toBe(true);
  });
});

describe('the steps of a wizard', () => {
  const opened = open(csvFile('a.csv', roster()));
  const [key] = opened.tables.map((table) => table.key);
  const withChoices = (choices: NonNullable<Parameters<typeof check>[1]>['choices']) =>
    check(opened, { county: luxi(), ...(choices ? { choices } : {}) });

  it('give the header, the kinds, the columns and the system with its evidence by township', () => {
    const [table] = withChoices({}).tables;
    expect(table!.shape).toMatchObject({ headerRow: 1, headerRowCount: 1 });
    expect(table!.kinds[0]!.kind).toBe('stations');
    expect(table!.imported!.acceptedCount).toBe(12);
    const { townships } = table!.imported!.systemChoice!;
    expect(
      townships.map(({ township, pointCount, system }) => [township, pointCount, system]).sort(),
    ).toEqual([
      ['兴隆场镇', 4, 'wgs84'],
      ['潭溪镇', 4, 'wgs84'],
      ['达岚镇', 4, 'wgs84'],
    ]);
    for (const { evidence } of townships) expect(evidence).toHaveLength(3);
  });

  it("follow the user's header, kind, columns and systems", () => {
    const titled = open(csvFile('a.csv', [['序号', '名称', '数量'], ...roster()]));
    const found = check(titled, {
      county: luxi(),
      choices: { 'a.csv': { header: { firstRow: 2, rowCount: 1 } } },
    });
    expect(found.tables[0]!.imported!.acceptedCount).toBe(12);
    const other = withChoices({ [key!]: { kind: 'volumes' } });
    expect(other.tables[0]!.imported!.kind).toBe('volumes');
    const none = withChoices({ [key!]: { columns: { lon: null, lat: null } } });
    const [bare] = none.tables;
    expect(
      bare!.imported!.kind === 'stations' && bare!.imported!.rows.every(({ lonLat }) => lonLat === null),
    ).toBe(true);
    const moved = withChoices({ [key!]: { columns: { deliveryParcelsPerDay: at.distance } } });
    const [first] = moved.tables;
    expect(first!.imported!.kind === 'stations' && first!.imported!.rows[0]!.deliveryParcelsPerDay).toBe(3);
    const gcj = withChoices({ [key!]: { systemByTownship: { 达岚镇: 'gcj02' } } });
    expect(gcj.tables[0]!.imported!.crs).toBe('mixed');
    const left = withChoices({ [key!]: { isIncluded: false } });
    expect(left.tables[0]!.imported).toBeNull();
  });

  it('remember columns by the headers, whatever their order in the next file', () => {
    const cells = roster().map((row, index) => (index === 0 ? row.with(at.delivery, '数字甲') : row));
    const choices = { 'a.csv': { columns: { deliveryParcelsPerDay: at.delivery } } };
    const [table] = check(open(csvFile('a.csv', cells)), { county: luxi(), choices }).tables;
    const remembered = { [table!.signature!]: rememberColumns(table!.imported!.mapping) };
    const turned = cells.map((row) => row.toReversed());
    const [next] = check(open(csvFile('b.csv', turned)), { county: luxi(), remembered }).tables;
    expect(next!.imported!.kind === 'stations' && next!.imported!.rows[0]!.deliveryParcelsPerDay).toBe(20);
  });

  it('take no more parcels than a million a day, and name the cell', () => {
    const rows = roster();
    const cells = rows.map((row, index) =>
      row.map((cell, column) => (index === 2 && column === at.delivery ? '1e308' : cell)),
    );
    const checked = check(open(csvFile('a.csv', cells)), { county: luxi() });
    const [table] = checked.tables;
    expect(
      table!.imported!.kind === 'stations' && table!.imported!.rows[1]!.deliveryParcelsPerDay,
    ).toBeNull();
    expect(issuesOf(checked)).toContainEqual(
      expect.objectContaining({
        code: 'cell.outOfRange',
        at: { table: 'a.csv', row: 3, column: '日均进件' },
      }),
    );
  });

  it('remember columns whose headers say nothing, below a title too', () => {
    const nothing = ['甲', '乙', '丙丁', '戊'];
    const rows = roster()
      .slice(1)
      .map((row) => [row[at.township]!, row[at.village]!, row[at.delivery]!, '']);
    const first = [nothing, ...rows] satisfies Cells;
    const choices = {
      'a.csv': {
        kind: 'stations' as const,
        header: { firstRow: 1, rowCount: 1 },
        columns: { township: 0, village: 1, deliveryParcelsPerDay: 2 },
      },
    };
    const [table] = check(open(csvFile('a.csv', first)), { county: luxi(), choices }).tables;
    expect(table!.imported!.acceptedCount).toBe(rows.length);
    const remembered = { [table!.signature!]: rememberColumns(table!.imported!.mapping) };
    const next = [['六月'], ...first] satisfies Cells;
    const [again] = check(open(csvFile('b.csv', next)), { county: luxi(), remembered }).tables;
    expect(again!.shape!.headerRow).toBe(2);
    expect(again!.imported!.kind).toBe('stations');
    expect(again!.imported!.acceptedCount).toBe(rows.length);
    // Without the memory there is no header in such a file.
    expect(check(open(csvFile('b.csv', next)), { county: luxi() }).tables[0]!.shape).toBeNull();
  });

  it('report progress between 0 and 1 that never falls', () => {
    const rows = Array.from({ length: 60 }, () => roster().slice(1)).flat();
    const big = open(csvFile('big.csv', [roster()[0]!, ...rows]));
    const shares: number[] = [];
    const generator = checkTables(big.tables, { ...defaultCheckOptions, county: luxi() });
    for (let step = generator.next(); !step.done; step = generator.next()) shares.push(step.value.doneShare);
    expect(shares.length).toBeGreaterThan(3);
    expect(
      shares.every((share, index) => share >= 0 && share <= 1 && share >= (shares[index - 1] ?? 0)),
    ).toBe(true);
  });

  it('put a roster into an open scenario and keep the rest', () => {
    const [scenario] = luxi().scenarios;
    const checked = withChoices({});
    const applied = toEnd(
      applyTables(scenario!, checked, { isRosterComplete: false, defaults: defaults('mountain') }),
    );
    expect(issuesOf(checked).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(applied.scenario.stations).toHaveLength(scenario!.stations.length);
    expect(applied.scenario.rates).toBe(scenario!.rates);
    expect(applied.tables).toEqual([{ key: 'a.csv', kind: 'stations', appliedRowCount: 12 }]);
  });
});
