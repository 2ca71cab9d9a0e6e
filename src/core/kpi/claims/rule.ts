import type { KpiKey } from '../kpis.ts';

/** What a statement of a report can be held against: a figure, one of the two counts behind a share, or lines with their branches. */
export interface Measure {
  readonly kpi: KpiKey;
  readonly part?: 'numerator' | 'denominator' | 'withBranches';
}

/** equal: counts to the unit, anything else to a tenth; about: all to a tenth, on both sides or on the worse one. */
export type Relation = 'atLeast' | 'atMost' | 'equal' | 'about' | 'aboutAtLeast' | 'aboutAtMost';

/** Units of figures (as in the registry of KPIs) a statement can be in. */
export type FigureUnit =
  | 'share'
  | 'hour'
  | 'count'
  | 'yuan/parcel'
  | 'parcel/day'
  | 'yuan/day'
  | 'km/day'
  | 'kg/day'
  | 'duty/day';

export interface Rule {
  readonly unit: FigureUnit;
  /** Of counts: what they may be counted in, so that vehicles (辆) are never taken for lines (条). */
  readonly countedIn?: RegExp;
  readonly subject: RegExp;
  readonly not?: RegExp;
  /** The statement is of a change (成本降低 10 %), which otherwise is no statement of a level. */
  readonly isChange?: true;
  /** It gives what is left (成本降至 80 %), the figure what is taken off. */
  readonly isRest?: true;
  /** What is claimed unless words beside the number say otherwise (以上, 不超过, 约). */
  readonly relation: Relation;
  /** Several where words of reports leave open which definition is meant. */
  readonly measures: readonly Measure[];
}

export const one = (kpi: KpiKey): readonly Measure[] => [{ kpi }];
