import { projectJsonSchema } from '../../core/file/project.ts';
import { scenarioJsonSchema } from '../../core/file/schema.ts';
import type { Command } from '../command.ts';
import { readArguments, UsageError } from '../options.ts';

/** Prints the JSON Schema of scenario files, or of project files, as published in public/schema. */
export const schema: Command = {
  usage: 'schema [project]',
  async run(args) {
    const { positionals } = readArguments(args, {});
    const [of] = positionals;
    if (positionals.length > 1 || (of !== undefined && of !== 'project'))
      throw new UsageError(`usage: ${schema.usage}`);
    const published = of === 'project' ? projectJsonSchema() : scenarioJsonSchema();
    console.log(JSON.stringify(published, null, 2));
    return 0;
  },
};
