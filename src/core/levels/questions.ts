import type { ComparisonQuestion } from '../model/comparison.ts';
import { setVolumeFactor } from '../model/edit/volumeFactor.ts';
import { asId, type ScenarioId } from '../model/ids.ts';
import type { Name, Policy, Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { type NetworkVariant, networkVariants } from './variants.ts';

/** The scenario as given, then what is to be compared with it. */
export function variantsFor(
  question: ComparisonQuestion,
  given: Scenario,
  matrix: TravelMatrix,
): NetworkVariant[] {
  if (question.kind === 'shapes') return networkVariants(given, matrix);
  // Lines drawn or locked by hand, and those not to be changed, are of one number of lines and one volume.
  const { handPlan: _handPlan, locks: _locks, todaysPlan: _todaysPlan, ...scenario } = given;
  const { stability: _stability, ...policy } = scenario.policy;
  const free: Scenario = { ...scenario, policy };
  const variant = (level: number, name: Name, change: Partial<Scenario>): NetworkVariant => {
    const key = `${question.kind}-${level}`;
    return {
      key,
      name,
      level,
      scenario: { ...free, ...change, id: asId<ScenarioId>(`${given.id}~${key}`) },
      isOwnChoice: false,
      isAsGiven: true,
      hasAssumedBuses: false,
    };
  };
  const asGiven: NetworkVariant = {
    key: 'asGiven',
    name: { zh: '本方案', en: 'As given' },
    level: question.kind === 'volumes' ? 1 : null,
    scenario: given,
    isOwnChoice: false,
    isAsGiven: true,
    hasAssumedBuses: false,
  };
  if (question.kind === 'volumes')
    return [
      asGiven,
      ...question.factors.map((factor) =>
        variant(
          factor,
          { zh: `件量 ×${factor}`, en: `Parcels ×${factor}` },
          {
            policy: { ...policy, lineCount: lineCountFor(factor, policy.lineCount) },
            demands: setVolumeFactor(given, given, factor).demands,
          },
        ),
      ),
    ];
  const counts = Array.from({ length: question.to - question.from + 1 }, (_, step) => question.from + step);
  return [
    asGiven,
    ...counts.map((count) =>
      variant(
        count,
        { zh: `${count} 条线路`, en: count === 1 ? '1 line' : `${count} lines` },
        { policy: { ...policy, lineCount: { min: count, max: count } } },
      ),
    ),
  ];
}

/** A number of lines set for today's parcels is no upper limit for more of them, and no lower one for fewer. */
const lineCountFor = (factor: number, { min, max }: Policy['lineCount']): Policy['lineCount'] =>
  factor > 1 ? { min, max: null } : { min: 0, max };
