import { asId, type CourierId } from './ids.ts';
import type { Courier, Scenario } from './scenario.ts';

const drawnName = (number: number): Courier['name'] => ({ zh: `快递${number}`, en: `Courier ${number}` });

/**
 * The scenario with as many couriers as shares are given, brought to add up to 1: what B1 to B3 hang on most. Couriers
 * keep their names in order; new ones are numbered.
 */
export function withCouriers(scenario: Scenario, shares: readonly number[]): Scenario {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const taken = new Set<string>(scenario.couriers.map((courier) => courier.id));
  const couriers = shares.map((share, index): Courier => {
    const volumeShare = {
      value: total > 0 ? share / total : 1 / shares.length,
      grade: 'user',
      source: '用户设定 / set by the user',
    } as const;
    const known = scenario.couriers[index];
    if (known) return { ...known, volumeShare };
    let id = `courier-${index + 1}`;
    while (taken.has(id)) id += '+';
    taken.add(id);
    return { id: asId<CourierId>(id), name: drawnName(index + 1), volumeShare };
  });
  return { ...scenario, couriers };
}
