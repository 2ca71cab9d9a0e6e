import type { StationId } from '../model/ids.ts';
import { type NetworkChoice, type NetworkSpace, noOwnDays } from './networkUnits.ts';

/** Nearest hubs a unit may be moved to, beside its own. */
const nearbyHubs = 3;

const withUnit = (values: readonly number[], unit: number, value: number): number[] =>
  values.map((old, index) => (index === unit ? value : old));

/** The hub a unit goes to among the open ones: its own, where that is open and asked for, else the nearest; -1 = none is open. */
export function hubAmong(space: NetworkSpace, unit: number, open: ReadonlySet<number>): number {
  const { ownHub, hubsByTime } = space.units[unit]!;
  const isOwnFirst = space.scenario.policy.hubs?.assignment !== 'nearest';
  if (isOwnFirst && open.has(ownHub)) return ownHub;
  return hubsByTime.find((hub) => open.has(hub)) ?? -1;
}

const openHubs = (choice: NetworkChoice): Set<number> => new Set(choice.supply.filter((hub) => hub >= 0));

const isWithinCount = (space: NetworkSpace, supply: readonly number[]): boolean => {
  const most = space.scenario.policy.hubs?.maxHubCount ?? null;
  return most === null || new Set(supply.filter((hub) => hub >= 0)).size <= most;
};

/** Everything that differs from a choice in one decision. */
export function neighbours(
  space: NetworkSpace,
  choice: NetworkChoice,
  busIds: readonly string[],
): NetworkChoice[] {
  return [
    ...(space.isSupplyOpen ? supplyMoves(space, choice) : []),
    ...(space.isDaysOpen ? dayMoves(space, choice) : []),
    ...(space.isBusOpen ? busMoves(space, choice, busIds) : []),
  ];
}

function supplyMoves(space: NetworkSpace, choice: NetworkChoice): NetworkChoice[] {
  const moves: (readonly number[])[] = [];
  const open = openHubs(choice);
  const isFree = space.scenario.policy.hubs?.assignment === 'chosen';
  if (space.allowsHubs) {
    for (let hub = 0; hub < space.hubIds.length; hub++) {
      const changed = new Set(open);
      if (changed.has(hub)) changed.delete(hub);
      else changed.add(hub);
      if (changed.size === 0 && !space.allowsDirect) continue;
      // Closing sends its units on; opening takes its own units and those nearer to it than to their present hub.
      moves.push(
        choice.supply.map((supply, unit) => {
          const { ownHub, hubsByTime } = space.units[unit]!;
          if (!changed.has(hub)) return supply === hub ? hubAmong(space, unit, changed) : supply;
          if (ownHub === hub) return hub;
          if (supply < 0) return supply;
          return isFree
            ? hubsByTime.indexOf(hub) < hubsByTime.indexOf(supply)
              ? hub
              : supply
            : hubAmong(space, unit, changed);
        }),
      );
      if (open.has(hub) && space.allowsDirect)
        moves.push(choice.supply.map((supply) => (supply === hub ? -1 : supply)));
    }
  }
  space.units.forEach((unit, index) => {
    const others = isFree ? unit.hubsByTime.slice(0, nearbyHubs) : [hubAmong(space, index, open)];
    for (const supply of [...(space.allowsDirect ? [-1] : []), ...(space.allowsHubs ? others : [])])
      if (supply !== choice.supply[index] && (supply >= 0 || space.allowsDirect))
        moves.push(withUnit(choice.supply, index, supply));
  });
  return moves.filter((supply) => isWithinCount(space, supply)).map((supply) => ({ ...choice, supply }));
}

function dayMoves(space: NetworkSpace, choice: NetworkChoice): NetworkChoice[] {
  const moves: NetworkChoice[] = [];
  for (let option = 0; option < space.days.length; option++) {
    if (option !== choice.trunkDays) moves.push({ ...choice, trunkDays: option });
    const days = choice.days.map(() => option);
    moves.push({ ...choice, days, ownDays: noOwnDays });
    moves.push({ ...choice, trunkDays: option, days, ownDays: noOwnDays });
    choice.days.forEach((present, unit) => {
      if (present !== option) moves.push({ ...choice, days: withUnit(choice.days, unit, option) });
    });
  }
  return moves;
}

/** Every village by itself on other days, and back to those of its township. */
export function villageDayMoves(space: NetworkSpace, choice: NetworkChoice): NetworkChoice[] {
  const unitOf = new Map(space.units.flatMap(({ stationIds }, unit) => stationIds.map((id) => [id, unit])));
  return space.dayStationIds.flatMap((id) =>
    space.days.flatMap((_, option): NetworkChoice[] => {
      const ofUnit = choice.days[unitOf.get(id)!]!;
      if (option === (choice.ownDays.get(id) ?? ofUnit)) return [];
      const ownDays = new Map(choice.ownDays);
      if (option === ofUnit) ownDays.delete(id);
      else ownDays.set(id, option);
      return [{ ...choice, ownDays }];
    }),
  );
}

function busMoves(space: NetworkSpace, choice: NetworkChoice, busIds: readonly string[]): NetworkChoice[] {
  const riding = new Set<string>(choice.busStationIds);
  const all = space.scenario.stations.filter(({ id }) => busIds.includes(id)).map(({ id }) => id);
  const moves: NetworkChoice[] = [
    { ...choice, busStationIds: [] },
    { ...choice, busStationIds: all },
  ];
  for (const { stationIds } of space.units) {
    const near = stationIds.filter((id) => busIds.includes(id));
    if (near.length === 0) continue;
    const isOn = near.every((id) => riding.has(id));
    const chosen = new Set<string>(
      isOn ? [...riding].filter((id) => !near.includes(id as never)) : [...riding, ...near],
    );
    moves.push({ ...choice, busStationIds: all.filter((id) => chosen.has(id)) });
  }
  return moves;
}

/** Supplies to begin with: as given, all direct, every township its own hub, the few best-placed hubs. */
export function startSupplies(space: NetworkSpace): (readonly number[])[] {
  const { units } = space;
  const supplies: (readonly number[])[] = [units.map(({ givenHub }) => givenHub)];
  if (space.isSupplyOpen) {
    if (space.allowsDirect) supplies.push(units.map(() => -1));
    if (space.allowsHubs) {
      for (const open of hubSets(space)) supplies.push(units.map((_, unit) => hubAmong(space, unit, open)));
      if (space.allowsDirect)
        supplies.push(
          units.map((unit) =>
            unit.ownHub >= 0 && unit.hubsByTime.indexOf(unit.ownHub) === 0 ? unit.ownHub : -1,
          ),
        );
    }
  }
  return supplies.filter(
    (supply) =>
      isWithinCount(space, supply) &&
      (space.allowsDirect || supply.every((hub) => hub >= 0) || !space.isSupplyOpen),
  );
}

/** Each start supply on the first of the days, nothing on buses. */
export function startChoices(space: NetworkSpace): NetworkChoice[] {
  const option = space.isDaysOpen ? 0 : -1;
  return startSupplies(space).map((supply) => ({
    supply,
    days: space.units.map(() => option),
    ownDays: noOwnDays,
    trunkDays: option,
    busStationIds: [],
  }));
}

/** A supply on all sets of days, and with all that buses pass on them. */
export function startsOf(
  space: NetworkSpace,
  { supply }: NetworkChoice,
  busIds: readonly string[],
): NetworkChoice[] {
  const { units, scenario } = space;
  const dayChoices = space.isDaysOpen
    ? space.days.flatMap((_, trunk) => space.days.map((__, option) => ({ trunk, option })))
    : [{ trunk: -1, option: -1 }];
  const riding = scenario.stations.filter(({ id }) => busIds.includes(id)).map(({ id }) => id);
  const busChoices = space.isBusOpen ? [[], riding] : [[]];
  return dayChoices.flatMap(({ trunk, option }) =>
    busChoices.map((busStationIds) => ({
      supply,
      days: units.map(() => option),
      ownDays: noOwnDays,
      trunkDays: trunk,
      busStationIds,
    })),
  );
}

/** All candidates, those given, and the best-placed 1, 2, 3 ... by greedy addition (least driving to the nearest). */
function hubSets(space: NetworkSpace): Set<number>[] {
  const { units, hubIds } = space;
  const rank = units.map(({ hubsByTime }) => {
    const ranks: number[] = [];
    hubsByTime.forEach((hub, place) => {
      ranks[hub] = place;
    });
    return ranks;
  });
  const sets: Set<number>[] = [new Set(hubIds.map((_, hub) => hub))];
  const givenHubs = new Set(units.flatMap(({ givenHub }) => (givenHub < 0 ? [] : [givenHub])));
  if (givenHubs.size > 0) sets.push(givenHubs);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(5, hubIds.length - 1)) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let hub = 0; hub < hubIds.length; hub++) {
      if (chosen.has(hub)) continue;
      const sum = units.reduce((total, { stationIds }, unit) => {
        const nearest = Math.min(rank[unit]![hub]!, ...[...chosen].map((other) => rank[unit]![other]!));
        return total + nearest * stationIds.length;
      }, 0);
      if (sum < least) {
        least = sum;
        best = hub;
      }
    }
    chosen.add(best);
    sets.push(new Set(chosen));
  }
  return sets;
}

/** Every choice there is, where there are no more than `most`; null otherwise. */
export function everyChoice(
  space: NetworkSpace,
  busIds: readonly string[],
  most: number,
): NetworkChoice[] | null {
  const { units, scenario } = space;
  const isFree = space.isSupplyOpen && scenario.policy.hubs?.assignment === 'chosen';
  if (space.isSupplyOpen && !isFree) return null;
  const supplies = units.map(({ givenHub, hubsByTime }) =>
    isFree
      ? [
          ...(space.allowsDirect ? [-1] : []),
          ...(space.allowsHubs ? [...hubsByTime].sort((a, b) => a - b) : []),
        ]
      : [givenHub],
  );
  const dayOptions = space.isDaysOpen ? space.days.map((_, option) => option) : [-1];
  const riding = units.map(({ stationIds }) => stationIds.filter((id) => busIds.includes(id)));
  const busUnits = space.isBusOpen ? riding.flatMap((near, unit) => (near.length > 0 ? [unit] : [])) : [];
  // Where villages have days of their own, the choice is theirs and not the township's.
  const villages = space.dayStationIds;
  const dayOwners: readonly unknown[] = villages.length > 0 ? villages : units;
  const wheels: (readonly number[])[] = [
    ...supplies,
    ...dayOwners.map(() => dayOptions),
    dayOptions,
    ...busUnits.map(() => [0, 1]),
  ];
  if (wheels.reduce((product, wheel) => product * wheel.length, 1) > most) return null;
  let combinations: (readonly number[])[] = [[]];
  for (const wheel of wheels)
    combinations = combinations.flatMap((head) => wheel.map((value) => [...head, value]));
  return combinations
    .map((values): NetworkChoice => {
      const trunkAt = units.length + dayOwners.length;
      const on = new Set(busUnits.filter((_, index) => values[trunkAt + 1 + index] === 1));
      const days = values.slice(units.length, trunkAt);
      return {
        supply: values.slice(0, units.length),
        days: villages.length > 0 ? units.map(() => dayOptions[0]!) : days,
        ownDays:
          villages.length > 0
            ? new Map(villages.map((id, village): [StationId, number] => [id, days[village]!]))
            : noOwnDays,
        trunkDays: values[trunkAt]!,
        busStationIds: riding.flatMap((near, unit) => (on.has(unit) ? near : [])),
      };
    })
    .filter(({ supply }) => isWithinCount(space, supply));
}
