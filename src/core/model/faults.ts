/** What the auditor finds; nothing when a plan and its figures hold. */

export type FaultCode =
  | 'station.forgotten'
  | 'station.servedAndUnserved'
  | 'station.shares'
  | 'line.empty'
  | 'line.origin'
  | 'duty.missing'
  | 'load.exceedsCapacity'
  | 'duty.exceedsShift'
  | 'trip.exceedsRange'
  | 'figure.differs';

/** Something in a plan or in the figures published for it that does not hold. */
export interface Fault {
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}
