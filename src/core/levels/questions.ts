import {
  type DailyVisits,
  dailyThresholds,
  endStationIds,
  setDaysByParcels,
} from '../evaluate/visitFrequency.ts';
import type { ComparisonQuestion } from '../model/comparison.ts';
import { setVolumeFactor } from '../model/edit/volumeFactor.ts';
import { asId, type ScenarioId } from '../model/ids.ts';
import type { Name, Policy, Scenario, ServiceDays } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { type NetworkVariant, networkVariants } from './variants.ts';

/** The scenario as given, then what is to be compared with it. */
export function variantsFor(
  question: ComparisonQuestion,
  given: Scenario,
  matrix: TravelMatrix,
): NetworkVariant[] {
  if (question.kind === 'shapes') return networkVariants(given, matrix);
  if (question.kind === 'changes') return changeVariants(question.shares, given);
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
    };
  };
  const asGiven = asItIs(given, question.kind === 'volumes' ? 1 : null);
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
  if (question.kind === 'frequency') {
    const { dailyShares, otherDays } = question;
    const ids = endStationIds(free);
    // A line has but one set of days: a number of lines that suits one calendar suits no two.
    const anyLines = { ...policy, lineCount: { min: 0, max: null } };
    return [
      asGiven,
      ...dailyThresholds(free, ids, dailyShares).map((visits) =>
        variant(visits.dailyIds.length, nameOfRule(visits, otherDays), {
          policy: anyLines,
          stations: setDaysByParcels(free, ids, { ...visits, otherDays }).stations,
        }),
      ),
    ];
  }
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

const asItIs = (given: Scenario, level: number | null): NetworkVariant => ({
  key: 'asGiven',
  name: { zh: '本方案', en: 'As given' },
  level,
  scenario: given,
  isOwnChoice: false,
  isAsGiven: true,
});

/**
 * What may change of today's lines, from the least on. Whatever a smaller number allows a larger one does too, so that
 * none is worse than those before it. Without lines of today there is nothing to change.
 */
function changeVariants(shares: readonly (number | null)[], given: Scenario): NetworkVariant[] {
  const { handPlan: _handPlan, ...scenario } = given;
  const { todaysPlan } = scenario;
  if (!todaysPlan) return [asItIs(given, null)];
  const stationCount = new Set(todaysPlan.lines.flatMap(({ stopIds }) => stopIds)).size;
  const most = shares.map((share) => (share === null ? null : Math.round(share * stationCount)));
  // Of a small county two shares are the same number.
  const levels = [...new Set(most)].sort((a, b) => (a ?? stationCount) - (b ?? stationCount));
  const keyOf = (level: number | null): string => `changes-${level ?? 'free'}`;
  const variants = levels.map((level, index): NetworkVariant => {
    const key = keyOf(level);
    return {
      key,
      name: nameOfBound(level),
      level,
      scenario: {
        ...scenario,
        id: asId<ScenarioId>(`${given.id}~${key}`),
        policy: {
          ...scenario.policy,
          stability: { mode: 'free', maxChangedStations: level, yuanPerChangedStation: 0 },
        },
      },
      takesFrom: new Set([...levels.slice(0, index).map(keyOf), ...(level === null ? ['asGiven'] : [])]),
      isOwnChoice: false,
      isAsGiven: true,
    };
  });
  return [asItIs(given, null), ...variants];
}

function nameOfBound(most: number | null): Name {
  if (most === null) return { zh: '随便变动', en: 'Anything may change' };
  if (most === 0) return { zh: '现行线路不动', en: "Today's lines as they are" };
  return {
    zh: `最多变动 ${most} 站`,
    en: most === 1 ? 'At most 1 station changes' : `At most ${most} stations change`,
  };
}

function nameOfRule({ dailyFromParcels, dailyIds, otherIds }: DailyVisits, otherDays: ServiceDays): Name {
  const count = dailyIds.length;
  const others = nameOfDays(otherDays);
  if (otherIds.length === 0) return { zh: '各站都每日', en: 'Every station daily' };
  if (count === 0) return { zh: `各站都${others.zh}`, en: `Every station ${others.en}` };
  return {
    zh: `${dailyFromParcels} 件起每日（${count} 站）`,
    en: `Daily from ${dailyFromParcels} parcels (${count} ${count === 1 ? 'station' : 'stations'})`,
  };
}

function nameOfDays(days: ServiceDays): Name {
  if (days.kind === 'daily') return { zh: '每日', en: 'daily' };
  if (days.kind === 'weekdays')
    return {
      zh: `每周 ${days.days.length} 天`,
      en: days.days.length === 1 ? '1 day a week' : `${days.days.length} days a week`,
    };
  return days.n === 2
    ? { zh: '隔日', en: 'on alternate days' }
    : { zh: `每 ${days.n} 日`, en: `every ${days.n} days` };
}
