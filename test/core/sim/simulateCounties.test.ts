import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { costEntryKeys } from '../../../src/core/model/rates.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { type SimulationSettings, timeStatisticKeys } from '../../../src/core/model/simulation.ts';
import { travelMatrix } from '../../../src/core/network/travelMatrix.ts';
import { runReplication } from '../../../src/core/sim/runReplication.ts';
import { defaultSimulationSettings, noVariance } from '../../../src/core/sim/settings.ts';
import { simulateReplications } from '../../../src/core/sim/simulate.ts';
import { buildSimulationModel } from '../../../src/core/sim/simulationModel.ts';
import { summarise } from '../../../src/core/sim/summarise.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { minPerDay } from '../../../src/core/units.ts';

function countyOf(countyId: string) {
  const county = readCounty(readCountyFiles(countyId));
  if (!county.ok) throw new Error(`${countyId} does not read`);
  return county.value;
}
function shipped(countyId: string, scenarioId?: string): Scenario {
  const { scenarios, defaultScenarioId } = countyOf(countyId);
  return scenarios.find(({ id }) => id === (scenarioId ?? defaultScenarioId))!;
}
function planned(scenario: Scenario, iterations = 100) {
  const { matrix } = travelMatrix(scenario);
  const plan = toEnd(assignLines(scenario, matrix, { seed: 1, iterations }));
  return { scenario, matrix, plan };
}

/** Monday carries the parcels of three days: its duties are longer than those of other days. */
function onWeekdays(scenario: Scenario): Scenario {
  return {
    ...scenario,
    policy: { ...scenario.policy, serviceDays: { kind: 'weekdays', days: [0, 1, 2, 3, 4] } },
  };
}

const everyScenario = ['heshui', 'yanling', 'luxi'].flatMap((countyId) =>
  countyOf(countyId).scenarios.map((scenario) => [`${countyId} ${scenario.id}`, scenario, 100] as const),
);
// Plans of no search at all have long branch lines: some come back past midnight.
const late = [
  ['luxi 1+12+130-hub, some back past midnight', shipped('luxi', '1+12+130-hub'), 0],
  ['yanling 1+3+96-daily, some back past midnight', shipped('yanling', '1+3+96-daily'), 0],
] as const;

describe('the sample counties', () => {
  it('have nine scenarios, and two plans come back past midnight', () => {
    expect(everyScenario.length).toBe(9);
    for (const [, scenario, iterations] of late) {
      const { matrix, plan } = planned(scenario, iterations);
      const { duties } = evaluatePlan(scenario, matrix, plan);
      expect(duties.some(({ endClockMin }) => endClockMin > minPerDay)).toBe(true);
    }
  });
});

/** The evening's parcels are on the sorter until the morning: 4000 at 250 an hour take 16 hours. */
function sortingAtNight(scenario: Scenario): Scenario {
  const { sorting } = scenario;
  return {
    ...scenario,
    waves: [
      { arrivalClockMin: 360, share: 0.3 },
      { arrivalClockMin: 1200, share: 0.7 },
    ],
    sorting: {
      ...sorting,
      chuteCount: 0,
      parcelsPerHour: { ...sorting.parcelsPerHour, value: 250 },
    },
  };
}
const atNight = [
  'heshui 1+12+68, sorting until the morning',
  sortingAtNight(shipped('heshui')),
  100,
] as const;
const weekdays = ['heshui 1+12+68, Monday to Friday', onWeekdays(shipped('heshui')), 100] as const;

describe.each([...everyScenario, ...late, weekdays, atNight])('%s', (_name, scenario, iterations) => {
  const { matrix, plan } = planned(scenario, iterations);
  const evaluation = evaluatePlan(scenario, matrix, plan);
  const settings = { ...noVariance(defaultSimulationSettings(scenario.travel.terrain)), days: 14 };
  const model = buildSimulationModel(scenario, matrix, plan, settings);
  const result = summarise(model, toEnd(simulateReplications(model, 0, settings.replications)));

  it('without variance gives the numbers of the evaluation', () => {
    for (const key of timeStatisticKeys)
      expect(Math.abs(result.times[key].mean - evaluation.times[key]), key).toBeLessThan(1e-9);
    expect(result.times.villageShareWithin48h.mean).toBeCloseTo(evaluation.times.villageShareWithin48h, 9);
    for (const key of costEntryKeys)
      expect(result.costYuanPerDay[key].mean, key).toBeCloseTo(evaluation.costYuanPerDay[key], 9);
    expect(result.yuanPerParcel.mean).toBeCloseTo(evaluation.yuanPerParcel, 9);
    expect(result.lineKmPerDay.mean).toBeCloseTo(evaluation.lineKmPerDay, 9);
    expect(result.dutyDaysPerDay.mean).toBeCloseTo(evaluation.dutyCount, 9);
    expect(result.kgCo2PerDay.mean).toBeCloseTo(evaluation.kgCo2PerDay, 9);
    expect(result.totalYuanPerDay.mean).toBeCloseTo(evaluation.totalYuanPerDay, 9);
    expect(result.outbound.parcelsPerDay.mean).toBeCloseTo(evaluation.parcelsPerDay.pickup, 9);
    const inbound = result.stations.reduce((sum, station) => sum + station.parcelsPerDay.mean, 0);
    expect(inbound).toBeCloseTo(evaluation.parcelsPerDay.delivery, 9);
    expect(result.overtimeMinPerDay.mean).toBeCloseTo(
      evaluation.duties.reduce(
        (sum, { days, dayShare }) =>
          sum + (days.reduce((total, { overtimeMin }) => total + overtimeMin, 0) / days.length) * dayShare,
        0,
      ),
      9,
    );
    evaluation.lines.forEach((line, index) => {
      expect(result.lines[index]!.loadFactorShare.mean).toBeCloseTo(line.loadFactorShare, 9);
    });
  });

  it('without variance gives the mean hours of every station, in parts that add up', () => {
    const rows = new Map(result.stations.map((row) => [row.stationId, row]));
    const reached = evaluation.stopTimes.filter((stop) => rows.get(stop.stationId)!.parcelsPerDay.mean > 0);
    expect(reached.length).toBeGreaterThan(10);
    const onOneLine = reached.filter(
      (stop) => reached.filter((other) => other.stationId === stop.stationId).length === 1,
    );
    for (const stop of onOneLine) {
      const { times, parts } = rows.get(stop.stationId)!;
      expect(Math.abs(times.meanH.mean - stop.meanH)).toBeLessThan(1e-9);
      const { sortH, waitDepartureH, driveH, hubWaitH, stationClosedH } = parts;
      expect(sortH + waitDepartureH + driveH + hubWaitH + stationClosedH).toBeCloseTo(stop.meanH, 9);
    }
  });
});

const cases = [
  ['heshui 1+12+68', shipped('heshui')],
  ['heshui 1+17', shipped('heshui', '1+17')],
  ['yanling 1+3+96, branches on alternate days', shipped('yanling')],
  ['luxi 1+12+130', shipped('luxi')],
] as const;

describe.each(cases)('random weeks of %s', (_name, scenario) => {
  const { matrix, plan } = planned(scenario);
  const defaults = defaultSimulationSettings(scenario.travel.terrain);

  it('loses no parcel at any event of a random year’s worst weeks', () => {
    const settings: SimulationSettings = {
      ...defaults,
      days: 5,
      warmUpDays: 2,
      followUpDays: 3,
      keeperAbsentDayShare: { value: 0.2, grade: 'user', source: 'test' },
      breakdownTripShare: { value: 0.2, grade: 'user', source: 'test' },
    };
    const model = buildSimulationModel(scenario, matrix, plan, settings);
    // Throws at the first event after which created parcels are not delivered or in the system.
    const { account } = runReplication(model, 0, { isChecking: true });
    expect(account.created).toBeGreaterThan(1000);
    expect(account.created).toBe(account.delivered + account.inSystem);
    expect(Number.isInteger(account.created)).toBe(true);
  });

  it('adds replications up to the same bytes in one share or in two', () => {
    const settings = { ...defaults, days: 5, replications: 3 };
    const model = buildSimulationModel(scenario, matrix, plan, settings);
    const other = buildSimulationModel(scenario, matrix, plan, settings);
    const one = toEnd(simulateReplications(model, 0, 3));
    const late = toEnd(simulateReplications(other, 1, 3));
    const early = toEnd(simulateReplications(other, 0, 1));
    const printed = (outcomes: typeof one): string => JSON.stringify(summarise(model, outcomes));
    expect(printed([...early, ...late])).toBe(printed(one));
  });
});

describe('a second sorting round in Heshui', () => {
  it('costs hours of sorting but no parcel of the 24 hours', () => {
    const twoRounds = shipped('heshui');
    const { matrix, plan } = planned(twoRounds);
    const enough = { ...twoRounds.sorting, chuteCount: twoRounds.stations.length };
    const settings = { ...noVariance(defaultSimulationSettings('hills')), days: 7 };
    const simulated = (scenario: Scenario) => {
      const model = buildSimulationModel(scenario, matrix, plan, settings);
      return { model, ...summarise(model, toEnd(simulateReplications(model, 0, 1))) };
    };
    const two = simulated(twoRounds);
    const one = simulated({ ...twoRounds, sorting: enough });
    // 80 destinations: 48 < 80 <= 48 x 48, two rounds; with 80 chutes one.
    expect(twoRounds.sorting.chuteCount).toBe(48);
    expect([two.model.sortingRounds, one.model.sortingRounds]).toEqual([2, 1]);
    expect(two.stations[0]!.parts.sortH).toBeGreaterThan(2 * one.stations[0]!.parts.sortH);
    // Either way the first wave is sorted before the vehicles leave at 07:30 and the second long before the next morning.
    expect(two.times.shareWithin24h.mean).toBeCloseTo(one.times.shareWithin24h.mean, 9);
    expect(two.times.p90H.mean).toBeCloseTo(one.times.p90H.mean, 9);
  });
});
