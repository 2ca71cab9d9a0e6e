import type { SimCall, SimFlow, SimLine, SimTrip } from './simulationModel.ts';

/** The tables of the model that inner loops read parcel by parcel, as columns of numbers. */
export interface ModelColumns {
  /** By flow. */
  readonly flowFirstCall: Int32Array;
  readonly flowSecondCall: Int32Array;
  /** Share of the station's parcels up to and with a flow. */
  readonly flowUpToShare: Float64Array;
  /** By call. */
  readonly callStation: Int32Array;
  readonly callLine: Int32Array;
  /** By station: the one call that fetches all its outbound parcels; -1 = none or several. */
  readonly wholePickupCall: Int32Array;
  /** By trip: its first place among the boards of all trips, one per call of its line; and the sum of them. */
  readonly tripFirstBoard: Int32Array;
  /** By board: its call. */
  readonly boardCall: Int32Array;
}

export function modelColumns(
  flows: readonly SimFlow[],
  calls: readonly SimCall[],
  lines: readonly SimLine[],
  trips: readonly SimTrip[],
  pickupCalls: readonly (readonly number[])[],
): ModelColumns {
  const boardCalls = trips.map(({ lineIndex }) => {
    const { firstCall, callCount } = lines[lineIndex]!;
    return Array.from({ length: callCount }, (_, position) => firstCall + position);
  });
  let boards = 0;
  return {
    flowFirstCall: Int32Array.from(flows, (flow) => flow.firstCall),
    flowSecondCall: Int32Array.from(flows, (flow) => flow.secondCall),
    flowUpToShare: Float64Array.from(flows, (flow) => flow.cumulativeShare),
    callStation: Int32Array.from(calls, (call) => call.stationIndex),
    callLine: Int32Array.from(calls, (call) => call.lineIndex),
    wholePickupCall: Int32Array.from(pickupCalls, (own) =>
      own.length === 1 && calls[own[0]!]!.share === 1 ? own[0]! : -1,
    ),
    tripFirstBoard: Int32Array.from(boardCalls, (own) => {
      const first = boards;
      boards += own.length;
      return first;
    }),
    boardCall: Int32Array.from(boardCalls.flat()),
  };
}
