import type { CoolingSettings } from './cooling.ts';

export interface AnnealingSettings extends CoolingSettings {
  /** Tasks removed per round on average (c-bar of Christiaens and Vanden Berghe 2020). */
  readonly averageRemoved: number;
  /** Longest string taken from one line (L-max of the paper). */
  readonly longestString: number;
  /** One round in so many takes single tasks around a place instead of strings: the way out when lines are few. */
  readonly radialOneIn: number;
  /** One round in so many takes one or two whole lines, where lines cost before they are driven; 0 = none. */
  readonly wholeLinesOneIn: number;
  /** Nearest tasks beside which positions are tried. */
  readonly granularity: number;
  /** One position in so many is skipped at random ("blink", section 5.3 of the paper). */
  readonly blinkOneIn: number;
  /** One round in so many turns a piece of a line round or exchanges the ends of two lines. */
  readonly tailMoveOneIn: number;
  /** While searching, a line may run over the longest duty by so many seconds, at a price; 0 = never. */
  readonly overrunS: number;
  /** Whether rounds are spent under pressure on one line or duty less. */
  readonly pressesForFewerLines: boolean;
  /**
   * Share of a duty's fixed cost that a place on a line is charged by the time it takes there, where lines share
   * duties; the rest is charged for beginning a line.
   */
  readonly dutyShareByTime: number;
}
