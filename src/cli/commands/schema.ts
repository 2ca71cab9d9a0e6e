import { scenarioJsonSchema } from '../../core/file/schema.ts';
import type { Command } from '../command.ts';

/** Prints the JSON Schema of scenario files, as published in public/schema. */
export const schema: Command = {
  name: 'schema',
  usage: 'schema',
  async run() {
    console.log(JSON.stringify(scenarioJsonSchema(), null, 2));
    return 0;
  },
};
