import { describe, expect, it } from 'vitest';
import { allocateCost } from '../../../src/core/evaluate/allocateCost.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { simulationTables } from '../../../src/core/kpi/simulationTables.ts';
import { numbersIn } from '../../../src/core/kpi/tidyTable.ts';
import { depotPlace } from '../../../src/core/model/dayLog.ts';
import { asId, type BusLineId } from '../../../src/core/model/ids.ts';
import { defaultOperations } from '../../../src/core/model/operations.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import type { SimulationResult, SimulationSettings } from '../../../src/core/model/simulation.ts';
import type { TravelMatrix } from '../../../src/core/model/travel.ts';
import { dayLog } from '../../../src/core/sim/dayLog.ts';
import { parcelStory } from '../../../src/core/sim/parcelStory.ts';
import { runReplication } from '../../../src/core/sim/runReplication.ts';
import { defaultSimulationSettings, noVariance, peaksOf } from '../../../src/core/sim/settings.ts';
import { simulate } from '../../../src/core/sim/simulate.ts';
import { buildSimulationModel } from '../../../src/core/sim/simulationModel.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType, graded, someRates } from '../../builders.ts';

const certain = { ...noVariance(defaultSimulationSettings('plain')), days: 14 };

/** Runs, with parcels counted after every event, and gives the result. */
function run(
  scenario: Scenario,
  matrix: TravelMatrix,
  plan: Plan,
  settings: SimulationSettings = certain,
): SimulationResult {
  runReplication(buildSimulationModel(scenario, matrix, plan, settings), 0, { isChecking: true });
  const steps = simulate(scenario, matrix, plan, settings);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const station = (scenario: Scenario, id: string) => scenario.stations.find((each) => each.id === id)!.id;
const countOf = (result: SimulationResult, code: string): number =>
  result.incidents.filter((incident) => incident.code === code).reduce((sum, { count }) => sum + count, 0);
const oneVillage = aMatrix(['depot', 'V'], [['depot', 'V', 10, 30]]);

describe('a township hub', () => {
  // One trunk line to H at 07:30 (30 min), two branch lines of 40 parcels each.
  const matrix = aMatrix(
    ['depot', 'H', 'V', 'W'],
    [
      ['depot', 'H', 20, 30],
      ['H', 'V', 10, 30],
      ['H', 'W', 10, 30],
    ],
  );
  const scenario = aScenario(
    [
      { id: 'H', role: 'townshipStation' },
      { id: 'V', delivery: 40, hubId: 'H' },
      { id: 'W', delivery: 40, hubId: 'H' },
    ],
    {
      serviceTimes: {
        loadingMin: graded(20),
        townshipDwellMin: graded(10),
        villageDwellMin: graded(0),
        urbanDwellMin: graded(0),
        handlingSecPerParcel: graded(0),
        hubHandoverMin: graded(0),
      },
    },
  );
  const branch = (id: string, stop: string) =>
    aLine(id, [stop], { kind: 'branch', originId: station(scenario, 'H'), departureClockMin: [540] });
  const plan = aPlan([aLine('T', ['H'], { kind: 'trunk' }), branch('B', 'V'), branch('C', 'W')]);

  it('with one dock loads one vehicle after the other', () => {
    const free = run(scenario, matrix, plan);
    const one = run(scenario, matrix, plan, { ...certain, hubDockCount: graded(1) });
    // Both load from 08:40 to 09:00; with one dock the second from 09:00 to 09:20.
    expect(free.hubs[0]!.dockWaitMinPerDay.mean).toBe(0);
    expect(one.hubs[0]!.dockWaitMinPerDay.mean).toBeCloseTo(20, 9);
    const hours = (result: SimulationResult) => result.stations.slice(1).map((row) => row.times.meanH.mean);
    // Wave 06:00, at the village 09:30 = 3.5 h, or 09:50.
    expect(hours(free)).toEqual([3.5, 3.5]);
    expect(hours(one).sort()).toEqual([3.5, 3.5 + 20 / 60]);
    expect(countOf(one, 'hub.dockWait')).toBe(14);
  });

  it('says what it holds by the hour', () => {
    const result = run(scenario, matrix, plan);
    // 80 parcels from 08:10 (unloaded) to 09:00: 50 of 60 minutes of the hour from 8.
    expect(result.hubs[0]!.parcelsByHour[8]).toBeCloseTo((80 * 50) / 60, 9);
    expect(result.hubs[0]!.parcelsByHour[9]).toBe(0);
    expect(result.hubs[0]!.peakParcels.mean).toBe(80);
    expect(result.hubs[0]!.turnedAwayParcelsPerDay.mean).toBe(0);
  });

  it('takes in no more than it has room for; the rest rides back and comes again', () => {
    const result = run(scenario, matrix, plan, { ...certain, hubSpaceParcels: graded(50) });
    const [hub] = result.hubs;
    // Room for 50 of the 80 that come a day; the branches have taken them away again when the next trunk comes.
    expect(hub!.parcelsByHour[8]).toBeCloseTo((50 * 50) / 60, 9);
    expect(hub!.peakParcels.mean).toBeCloseTo(50, 9);
    expect(countOf(result, 'hub.overSpace')).toBe(14);
    // 30 stay behind every day since the warm-up of 7 days began: 240 on the first day, 270 on the second; from then on
    // the van, which holds 350, brings 350 and takes 300 back.
    expect(hub!.turnedAwayParcelsPerDay.mean).toBeCloseTo((240 + 270 + 12 * 300) / 14, 6);
    expect(result.byDay[13]!.backlogParcels.mean).toBeCloseTo(630, 6);
    const { created, delivered, inSystem } = result.parcels;
    expect(created).toBeCloseTo(delivered + inSystem, 6);
    expect(delivered).toBeGreaterThan(0);
  });

  it('enforces its space in whole parcels too, and no parcel is lost at any event', () => {
    const settings = { ...defaultSimulationSettings('plain'), days: 10, hubSpaceParcels: graded(70) };
    const result = run(scenario, matrix, plan, settings);
    expect(result.hubs[0]!.peakParcels.high).toBeLessThanOrEqual(70);
    expect(result.hubs[0]!.turnedAwayParcelsPerDay.mean).toBeGreaterThan(0);
    expect(Number.isInteger(result.parcels.created)).toBe(true);
    expect(result.parcels.created).toBe(result.parcels.delivered + result.parcels.inSystem);
  });

  it('gives loads by line and hour', () => {
    const { lines } = run(scenario, matrix, plan);
    // The trunk has 80 aboard from 07:30 to 08:00; back empty at 08:40.
    expect(lines[0]!.parcelsByHour[7]).toBeCloseTo(40, 9);
    expect(lines[0]!.vehiclesByHour[7]).toBeCloseTo(0.5, 9);
    expect(lines[0]!.vehiclesByHour[8]).toBeCloseTo(40 / 60, 9);
  });
});

describe('extra trips', () => {
  const small = (count: number) =>
    aScenario([{ id: 'V', delivery: 100 }], {
      vehicleTypes: [
        aVehicleType('van', { count, capacityParcels: graded(60), fixedYuanPerDay: graded(60) }),
      ],
    });
  const plan = aPlan([aLine('L', ['V'])]);
  const settings = { ...certain, extraTripMinParcels: graded(30) };

  it('take what a departure left behind, and cost a vehicle and a duty', () => {
    const without = run(small(2), oneVillage, plan);
    const result = run(small(2), oneVillage, plan, settings);
    // 40 more every day pile up without; with an extra trip they go at once.
    expect(without.byDay[13]!.backlogParcels.mean).toBeGreaterThan(400);
    expect(result.byDay[13]!.backlogParcels.mean).toBe(0);
    expect(result.lines[0]!.extraTripsPerDay.mean).toBe(1);
    expect(result.dutyDaysPerDay.mean).toBe(2);
    expect(result.costYuanPerDay.C2.mean).toBe(120);
  });

  it('need a vehicle that is free', () => {
    const result = run(small(1), oneVillage, plan, settings);
    expect(result.lines[0]!.extraTripsPerDay.mean).toBe(0);
    expect(countOf(result, 'line.overfull')).toBeGreaterThan(0);
  });
});

describe('holidays and peaks', () => {
  const scenario = aScenario([{ id: 'V', delivery: 10 }]);
  const plan = aPlan([aLine('L', ['V'])]);

  it('let no line run and pile parcels up', () => {
    const holidays = [{ name: 'Spring Festival', fromDay: 4, toDay: 6 }];
    const result = run(scenario, oneVillage, plan, { ...certain, holidays });
    expect(result.byDay.slice(3, 8).map((day) => day.backlogParcels.mean)).toEqual([0, 10, 20, 30, 0]);
    expect(result.lines[0]!.tripsPerDay.mean).toBeCloseTo(11 / 14, 12);
  });

  it('multiply the parcels by the factors of the data', () => {
    const dayFactors = peaksOf(defaultOperations('plain')).double11(3);
    const result = run(scenario, oneVillage, plan, { ...certain, dayFactors });
    // Three peak days at 1.5, then 1.2.
    expect(result.byDay.slice(2, 7).map((day) => day.createdParcels.mean)).toEqual([10, 15, 15, 15, 12]);
  });
});

describe('a bus', () => {
  const busId = asId<BusLineId>('bus');
  const scenario = aScenario([{ id: 'V', delivery: 40, pickup: 10 }], {
    rates: someRates(),
    busLines: [
      {
        id: busId,
        name: '1',
        operator: '',
        calls: [{ stationId: station(aScenario([{ id: 'V' }]), 'V'), offsetMin: 50, accessMin: 5 }],
        runs: [{ departureClockMin: 600 }],
        serviceDays: { kind: 'daily' },
        spareParcelsPerRun: graded(60),
        yuanPerParcel: graded(0.2),
      },
    ],
  });
  const plan: Plan = {
    ...aPlan([aLine('P', ['V'], { kind: 'bus', busLineId: busId, departureClockMin: [600] })]),
    duties: [],
  };

  it('runs by its own timetable, without duty or kilometres, for a fare per parcel', () => {
    const result = run(scenario, oneVillage, plan);
    // Wave 06:00, bus 10:00, at the village 10:55.
    expect(result.stations[0]!.times.meanH.mean).toBeCloseTo(4 + 55 / 60, 9);
    const evaluation = evaluatePlan(scenario, oneVillage, plan);
    expect(evaluation.times.meanH).toBeCloseTo(4 + 55 / 60, 9);
    expect(evaluation.costYuanPerDay.C8).toBeCloseTo(10, 9);
    const { stops } = allocateCost(scenario, plan, evaluation.lines);
    expect(stops.reduce((sum, row) => sum + row.yuanPerDay.C8, 0)).toBeCloseTo(10, 9);
    expect(result.dutyDaysPerDay.mean).toBe(0);
    expect(result.lineKmPerDay.mean).toBe(0);
    // 50 parcels x 0.20
    expect(result.costYuanPerDay.C8.mean).toBeCloseTo(10, 9);
    expect(result.costYuanPerDay.C3.mean).toBe(0);
  });

  it('takes passengers first: luggage leaves parcels behind on some days', () => {
    const full = run(scenario, oneVillage, plan, { ...certain, busBoxTakenShare: graded(0.4) });
    // Between 12 and 60 of the 60 places are left; 40 parcels do not always fit.
    expect(full.lines[0]!.leftBehindParcelsPerDay.mean).toBeGreaterThan(1);
    expect(run(scenario, oneVillage, plan).lines[0]!.leftBehindParcelsPerDay.mean).toBe(0);
  });
});

describe('the cold chain of yellow peaches', () => {
  // 24 boxes a day handed in evenly, fetched at 08:00 on average 12 h later, at the depot at 08:30, trunk at 20:00.
  const scenario = aScenario([{ id: 'V', pickup: 24 }], {
    operations: {
      spoilageGraceH: graded(12),
      spoilageSharePerH: graded(0.01),
      coldHoldH: graded(4),
      precoolingH: graded(2),
      precoolingYuanPerParcel: graded(0.5),
      coldValueYuanPerParcel: graded(40),
      reeferYuanPerDay: graded(80),
      reeferYuanPerKm: graded(0.3),
    },
  });
  const plan = aPlan([aLine('L', ['V'])]);
  const cold = (
    precooling: 'none' | 'station' | 'depot',
    isReefer: boolean,
  ): NonNullable<SimulationResult['cold']> => {
    const settings = { ...certain, cold: { freshShare: 1, precooling, isReefer } };
    return run(scenario, oneVillage, plan, settings).cold!;
  };

  it('without any cold is warm from the hand-in to the trunk', () => {
    const none = cold('none', false);
    expect(none.freshParcelsPerDay.mean).toBeCloseTo(24, 9);
    // 12 h at the stop until the trip leaves, half an hour to the stop, half an hour back, 11.5 h at the depot.
    expect(none.warmH.mean).toBeCloseTo(24.5, 6);
    expect(none.precoolingYuanPerDay.mean).toBe(0);
    // About 24 x (1 - e^-0.125) x 40
    expect(none.spoilageYuanPerDay.mean).toBeGreaterThan(90);
    expect(none.spoilageYuanPerDay.mean).toBeLessThan(140);
  });

  it('with pre-cooling at the depot is warm until it gets there and two hours on', () => {
    const depot = cold('depot', false);
    expect(depot.warmH.mean).toBeCloseTo(13 + 2, 6);
    expect(depot.precoolingYuanPerDay.mean).toBeCloseTo(12, 9);
    expect(depot.spoiledShare.mean).toBeLessThan(cold('none', false).spoiledShare.mean);
  });

  it('with pre-cooling at the stop warms up again after four hours in the ordinary chain', () => {
    const stop = cold('station', false);
    // 2 h to cool; then half an hour on the road and 11.5 h at the depot, less the 4 h the box holds.
    expect(stop.warmH.mean).toBeCloseTo(2 + 0.5 + 11.5 - 4, 6);
  });

  it('with refrigerated vehicles costs by the day and the kilometre', () => {
    const reefer = cold('station', true);
    // Cold again when the vehicle arrives; 11.5 h at the depot less the 4 h the box holds.
    expect(reefer.warmH.mean).toBeCloseTo(2 + 11.5 - 4, 6);
    // One trip of 20 km: 80 + 6
    expect(reefer.reeferYuanPerDay.mean).toBeCloseTo(86, 9);
    expect(reefer.totalYuanPerDay.mean).toBeCloseTo(86 + 12 + reefer.spoilageYuanPerDay.mean, 9);
  });
});

describe('the log of a day', () => {
  const matrix = aMatrix(
    ['depot', 'V', 'W'],
    [
      ['depot', 'V', 10, 30],
      ['V', 'W', 10, 30],
    ],
  );
  const scenario = aScenario([
    { id: 'V', delivery: 60 },
    { id: 'W', delivery: 40, pickup: 8 },
  ]);
  const model = buildSimulationModel(scenario, matrix, aPlan([aLine('L', ['V', 'W'])]), certain);

  it('says where the vehicle is and what it carries', () => {
    const { legs, stock, lineIds } = dayLog(model, 0, 5);
    expect(lineIds).toEqual(['L']);
    expect([...legs.fromPlace]).toEqual([depotPlace, 0, 1]);
    expect([...legs.toPlace]).toEqual([0, 1, depotPlace]);
    expect([...legs.departMin]).toEqual([450, 480, 510]);
    expect([...legs.arriveMin]).toEqual([480, 510, 570]);
    expect([...legs.parcels].map(Math.round)).toEqual([100, 40, 8]);
    const depotRows = [...stock.place].flatMap((place, row) => (place === depotPlace ? [row] : []));
    expect(depotRows.map((row) => [stock.atMin[row], stock.parcels[row]])).toEqual([
      [0, 0],
      [360, 100],
      [450, 0],
    ]);
    const stops = [...stock.place].flatMap((place, row) =>
      place >= 0 ? [[place, stock.atMin[row], stock.parcels[row]]] : [],
    );
    expect(stops).toEqual([
      [0, 480, 60],
      [1, 510, 40],
    ]);
  });
});

describe('why a parcel took three days', () => {
  const scenario = aScenario([{ id: 'V', delivery: 30 }]);
  const stationId = station(scenario, 'V');
  const story = (settings: SimulationSettings, plan: Plan, changed = scenario, bornDay = 2) =>
    parcelStory(buildSimulationModel(changed, oneVillage, plan, settings), {
      stationId,
      replication: 0,
      bornDay,
    })!;

  it('absent keeper: out and back twice', () => {
    const closures = [{ kind: 'station' as const, stationId, fromDay: 2, toDay: 3 }];
    const told = story({ ...certain, closures }, aPlan([aLine('L', ['V'])]));
    expect(told.steps.map(({ step, reasons }) => [step, reasons.join('+')])).toEqual([
      ['sorted', 'sorting'],
      ['left', 'waitsForDeparture'],
      ['keeperAbsent', 'driving'],
      ['broughtBack', 'driving+keeperAbsent'],
      ['left', 'missedCutoff'],
      ['keeperAbsent', 'driving'],
      ['broughtBack', 'driving+keeperAbsent'],
      ['left', 'missedCutoff'],
      ['available', 'driving'],
    ]);
    // Born 06:00 on day 2, at the village 08:00 on day 4.
    expect(told.availableMin! - told.bornMin).toBeCloseTo(50 * 60, 9);
    const minutes = told.steps.reduce((sum, step) => sum + step.minutes, 0);
    expect(minutes).toBeCloseTo(50 * 60, 9);
  });

  it('no room, no service day, closed line, holiday, shut station', () => {
    const daily = aPlan([aLine('L', ['V'])]);
    const reasons = (told: ReturnType<typeof story>): string[] => [
      ...new Set(told.steps.flatMap((step) => step.reasons)),
    ];
    const tight = { ...scenario, vehicleTypes: [aVehicleType('van', { capacityParcels: graded(20) })] };
    expect(reasons(story(certain, daily, tight))).toContain('noRoom');
    const alternate = aPlan([aLine('L', ['V'], { serviceDays: { kind: 'everyNDays', n: 2 } })]);
    expect(reasons(story(certain, alternate, scenario, 3))).toContain('noServiceDay');
    const closures = [{ kind: 'line' as const, lineId: null, fromDay: 2, toDay: 2 }];
    expect(reasons(story({ ...certain, closures }, daily))).toContain('lineClosed');
    const holidays = [{ name: 'feast', fromDay: 2, toDay: 3 }];
    expect(reasons(story({ ...certain, holidays }, daily))).toContain('holiday');
    const late = aScenario([{ id: 'V', delivery: 30, openClockMin: 600 }]);
    expect(story(certain, daily, late).steps.at(-1)).toMatchObject({
      step: 'available',
      minutes: 120,
      reasons: ['stationClosed'],
    });
  });
});

describe('tables', () => {
  it('hold one value per row in every column', () => {
    const scenario = aScenario([{ id: 'V', delivery: 30, pickup: 3 }]);
    const tables = simulationTables(run(scenario, oneVillage, aPlan([aLine('L', ['V'])])));
    expect(tables.map(({ name }) => name)).toEqual([
      ...['overall', 'outbound', 'stations', 'lines', 'lineHours', 'hubs', 'hubHours', 'days', 'hours'],
      ...['timeDistribution', 'calendarDays', 'costs', 'incidents'],
    ]);
    for (const { name, columns, rowCount } of tables) {
      expect(new Set(columns.map((column) => column.name)).size, name).toBe(columns.length);
      for (const column of columns) expect(column.values.length, `${name}.${column.name}`).toBe(rowCount);
    }
    const distribution = tables.find(({ name }) => name === 'timeDistribution')!;
    // Of 121 rows the last holds what took longer than 120 h: nothing, and no share is told for it.
    expect(numbersIn(distribution, 'cumulativeShare').at(-2)).toBeCloseTo(1, 12);
    expect(numbersIn(distribution, 'cumulativeShare').at(-1)).toBeNaN();
  });
});
