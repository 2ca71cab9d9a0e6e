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
  /** A leg that no road its vehicle may use leads along. */
  | 'trip.noRoad'
  /** Limits that the planner set for lines. */
  | 'rule.stops'
  | 'rule.km'
  | 'rule.hours'
  | 'rule.lineCount'
  | 'rule.fewLines'
  /** A stop outside the station's hours, where the planner asks for stops within them. */
  | 'visit.closed'
  /** Parcels brought to a hub leave it only on a later day than its branch lines could take them. */
  | 'handover.missed'
  | 'hub.exceedsCapacity'
  | 'hub.exceedsDocks'
  | 'hub.notCandidate'
  /** Visited on other days than the station asks for. */
  | 'station.days'
  /** A line said to ride on a passenger line that does not run then, or does not pass there. */
  | 'bus.noRun'
  | 'bus.exceedsRoom'
  | 'figure.differs';

/** Something in a plan or in the figures published for it that does not hold. */
export interface Fault {
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}
