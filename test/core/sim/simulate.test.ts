import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Scenario, ServiceDays } from '../../../src/core/model/scenario.ts';
import type { SimulationResult, SimulationSettings } from '../../../src/core/model/simulation.ts';
import type { TravelMatrix } from '../../../src/core/model/travel.ts';
import { runReplication } from '../../../src/core/sim/runReplication.ts';
import { defaultSimulationSettings, noVariance } from '../../../src/core/sim/settings.ts';
import { simulate } from '../../../src/core/sim/simulate.ts';
import { buildSimulationModel } from '../../../src/core/sim/simulationModel.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType, graded } from '../../builders.ts';

const defaults = defaultSimulationSettings('plain');
const certain = noVariance(defaults);
/** Random parcels, everything else certain. */
const randomDemand = (variationCv: number): SimulationSettings => ({
  ...certain,
  demandKind: 'negativeBinomial',
  demandVariationCv: graded(variationCv),
});
function run(
  scenario: Scenario,
  matrix: TravelMatrix,
  plan: Plan,
  settings: SimulationSettings,
): SimulationResult {
  const steps = simulate(scenario, matrix, plan, settings);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const oneVillage = aMatrix(['depot', 'V'], [['depot', 'V', 10, 30]]);
const twoVillages = aMatrix(
  ['depot', 'V', 'W'],
  [
    ['depot', 'V', 10, 30],
    ['V', 'W', 10, 30],
  ],
);

describe('closed forms', () => {
  /** A wave every five minutes, in the middle of its five minutes: parcels come evenly through the day. */
  const evenly = Array.from({ length: 288 }, (_, index) => ({
    arrivalClockMin: 5 * index + 2.5,
    share: 1 / 288,
  }));
  const waitH = (serviceDays: ServiceDays): number => {
    const scenario = aScenario([{ id: 'V', delivery: 100 }], { waves: evenly });
    const plan = aPlan([aLine('L', ['V'], { serviceDays })]);
    const settings = { ...certain, days: 14 };
    return run(scenario, oneVillage, plan, settings).stations[0]!.parts.waitDepartureH;
  };

  it('waits 12 h on average for a daily departure, 24 h on alternate days', () => {
    expect(waitH({ kind: 'daily' })).toBeCloseTo(12, 9);
    expect(waitH({ kind: 'everyNDays', n: 2 })).toBeCloseTo(24, 9);
  });

  it('waits 29.14 h for Monday, Wednesday and Friday', () => {
    // Gaps of 2, 2 and 3 days: mean wait = sum of gap^2 / 2 / 7 = (4 + 4 + 9) / 14 days = 1.2143 days = 29.143 h
    expect(waitH({ kind: 'weekdays', days: [0, 2, 4] })).toBeCloseTo((17 / 14) * 24, 9);
  });

  it('leaves behind what a full vehicle leaves of a Poisson day, carried over', () => {
    // 10 parcels a day for a vehicle of 12: W' = max(0, W + X - 12), the exact distribution by iterating the sum.
    const mean = 10;
    const capacity = 12;
    const poisson = [Math.exp(-mean)];
    for (let k = 1; k < 60; k++) poisson.push((poisson[k - 1]! * mean) / k);
    let waiting = [1, ...new Array<number>(119).fill(0)];
    for (let day = 0; day < 400; day++) {
      const next = new Array<number>(120).fill(0);
      waiting.forEach((share, w) => {
        poisson.forEach((p, x) => {
          const left = Math.min(119, Math.max(0, w + x - capacity));
          next[left]! += share * p;
        });
      });
      waiting = next;
    }
    const exact = waiting.reduce((sum, share, w) => sum + share * w, 0);
    const scenario = aScenario([{ id: 'V', delivery: mean }], {
      vehicleTypes: [aVehicleType('van', { capacityParcels: graded(capacity) })],
    });
    const settings = { ...randomDemand(0), days: 300, replications: 30, warmUpDays: 60 };
    const left = run(scenario, oneVillage, aPlan([aLine('L', ['V'])]), settings).lines[0]!
      .leftBehindParcelsPerDay;
    expect(left.low).toBeLessThan(exact);
    expect(left.high).toBeGreaterThan(exact);
    expect(Math.abs(left.mean / exact - 1)).toBeLessThan(0.1);
  });

  it('draws the demand it is asked for', () => {
    const scenario = aScenario([{ id: 'V', delivery: 22, pickup: 3 }]);
    const settings = { ...randomDemand(0.2), days: 200, replications: 10 };
    const result = run(scenario, oneVillage, aPlan([aLine('L', ['V'])]), settings);
    // Standard error of the mean of 2,000 days: sqrt(41.36 / 2,000) = 0.144; four of them.
    expect(Math.abs(result.stations[0]!.parcelsPerDay.mean - 22)).toBeLessThan(0.6);
    expect(Math.abs(result.outbound.parcelsPerDay.mean - 3)).toBeLessThan(0.25);
  });
});

describe('a duty that comes back past midnight', () => {
  // Leaves 20:00 after 20 min of loading, 3 h there, 3 h back: 20:00 + 6 h = 02:00 of the next day.
  const farAway = aMatrix(['depot', 'V'], [['depot', 'V', 90, 180]]);
  const scenario = (count: number): Scenario => {
    const base = aScenario([{ id: 'V', delivery: 22 }], { vehicleTypes: [aVehicleType('van', { count })] });
    const { villageDwellMin, handlingSecPerParcel, loadingMin } = base.serviceTimes;
    return {
      ...base,
      serviceTimes: {
        ...base.serviceTimes,
        villageDwellMin: { ...villageDwellMin, value: 0 },
        handlingSecPerParcel: { ...handlingSecPerParcel, value: 0 },
        loadingMin: { ...loadingMin, value: 20 },
      },
      dutyRules: { ...base.dutyRules, shiftMin: graded(300), breakAfterDrivingMin: graded(600) },
    };
  };
  const lateLine = aLine('L', ['V'], { departureClockMin: [1200] });

  it('is paid for its own day, each day, the last one too', () => {
    const result = run(scenario(1), farAway, aPlan([lateLine]), { ...certain, days: 3 });
    expect(result.dutyDaysPerDay.mean).toBe(1);
    // 20 + 360 min paid, 300 min shift.
    expect(result.overtimeMinPerDay.mean).toBeCloseTo(80, 9);
  });

  it('gives its vehicle back for the lines of the next day', () => {
    // One van for both: L is back at 02:00, M leaves at 07:30.
    const plan = aPlan([lateLine, aLine('M', ['V'], { departureClockMin: [450] })]);
    const result = run(scenario(1), farAway, plan, { ...certain, days: 3 });
    expect(result.lines.map(({ tripsPerDay }) => tripsPerDay.mean)).toEqual([1, 1]);
    expect(result.dutyDaysPerDay.mean).toBe(2);
  });

  it('goes straight on, with its vehicle, to the trip of the next day it is late for', () => {
    const near = aMatrix(
      ['depot', 'V', 'W'],
      [
        ['depot', 'V', 180, 360],
        ['depot', 'W', 15, 30],
      ],
    );
    const base = scenario(1);
    const two = {
      ...base,
      ...aScenario(
        [
          { id: 'V', delivery: 22 },
          { id: 'W', delivery: 9 },
        ],
        { vehicleTypes: base.vehicleTypes, serviceTimes: base.serviceTimes },
      ),
      dutyRules: { ...base.dutyRules, breakAfterDrivingMin: graded(900) },
    };
    const plan = aPlan([aLine('M', ['W'], { departureClockMin: [420] }), lateLine]);
    const trips = plan.duties.flatMap((duty) => duty.trips);
    const oneDuty = { ...plan, duties: [{ ...plan.duties[0]!, trips }] };
    const result = run(two, near, oneDuty, { ...certain, days: 3 });
    expect(result.lines.map(({ tripsPerDay }) => tripsPerDay.mean)).toEqual([1, 1]);
    expect(result.dutyDaysPerDay.mean).toBe(1);
    // L leaves at 20:00 and is back at 08:00; M should have left at 07:00 and leaves after 20 min of loading at 08:20.
    // Paid: M 08:00-09:20 (80 min), then free until 19:40, L 19:40-08:00 (740 min); 820 - 300 of the shift.
    expect(result.overtimeMinPerDay.mean).toBeCloseTo(520, 9);
  });
});

describe('common random numbers', () => {
  it('give two plans the same parcels', () => {
    const scenario = aScenario([
      { id: 'V', delivery: 22 },
      { id: 'W', delivery: 9 },
    ]);
    const settings = { ...randomDemand(0.2), days: 20, replications: 2 };
    const together = run(scenario, twoVillages, aPlan([aLine('L', ['V', 'W'])]), settings);
    const apart = run(scenario, twoVillages, aPlan([aLine('A', ['W']), aLine('B', ['V'])]), settings);
    const created = (result: SimulationResult): number[] =>
      result.byDay.map((day) => day.createdParcels.mean);
    expect(created(together)).toEqual(created(apart));
    expect(new Set(created(together)).size).toBeGreaterThan(5);
  });
});

describe('two days', () => {
  it('are 48 hours or two midnights, and differ around the cut-off', () => {
    // Wave at 06:00 every day, sorted at 10:00 (1,000 parcels at 250 an hour), the line leaves at 07:30 on even days
    // and is at V at 08:00. A parcel of an even day leaves two days later: 50 h, but only two midnights. A parcel of
    // an odd day leaves the next morning: 26 h. So half are within 48 h, all within two calendar days.
    const scenario = aScenario([{ id: 'V', delivery: 1000 }], {
      vehicleTypes: [aVehicleType('van', { capacityParcels: graded(5000) })],
      sorting: { parcelsPerHour: graded(250), chuteCount: 0, roundChangeMin: graded(0) },
    });
    const line = aLine('L', ['V'], { serviceDays: { kind: 'everyNDays', n: 2 } });
    const { times } = run(scenario, oneVillage, aPlan([line]), { ...certain, days: 14 }).stations[0]!;
    expect(times.worstH.mean).toBeCloseTo(50, 9);
    expect(times.meanH.mean).toBeCloseTo(38, 9);
    expect(times.shareWithin48h.mean).toBeCloseTo(0.5, 9);
    expect(times.shareWithin2CalendarDays.mean).toBe(1);
  });
});

describe('outbound', () => {
  it('ends at the departure of the trunk', () => {
    const scenario = aScenario([{ id: 'V', pickup: 24 }]);
    const settings = { ...certain, days: 10, outboundTrunkClockMin: 1200 };
    const result = run(scenario, oneVillage, aPlan([aLine('L', ['V'])]), settings);
    expect(result.outbound.parcelsPerDay.mean).toBeCloseTo(24, 9);
    // Handed in evenly, fetched with the 07:30 trip: 12 h on average until 07:30, then 12.5 h to the trunk at 20:00.
    expect(result.outbound.meanH.mean).toBeCloseTo(24.5, 9);
    const { medianH, p90H, p95H, worstH, shareWithin24h, shareWithin48h } = result.outbound;
    // The first of them waited a day for the call and 12.5 h for the trunk, the last 12.5 h, evenly in between.
    expect(medianH.mean).toBeCloseTo(12.5 + 0.5 * 24, 9);
    expect(p90H.mean).toBeCloseTo(12.5 + 0.9 * 24, 9);
    expect(p95H.mean).toBeCloseTo(12.5 + 0.95 * 24, 9);
    expect(worstH.mean).toBeCloseTo(36.5, 9);
    // Parcels still in the system when the run ends count as late; here all have left.
    expect(shareWithin24h.mean).toBeCloseTo((24 - 12.5) / 24, 9);
    expect(shareWithin48h.mean).toBeCloseTo(1, 9);
  });
});

describe('what goes wrong', () => {
  const scenario = aScenario([
    { id: 'V', delivery: 60 },
    { id: 'W', delivery: 40 },
  ]);
  const plan = aPlan([aLine('L', ['V', 'W'])]);
  const settings = { ...randomDemand(0.2), days: 20, replications: 2 };
  /** Runs, checks parcels after every event, and gives the result. */
  const stressed = (
    changed: Scenario,
    matrix: TravelMatrix,
    changedPlan: Plan,
    changedSettings: SimulationSettings = settings,
  ): SimulationResult => {
    runReplication(buildSimulationModel(changed, matrix, changedPlan, changedSettings), 0, {
      isChecking: true,
    });
    const result = run(changed, matrix, changedPlan, changedSettings);
    expect(result.parcels.created).toBeGreaterThan(1000);
    expect(result.parcels.delivered + result.parcels.inSystem).toBe(result.parcels.created);
    return result;
  };
  const codes = (result: SimulationResult): string[] => result.incidents.map((incident) => incident.code);

  it('ten times the demand piles up at the depot', () => {
    const tenfold = { name: 'tenfold', fromDay: 0, toDay: 99, deliveryFactor: 10, pickupFactor: 1 };
    const result = stressed(scenario, twoVillages, plan, { ...settings, dayFactors: [tenfold] });
    expect(codes(result)).toContain('line.overfull');
    // 1,000 a day come, 350 go: 650 more every evening, 13,000 after 20 days.
    expect(result.byDay[19]!.backlogParcels.mean).toBeGreaterThan(10_000);
    expect(result.incidents.find((incident) => incident.code === 'line.overfull')!.firstDay).toBe(0);
  });

  it('no vehicle, no delivery', () => {
    const none = { ...scenario, vehicleTypes: [aVehicleType('van', { count: 0 })] };
    const result = stressed(none, twoVillages, plan);
    expect(result.parcels.delivered).toBe(0);
    expect(codes(result)).toContain('line.noVehicle');
    expect(codes(result)).toContain('station.nothingArrived');
  });

  it('a village no road leads to keeps its parcels at the depot, the others get theirs', () => {
    const noRoad = aMatrix(['depot', 'V', 'W'], [['depot', 'V', 10, 30]]);
    const result = stressed(scenario, noRoad, plan);
    const unserved = result.incidents.find((incident) => incident.code === 'station.unserved')!;
    expect(unserved).toMatchObject({ entityId: 'W', firstDay: 0 });
    expect(result.stations[0]!.parcelsPerDay.mean).toBeGreaterThan(50);
    expect(result.stations[1]!.parcelsPerDay.mean).toBe(0);
  });

  it('a station that never opens sends everything back, day after day', () => {
    const shut = { kind: 'station' as const, stationId: scenario.stations[1]!.id, fromDay: -99, toDay: 999 };
    const result = stressed(scenario, twoVillages, plan, { ...settings, closures: [shut] });
    expect(result.stations[1]!.parcelsPerDay.mean).toBe(0);
    expect(result.stations[1]!.undeliveredParcels).toBeGreaterThan(500);
    expect(codes(result)).toContain('station.closed');
  });

  it('all roads closed for a day: that day’s parcels come a day later', () => {
    const closed = { kind: 'line' as const, lineId: null, fromDay: 6, toDay: 6 };
    const result = run(scenario, twoVillages, plan, { ...certain, days: 14, closures: [closed] });
    expect(result.incidents).toEqual([
      expect.objectContaining({ code: 'line.closed', entityId: 'L', firstDay: 6, count: 1 }),
    ]);
    // Arrives 06:00, leaves 07:30, V at 08:00: 2 h; on the closed day 26 h. W half an hour more.
    expect(result.stations[0]!.times.worstH.mean).toBeCloseTo(26, 9);
    expect(result.byDay[6]!.backlogParcels.mean).toBeCloseTo(100, 9);
    expect(result.byDay[7]!.backlogParcels.mean).toBeCloseTo(0, 9);
  });

  it('tells why the parcels of a village took three days', () => {
    const shut = { kind: 'station' as const, stationId: scenario.stations[0]!.id, fromDay: 2, toDay: 3 };
    const traced = { ...certain, days: 7, closures: [shut], traceStationId: scenario.stations[0]!.id };
    const { trace } = run(scenario, twoVillages, plan, traced);
    const ofDay2 = trace.filter((entry) => entry.bornDay === 2).map((entry) => entry.step);
    expect(ofDay2).toEqual([
      ...['arrived', 'sorted', 'left', 'keeperAbsent', 'broughtBack'],
      ...['left', 'keeperAbsent', 'broughtBack'],
      ...['left', 'available'],
    ]);
  });
});
