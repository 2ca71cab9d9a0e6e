import type { Issue } from '../../issues.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import type { LineId, StationId } from '../../model/ids.ts';
import { openLineIds } from '../../model/openLines.ts';
import type { PlannedDuty, PlannedLine } from '../../model/plan.ts';
import type { KpiRow } from '../../model/report.ts';
import type { LineKind, Scenario } from '../../model/scenario.ts';
import { formatClock } from '../../units.ts';
import { serviceDaysText } from '../tables/cells/readServiceDays.ts';
import { column, type ExportTable, tableOf } from './exportTable.ts';

/** Lines and duties; with their evaluation the times and kilometres too. */
export interface ExportedPlan {
  readonly lines: readonly PlannedLine[];
  readonly duties: readonly PlannedDuty[];
}

const kindWords: Readonly<Record<LineKind, string>> = {
  direct: '直达',
  trunk: '干线',
  branch: '支线',
  urban: '城区',
  bus: '班车带货',
};
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Names by which stops come back: a name that occurs twice stands behind its township's. */
function stopNames(scenario: Scenario): ReadonlyMap<string, string> {
  const stations = [scenario.depot, ...scenario.stations];
  const counts = new Map<string, number>();
  for (const { name } of stations) counts.set(name, (counts.get(name) ?? 0) + 1);
  const placeById = new Map(scenario.places.map((place) => [place.id, place]));
  return new Map(
    stations.map(({ id, name, placeId }) => {
      const parentId = placeById.get(placeId)?.parentId;
      const township = parentId ? placeById.get(parentId)?.name : undefined;
      return [
        id,
        counts.get(name)! > 1 && township && !name.startsWith(township) ? `${township}${name}` : name,
      ];
    }),
  );
}

function driversOf(duties: readonly PlannedDuty[]): ReadonlyMap<LineId, string> {
  const drivers = new Map<LineId, Set<number>>();
  for (const [index, { trips }] of duties.entries())
    for (const { lineId } of trips) {
      const own = drivers.get(lineId) ?? new Set();
      drivers.set(lineId, own.add(index + 1));
    }
  return new Map(
    [...drivers].map(([id, numbers]) => [id, [...numbers].map((number) => `司机${number}`).join('、')]),
  );
}

/** One row for each line; the stops in order. Without an evaluation kilometres, parcels and cost stay empty. */
export function linesTable(
  scenario: Scenario,
  plan: ExportedPlan,
  evaluation: Evaluation | null,
): ExportTable {
  const names = stopNames(scenario);
  const drivers = driversOf(plan.duties);
  const vehicleName = new Map(scenario.vehicleTypes.map(({ id, name }) => [id, name.zh]));
  const evaluated = new Map(evaluation?.lines.map((line) => [line.lineId, line]));
  const figure = (line: PlannedLine, pick: (of: Evaluation['lines'][number]) => number): number | null => {
    const found = evaluated.get(line.id);
    return found ? rounded(pick(found), 2) : null;
  };
  return tableOf<PlannedLine>(
    'lines',
    '线路',
    [
      column('线路编号', ({ id }) => id),
      column('线路名称', ({ id }) => id),
      column('起点', ({ originId }) => names.get(originId) ?? originId),
      column('途经', ({ stopIds }) => stopIds.map((id) => names.get(id) ?? id).join('、')),
      column('终点', ({ originId }) => names.get(originId) ?? originId),
      column('里程(公里)', (line) => figure(line, ({ trips }) => trips[0]?.lengthKm ?? 0)),
      column('车型', ({ vehicleTypeId }) => vehicleName.get(vehicleTypeId) ?? vehicleTypeId),
      column('司机', ({ id }) => drivers.get(id) ?? null),
      column('发车时间', ({ departureClockMin }) => departureClockMin.map(formatClock).join('、')),
      column('班次(班/日)', ({ departureClockMin }) => departureClockMin.length),
      column('停靠点数', ({ stopIds }) => stopIds.length),
      column('配送频次', ({ serviceDays }) => serviceDaysText(serviceDays)),
      column('首日(0起)', ({ phase, serviceDays }) => (serviceDays.kind === 'everyNDays' ? phase : null)),
      column('组织方式', ({ kind }) => kindWords[kind]),
      column('日均件量(件/日)', (line) => figure(line, ({ parcelsPerDay }) => parcelsPerDay)),
      column('日成本(元/日)', (line) => figure(line, ({ costYuanPerDay }) => costYuanPerDay)),
      column('件均成本(元/件)', (line) => figure(line, ({ yuanPerParcel }) => yuanPerParcel)),
    ],
    // A bus runs by its own timetable and is in the table of buses.
    plan.lines.filter(({ kind }) => kind !== 'bus'),
  );
}

interface Call {
  readonly line: string;
  readonly round: number;
  readonly order: number;
  readonly stop: string;
  readonly arrival: string;
  /** Until the station opens, minutes; null where nothing is handed over. */
  readonly waitMin: number | null;
  readonly departure: string;
  readonly delivery: number | null;
  readonly pickup: number | null;
  readonly legKm: number | null;
}

/** Every call of every round of a service day, start and return too, or the drive from the village in the morning. */
export function timetableTable(scenario: Scenario, plan: ExportedPlan, evaluation: Evaluation): ExportTable {
  const names = stopNames(scenario);
  const evaluated = new Map(evaluation.lines.map((line) => [line.lineId, line]));
  const open = openLineIds(scenario, plan);
  const calls = plan.lines.flatMap((line): Call[] => {
    const trips = evaluated.get(line.id)?.trips ?? [];
    const origin = names.get(line.originId) ?? line.originId;
    return trips.slice(0, line.departureClockMin.length).flatMap((trip, roundIndex): Call[] => {
      const base = { line: line.id, round: roundIndex + 1 };
      const empty = { waitMin: null, delivery: null, pickup: null };
      const { morning } = trip;
      const nameOf = (id: StationId): string => names.get(id) ?? id;
      const home = line.stopIds.at(-1)!;
      const drivesIn = morning
        ? [
            {
              ...base,
              ...empty,
              stop: nameOf(home),
              arrival: '',
              departure: formatClock(morning.startClockMin),
              legKm: null,
            },
          ]
        : [];
      const start = {
        ...base,
        ...empty,
        stop: origin,
        arrival: morning ? formatClock(morning.endClockMin) : '',
        departure: formatClock(trip.departureClockMin),
        legKm: morning ? rounded(trip.returnLegKm, 2) : null,
      };
      const end = {
        ...base,
        ...empty,
        stop: origin,
        arrival: formatClock(trip.returnClockMin),
        departure: '',
        legKm: rounded(trip.returnLegKm, 2),
      };
      const visits = trip.visits.map(
        (visit): Omit<Call, 'order'> => ({
          ...base,
          stop: nameOf(visit.stationId),
          arrival: formatClock(visit.arrivalClockMin),
          waitMin: rounded(visit.waitMin ?? 0, 1),
          departure: formatClock(visit.departureClockMin),
          delivery: rounded(visit.deliveryParcels, 1),
          pickup: rounded(visit.pickupParcels, 1),
          legKm: rounded(visit.legKm, 2),
        }),
      );
      const calls = [...drivesIn, start, ...visits, ...(morning || open.has(line.id) ? [] : [end])];
      return calls.map((call, order) => ({ ...call, order }));
    });
  });
  return tableOf<Call>(
    'timetable',
    '时刻表',
    [
      column('线路编号', ({ line }) => line),
      column('轮次', ({ round }) => round),
      column('顺序', ({ order }) => order),
      column('停靠点', ({ stop }) => stop),
      column('到达', ({ arrival }) => arrival),
      column('离开', ({ departure }) => departure),
      column('等候(分钟)', ({ waitMin }) => waitMin),
      column('派件(件)', ({ delivery }) => delivery),
      column('揽件(件)', ({ pickup }) => pickup),
      column('里程(公里)', ({ legKm }) => legKm),
    ],
    calls,
  );
}

/** Words that core does not have: it knows keys only. */
export interface ExportWords {
  readonly kpi: (key: string) => string;
  readonly issue: (found: Issue) => { readonly cause: string; readonly action: string };
}

/** Six digits say all that a figure of a plan can; every digit stands in the JSON files. */
const forPeople = (value: number): number => Number(value.toPrecision(6));

export const kpisTable = (kpis: readonly KpiRow[], words: ExportWords): ExportTable =>
  tableOf<KpiRow>(
    'kpis',
    '指标',
    [
      column('指标代码', ({ key }) => key),
      column('指标', ({ key }) => words.kpi(key)),
      column('数值', ({ value }) => forPeople(value)),
      column('单位', ({ unit }) => unit),
      column('层级', ({ tier }) => tier ?? null),
      column('分子', ({ numerator }) => numerator ?? null),
      column('分母', ({ denominator }) => denominator ?? null),
      column('基准', ({ baseline }) => baseline ?? null),
      column('目标', ({ target }) => target?.threshold ?? null),
      column('目标文件', ({ target }) => (target ? `${target.document} ${target.clause}` : null)),
      column('是否达标', ({ status }) => (status === 'pass' ? '达标' : status === 'fail' ? '未达标' : null)),
      column('是否含估算', ({ isEstimated }) => (isEstimated ? '是' : '否')),
    ],
    kpis,
  );

const severityWords = { error: '错误', warning: '警告', info: '提示' } as const;

/** issues.csv: where each stands in the file, what it is and what to do. */
export const issuesTable = (issues: readonly Issue[], words: ExportWords): ExportTable => {
  const place = ({ at }: Issue) => (at && 'table' in at ? at : null);
  return tableOf<Issue>(
    'issues',
    '问题清单',
    [
      column('代码', ({ code }) => code),
      column('级别', ({ severity }) => severityWords[severity]),
      column('表', (found) => place(found)?.table ?? null),
      column('行', (found) => place(found)?.row ?? null),
      column('列', (found) => place(found)?.column ?? null),
      column('原值', ({ params }) => (params.value ?? params.name ?? null) as string | number | null),
      column('原因', (found) => words.issue(found).cause),
      column('处理', (found) => words.issue(found).action),
    ],
    issues,
  );
};
