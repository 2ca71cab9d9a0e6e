import type { CoolingSettings } from './cooling.ts';
import type { InsertionSettings } from './insertion.ts';
import type { RuinSettings } from './ruin.ts';

export interface AnnealingSettings extends RuinSettings, InsertionSettings, CoolingSettings {
  /** One round in so many turns a piece of a line round or exchanges the ends of two lines. */
  readonly tailMoveOneIn: number;
  /** Whether rounds are spent under pressure on one line or duty less. */
  readonly pressesForFewerLines: boolean;
}
