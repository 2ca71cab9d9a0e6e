import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { assignLines } from '../../src/core/assign/assignLines.ts';
import { evaluateOn } from '../../src/core/evaluate/evaluatePlan.ts';
import { layGroundwork } from '../../src/core/evaluate/groundwork.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { travelMatrix } from '../../src/core/network/travelMatrix.ts';
import { createRandom } from '../../src/core/random.ts';
import { EventQueue } from '../../src/core/sim/eventQueue.ts';
import { type LotChanges, noLotChanges } from '../../src/core/sim/lotChanges.ts';
import type { ReplicationOutcome } from '../../src/core/sim/recorder.ts';
import { ReplicationState } from '../../src/core/sim/replicationState.ts';
import { runReplication } from '../../src/core/sim/runReplication.ts';
import { defaultSimulationSettings } from '../../src/core/sim/settings.ts';
import { buildSimulationModel } from '../../src/core/sim/simulationModel.ts';
import { toEnd } from '../../src/core/toEnd.ts';

/**
 * Two counts, both of things handled one by one, none put in for the count:
 * - queue: entries taken from the event queue (wave, loading, departure, stop, return, hand-over, opening, trunk,
 *   midnight, day). A stop with all its unloading and loading is one entry; a wave for eighty villages is one.
 * - events: those and the changes of state of lots that the entries handle (`LotChanges`): arrival at the depot, loaded,
 *   unloaded, on the shelf, handed in, fetched, gone with the trunk. A lot is the parcels of one wave of one day on one
 *   way to one station; parcels in a lot are not counted by the piece, and neither are sorting rounds, rests and the end
 *   of a dwell, whose times are worked out without an entry of their own.
 *
 * The full simulation of shipped counties against a bare event loop (take out the first event, put in a later one)
 * in the same run. CPU milliseconds of the whole process; compare the ratios, which other work on the machine moves less.
 */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const timed = (work: () => void): number => {
  const start = cpuMs();
  work();
  return cpuMs() - start;
};
const yardstickEvents = 1_000_000;
const delays = Float64Array.from({ length: 4096 }, () => 0);
const random = createRandom(1);
for (let index = 0; index < delays.length; index++) delays[index] = -Math.log(1 - random.nextFloat());
function yardstick(): void {
  const queue = new EventQueue();
  for (let pending = 0; pending < 30; pending++) queue.push(delays[pending]!, pending);
  for (let event = 0; event < yardstickEvents; event++) {
    const code = queue.pop();
    queue.push(queue.timeMin + delays[event & 4095]!, code);
  }
}

const lotChangeKeys = Object.keys(noLotChanges()) as (keyof LotChanges)[];
const sumOf = (changes: LotChanges): number => lotChangeKeys.reduce((sum, key) => sum + changes[key], 0);

/** Long enough that the compiler has done its work before the clock counts. */
const replications = 134;
const days = 30;
const repeats = 5;
yardstick();
const bareMs = median(Array.from({ length: repeats }, () => timed(yardstick)));
const bareEventsPerMs = yardstickEvents / bareMs;
console.log(`bare loop, 30 pending: ${(bareEventsPerMs / 1000).toFixed(2)} M events/s`);

for (const countyId of ['heshui', 'yanling', 'luxi']) {
  const county = readCounty(readCountyFiles(countyId));
  if (!county.ok) throw new Error(`${countyId} does not read`);
  const scenario = county.value.scenarios.find(({ id }) => id === county.value.defaultScenarioId)!;
  const { matrix } = travelMatrix(scenario);
  const plan = toEnd(assignLines(scenario, matrix, { seed: 1, iterations: 100 }));
  const settings = { ...defaultSimulationSettings(scenario.travel.terrain), days };
  const model = buildSimulationModel(scenario, matrix, plan, settings);
  const state = new ReplicationState(model);
  let entries = 0;
  let lots = noLotChanges();
  const all = (): void => {
    entries = 0;
    lots = noLotChanges();
    for (let replication = 0; replication < replications; replication++)
      count(runReplication(model, replication, {}, state));
  };
  const count = ({ eventCount, lotChanges }: ReplicationOutcome): void => {
    entries += eventCount;
    for (const key of lotChangeKeys) lots[key] += lotChanges[key];
  };
  all();
  const ms = median(Array.from({ length: repeats }, () => timed(all)));
  const perThousandDays = (ms * 1000) / (replications * days);
  const events = entries + sumOf(lots);
  const ratio = events / ms / bareEventsPerMs;
  const perDay = (number: number): string => (number / replications / days).toFixed(0);
  console.log(
    `${countyId} ${scenario.id}: ${scenario.stations.length} stations, ${(events / ms / 1000).toFixed(2)} M events/s ` +
      `(${ratio.toFixed(3)} of the bare loop), of these queue ${(entries / ms / 1000).toFixed(2)} M/s; ` +
      `${perThousandDays.toFixed(0)} ms per 1000 replicated days`,
  );
  console.log(
    `  a day: ${perDay(entries)} queue entries; lots ` +
      lotChangeKeys.map((key) => `${key} ${perDay(lots[key])}`).join(', '),
  );
  if (countyId === 'yanling') {
    // A year, a hundred times: what is kept of a replication must not grow with the days.
    const year = buildSimulationModel(scenario, matrix, plan, { ...settings, days: 365 });
    const yearState = new ReplicationState(year);
    const heapMb = (): number => process.memoryUsage().heapUsed / 1e6 + process.memoryUsage().external / 1e6;
    let yearEvents = 0;
    const startMb = heapMb();
    let peakMb = startMb;
    const yearMs = timed(() => {
      for (let replication = 0; replication < 100; replication++) {
        const { eventCount, lotChanges } = runReplication(year, replication, {}, yearState);
        yearEvents += eventCount + sumOf(lotChanges);
        peakMb = Math.max(peakMb, heapMb());
      }
    });
    console.log(
      `  a year x 100: ${(yearMs / 1000).toFixed(1)} s CPU, ${(yearEvents / yearMs / 1000).toFixed(2)} M events/s, ` +
        `at most ${(peakMb - startMb).toFixed(0)} MB above the start`,
    );
  }
  const ground = layGroundwork(scenario, matrix);
  const evaluations = 200;
  // What a person who drags a line waits for: the code is warm by the second or third move.
  for (let turn = 0; turn < evaluations; turn++) evaluateOn(ground, plan);
  const evaluateMs = timed(() => {
    for (let turn = 0; turn < evaluations; turn++) evaluateOn(ground, plan);
  });
  console.log(
    `  evaluation of ${plan.lines.length} lines: ${(evaluateMs / evaluations).toFixed(2)} ms, warm`,
  );
}
