import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { assignLines } from '../../src/core/assign/assignLines.ts';
import { evaluateOn } from '../../src/core/evaluate/evaluatePlan.ts';
import { layGroundwork } from '../../src/core/evaluate/groundwork.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { travelMatrix } from '../../src/core/network/travelMatrix.ts';
import { createRandom } from '../../src/core/random.ts';
import { EventQueue } from '../../src/core/sim/eventQueue.ts';
import { ReplicationState } from '../../src/core/sim/replicationState.ts';
import { runReplication } from '../../src/core/sim/runReplication.ts';
import { defaultSimulationSettings } from '../../src/core/sim/settings.ts';
import { buildSimulationModel } from '../../src/core/sim/simulationModel.ts';

/**
 * An event is one entry taken from the event queue (wave, loading, departure, stop, return, hand-over, opening, trunk,
 * midnight, day); a stop with all its unloading and loading is one event, the moves of its lots are not counted.
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
const toEnd = <Value>(steps: Generator<unknown, Value>): Value => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
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

const replications = 34;
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
  let events = 0;
  const all = (): void => {
    events = 0;
    for (let replication = 0; replication < replications; replication++)
      events += runReplication(model, replication, {}, state).eventCount;
  };
  all();
  const ms = median(Array.from({ length: repeats }, () => timed(all)));
  const perThousandDays = (ms * 1000) / (replications * days);
  const ratio = events / ms / bareEventsPerMs;
  console.log(
    `${countyId} ${scenario.id}: ${scenario.stations.length} stations, ${(events / ms / 1000).toFixed(2)} M events/s ` +
      `(${ratio.toFixed(3)} of the bare loop), ${perThousandDays.toFixed(0)} ms per 1000 replicated days`,
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
        yearEvents += runReplication(year, replication, {}, yearState).eventCount;
        peakMb = Math.max(peakMb, heapMb());
      }
    });
    console.log(
      `  a year x 100: ${(yearMs / 1000).toFixed(1)} s CPU, ${(yearEvents / yearMs / 1000).toFixed(2)} M events/s, ` +
        `at most ${(peakMb - startMb).toFixed(0)} MB above the start`,
    );
  }
  const ground = layGroundwork(scenario, matrix);
  const evaluations = 50;
  const evaluateMs = timed(() => {
    for (let turn = 0; turn < evaluations; turn++) evaluateOn(ground, plan);
  });
  console.log(`  evaluation: ${(evaluateMs / evaluations).toFixed(2)} ms`);
}
