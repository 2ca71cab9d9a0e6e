import type { Command } from './command.ts';
import { run } from './commands/run.ts';

const commands: readonly Command[] = [run];

const [name, ...args] = process.argv.slice(2);
const command = commands.find((candidate) => candidate.name === name);
if (command) {
  process.exitCode = await command.run(args);
} else {
  console.error(`cuntong: ${name ? `no command "${name}"` : 'which command?'}\n`);
  for (const { usage } of commands) console.error(`  npm run -s cli -- ${usage}`);
  process.exitCode = 2;
}
