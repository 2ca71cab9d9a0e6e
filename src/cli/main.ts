import type { Command } from './command.ts';
import { counties } from './commands/counties.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { matrix } from './commands/matrix.ts';
import { run } from './commands/run.ts';
import { schema } from './commands/schema.ts';
import { simulate } from './commands/simulate.ts';
import { variants } from './commands/variants.ts';
import { vrp } from './commands/vrp.ts';
import { UsageError } from './options.ts';

const commands: readonly Command[] = [
  counties,
  run,
  simulate,
  importCommand,
  exportCommand,
  matrix,
  variants,
  vrp,
  schema,
];

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const [name, ...args] = process.argv.slice(2);
const command = commands.find((candidate) => candidate.name === name);
if (command) {
  try {
    process.exitCode = await command.run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`cuntong ${command.name}: ${error.message}`);
    process.exitCode = 2;
  }
} else {
  console.error(`cuntong: ${name ? `no command "${name}"` : 'which command?'}`);
  for (const { usage } of commands) console.error(`  npm run -s cli -- ${usage}`);
  process.exitCode = 2;
}
