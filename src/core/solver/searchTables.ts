import { noLimit } from '../model/problem.ts';
import {
  balancesDuration,
  balancesLoad,
  balancesNothing,
  balancesStops,
  SearchTables,
  timesAdd,
  timesHaveWindows,
  untimed,
} from './kernel/searchTables.ts';
import type { KernelModel } from './kernelModel.ts';

const durationModes = { none: untimed, sum: timesAdd, windows: timesHaveWindows };
const balanceMeasures = { duration: balancesDuration, stops: balancesStops, load: balancesLoad };

const flattened = new WeakMap<KernelModel, SearchTables>();

/** A model as the search reads it: flat. Made once. */
export function searchTables(model: KernelModel): SearchTables {
  const tables = flattened.get(model) ?? flat(model);
  flattened.set(model, tables);
  return tables;
}

function flat(model: KernelModel): SearchTables {
  const { problem, vehicles } = model;
  const { objective, balance, breakRule } = problem;
  const types = problem.vehicleTypes;
  const tables = new SearchTables();
  const flag = (value: boolean): number => (value ? 1 : 0);
  // Only what a model and the tables have in common by name and shape is taken over as it is.
  const { n, width, neighbourCount, maxLines } = model;
  const { delivery, pickup, peak, taskDurationS, taskEarliestS, taskLatestS, taskServiceS } = model;
  const { visitCost, skipCost, group, neighbours, endsBesideM, boundLine } = model;
  const { startPlace, endPlace, typeLimit } = model;
  const { profile, capacity, shiftS, maxDurationS, maxLengthM, loadingS } = vehicles;
  const { costPerM, costPerS, overtimePerS, fixedPerLine, dutyPerS, dutyPerLine, leastPerS } = vehicles;
  const hours = (of: (type: (typeof types)[number]) => number): Int32Array => Int32Array.from(types, of);
  const lengths = inARow(model.lengths);
  const lengthsT = sameOrInARow(model.lengthsT, model.lengths, lengths);
  const durations = sameOrInARow(model.durations, model.lengths, lengths);
  return Object.assign(tables, {
    ...{ n, width, neighbourCount, maxLines, delivery, pickup, peak, taskDurationS, taskEarliestS },
    ...{ taskLatestS, taskServiceS, visitCost, skipCost, group, neighbours, endsBesideM, boundLine },
    ...{ startPlace, endPlace, typeLimit, profile, capacity, shiftS, maxDurationS, maxLengthM, loadingS },
    ...{ costPerM, costPerS, overtimePerS, fixedPerLine, dutyPerS, dutyPerLine, leastPerS },
    cells: width * width,
    stopCount: problem.stopCount,
    dimensionCount: problem.dimensionCount,
    vehicleCount: types.length,
    groupCount: problem.groupSplitCost.length,
    lockedCount: problem.lockedLines.length,
    minLines: problem.minLines,
    durationMode: durationModes[model.durationMode],
    isPlain: flag(model.isPlain),
    hasPickup: flag(model.hasPickup),
    hasGroups: flag(model.hasGroups),
    hasForbiddenLegs: flag(model.hasForbiddenLegs),
    isMinMax: flag(objective.kind === 'minMax'),
    measuresLength: flag(objective.kind === 'minMax' && objective.measure === 'length'),
    hasSiblings: flag(vehicles.siblings.some((others) => others.length > 0)),
    sharesDuties: flag(problem.severalTripsPerDuty),
    severalTripsWithinS: problem.severalTripsWithinS,
    severalTripsGapS: problem.severalTripsGapS,
    hasBreaks: flag(breakRule !== null),
    breakAfterS: breakRule?.drivingS ?? 0,
    breakS: breakRule?.breakS ?? 0,
    balanceMeasure: balance ? balanceMeasures[balance.measure] : balancesNothing,
    balanceCostPerUnit: Float64Array.of(balance?.costPerUnit ?? 0),
    compactnessCostPerKm: Float64Array.of(problem.compactnessCostPerKm),
    lengths,
    lengthsT,
    durations,
    durationsT: durations === lengths ? lengthsT : sameOrInARow(model.durationsT, model.durations, durations),
    innerLengthM: inARow(model.innerLengthM),
    innerDrivingS: inARow(model.innerDrivingS),
    taskStopCount: Int32Array.from(model.taskStops, (stops) => stops.length),
    groupSplitCost: Int32Array.from(problem.groupSplitCost),
    lockedType: Int32Array.from(problem.lockedLines, (line) => line.vehicleTypeIndex),
    lockedWhole: Int32Array.from(problem.lockedLines, (line) => flag(line.keep === 'line')),
    startOpenS: hours(({ startDepotIndex: at }) => (at === null ? -noLimit : problem.windowOpenS[at]!)),
    startCloseS: hours(({ startDepotIndex: at }) => (at === null ? noLimit : problem.windowCloseS[at]!)),
    loadFromS: hours((type) => {
      const at = type.startDepotIndex;
      return at === null ? -noLimit : problem.windowOpenS[at]! - type.loadingS;
    }),
    loadByS: hours((type) => {
      const at = type.startDepotIndex;
      return at === null ? noLimit : problem.windowCloseS[at]! - type.loadingS;
    }),
    endOpenS: hours(({ endDepotIndex: at }) => (at === null ? -noLimit : problem.windowOpenS[at]!)),
    endCloseS: hours(({ endDepotIndex: at }) => (at === null ? noLimit : problem.windowCloseS[at]!)),
    dutyLimit: Int32Array.from(types, ({ count }) => count ?? noLimit),
    siblingStart: Int32Array.from([0, ...types], (_, type) =>
      vehicles.siblings.slice(0, type).reduce((sum, others) => sum + others.length, 0),
    ),
    siblings: Int32Array.from(vehicles.siblings.flat()),
    fixedCost: Float64Array.from(types, (type) => type.fixedCost),
    costPerKm: Float64Array.from(types, (type) => type.costPerKm),
    costPerHour: Float64Array.from(types, (type) => type.costPerHour),
    overtimeCostPerHour: Float64Array.from(types, (type) => type.overtimeCostPerHour),
  } satisfies Partial<SearchTables>);
}

/** One table after the other; a single one as it is. */
function inARow(parts: readonly Int32Array[]): Int32Array {
  if (parts.length === 1) return parts[0]!;
  const row = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    row.set(part, at);
    at += part.length;
  }
  return row;
}

/** As `inARow`, but the row there already is where the parts are the same. */
function sameOrInARow(
  parts: readonly Int32Array[],
  others: readonly Int32Array[],
  rowOfOthers: Int32Array,
): Int32Array {
  return parts.every((part, index) => part === others[index]) ? rowOfOthers : inARow(parts);
}
