import { projectJsonSchema } from '../../core/file/project.ts';
import { scenarioJsonSchema } from '../../core/file/schema.ts';
import type { Command } from '../command.ts';

/** Prints the JSON Schema of scenario files, or of project files, as published in public/schema. */
export const schema: Command = {
  usage: 'schema [project]',
  async run([of]) {
    const published = of === 'project' ? projectJsonSchema() : scenarioJsonSchema();
    console.log(JSON.stringify(published, null, 2));
    return 0;
  },
};
