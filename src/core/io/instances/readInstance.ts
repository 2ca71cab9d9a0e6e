import { issue } from '../../issues.ts';
import type { Result } from '../../result.ts';
import type { Instance } from './instance.ts';
import { readCvrplib } from './readCvrplib.ts';
import { readHfvrp } from './readHfvrp.ts';
import { readMdvrp } from './readMdvrp.ts';
import { readSolomon } from './readSolomon.ts';
import { readVrpspd } from './readVrpspd.ts';

/** Every instance format: how to tell it by its text, and its reader. The first that recognises a file reads it. */
export const instanceFormats: readonly {
  readonly name: string;
  recognises(text: string): boolean;
  read(text: string): Result<Instance>;
}[] = [
  { name: 'VRPSPD', recognises: (text) => /PICKUP_AND_DELIVERY_SECTION/i.test(text), read: readVrpspd },
  { name: 'HFVRP', recognises: (text) => /^\s*CAPACITY_SECTION/im.test(text), read: readHfvrp },
  {
    name: 'CVRPLIB',
    recognises: (text) => /^\s*(DIMENSION|DEMAND_SECTION)\b/im.test(text),
    read: readCvrplib,
  },
  { name: 'Solomon', recognises: (text) => /^\s*VEHICLE\s*$/im.test(text), read: readSolomon },
  { name: 'MDVRP', recognises: (text) => /^\s*\d(\s+\d+){2,3}\s*\r?\n/.test(text), read: readMdvrp },
];

export function readInstance(text: string): Result<Instance> {
  const format = instanceFormats.find((candidate) => candidate.recognises(text));
  return format ? format.read(text) : { ok: false, issues: [issue('instance.unknownFormat')] };
}
