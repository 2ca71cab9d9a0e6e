import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { LinesOffer, SearchAnswer } from '../../../src/core/model/progress.ts';
import { travelMatrix } from '../../../src/core/network/travelMatrix.ts';

const read = readCounty(readCountyFiles('heshui'));
if (!read.ok) throw new Error('heshui cannot be read');
const given = read.value.scenarios.find(({ id }) => id === read.value.defaultScenarioId)!;
const { matrix, roads } = travelMatrix(given);
const scenario = { ...given, roads };

function search(
  options: { readonly seed: number; readonly iterations: number; readonly offers?: number },
  answer: (offer: LinesOffer) => SearchAnswer | undefined = () => undefined,
): { readonly plan: Plan; readonly offers: readonly LinesOffer[] } {
  const offers: LinesOffer[] = [];
  const work = assignLines(scenario, matrix, { ...options, isQuick: true });
  let given: SearchAnswer | undefined;
  for (;;) {
    const step = work.next(given);
    if (step.done) return { plan: step.value, offers };
    given = undefined;
    const { offer } = step.value;
    if (!offer) continue;
    offers.push(offer);
    given = answer(offer);
  }
}

describe('lines offered while a search runs', () => {
  // Few rounds search once; many do so from several starts.
  for (const iterations of [1500, 6000])
    it(`${iterations} rounds: are at the same points every time and change nothing`, () => {
      const alone = search({ seed: 3, iterations });
      const heard = search({ seed: 3, iterations, offers: 5 });
      expect(heard.plan).toEqual(alone.plan);
      expect(heard.offers.map(({ key }) => key)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5']);
      const costs = heard.offers.map(({ cost, missingCount }) => missingCount * 1e9 + cost);
      expect(costs).toEqual(costs.toSorted((left, right) => right - left));
    });

  for (const iterations of [1500, 6000])
    it(`${iterations} rounds: better ones of another search are gone on from`, () => {
      const best = search({ seed: 1, iterations: 12_000 }).plan;
      const helped = search({ seed: 9, iterations, offers: 3 }, () => ({ rivalLines: best.lines })).plan;
      expect(helped.unserved.length).toBeLessThanOrEqual(best.unserved.length);
      expect(helped.quality.objectiveYuanPerDay).toBeLessThanOrEqual(best.quality.objectiveYuanPerDay + 1e-6);
    });
});
