import { hashDocument } from '../hash.ts';
import type { SimulationResult } from '../model/simulation.ts';

/** Hash of every number of a result, to the last bit: equal on one worker or many, in Node and in a browser. */
export const simulationHash = (result: SimulationResult): string => hashDocument(result);
