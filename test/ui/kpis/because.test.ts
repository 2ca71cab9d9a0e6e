import { expect, it } from 'vitest';
import { assumedBusesOf, type BusLine } from '../../../src/core/model/buses.ts';
import { asId, type BusLineId, type LineId } from '../../../src/core/model/ids.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { changeBusLine } from '../../../src/state/edits/busLines.ts';
import { reasonsOfEstimate } from '../../../src/ui/kpis/because.ts';
import { aLine, aPlan, aScenario, graded } from '../../builders.ts';

const bus: BusLine = {
  id: asId<BusLineId>('assumed-T'),
  name: 'T (推算)',
  operator: '',
  calls: [],
  runs: [{ departureClockMin: 510 }],
  serviceDays: { kind: 'daily' },
  timetable: { grade: 'assumption', source: '没有导入客车时刻 / no timetable' },
  spareParcelsPerRun: graded(60),
  yuanPerParcel: graded(0.2),
};
const scenario = aScenario([{ id: 'a' }, { id: 'b' }, { id: 'c' }], { busLines: [bus] });
const own = aPlan([aLine('1', ['a', 'b', 'c'])]);
const ridden = {
  ...own,
  lines: own.lines.map((line) => ({
    ...line,
    id: asId<LineId>('bus'),
    kind: 'bus' as const,
    busLineId: bus.id,
  })),
};
const reasons = (key: string, plan: Report['plan'], of = scenario) =>
  reasonsOfEstimate(key, { scenario: of, plan, evaluation: { isEstimated: false } as Report['evaluation'] });

it('says that the buses a plan rides on are assumed, and nothing where none is ridden', () => {
  expect(reasons('yuanPerParcel', ridden)).toEqual([{ reason: 'buses', count: 1, total: 0 }]);
  expect(reasons('worstCountyToVillageH', ridden)).toEqual([{ reason: 'buses', count: 1, total: 0 }]);
  // What it was before has no buses.
  expect(reasons('baselineYuanPerParcel', ridden)).toEqual([]);
  expect(reasons('yuanPerParcel', own)).toEqual([]);
});

it('no longer says so once somebody has put in when they run', () => {
  const renamed = changeBusLine(scenario, bus.id, { name: '1' });
  expect(assumedBusesOf(renamed, ridden)).toHaveLength(1);
  const known = changeBusLine(scenario, bus.id, { runs: [{ departureClockMin: 480 }] });
  expect(assumedBusesOf(known, ridden)).toEqual([]);
});

it('counts stations whose positions are estimated, of all stations', () => {
  const [a, b, c] = scenario.stations;
  // Two of three stand where a rule has put them.
  const placed = {
    ...scenario,
    stations: [
      a!,
      { ...b!, coordQuality: 'approxCatchment' as const },
      { ...c!, coordQuality: 'approxSeat' as const },
    ],
  };
  expect(reasons('lineKmPerDay', own, placed)).toEqual([{ reason: 'positions', count: 2, total: 3 }]);
});
