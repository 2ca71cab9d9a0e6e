import type { Result } from '../../result.ts';
import type { LayeredInstance } from './layeredInstance.ts';
import { isPvrp, readPvrp } from './readPvrp.ts';
import { isTwoEchelon, readTwoEchelon } from './readTwoEchelon.ts';

/** A problem on two levels or over several days; null when the text is of another family. */
export function readLayered(text: string): Result<LayeredInstance> | null {
  if (isTwoEchelon(text)) return readTwoEchelon(text);
  return isPvrp(text) ? readPvrp(text) : null;
}
