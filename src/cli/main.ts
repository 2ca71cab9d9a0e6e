import type { Command } from './command.ts';
import { UsageError } from './options.ts';

/** Each loaded only when it is called: none waits for the libraries of the others. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  counties: async () => (await import('./commands/counties.ts')).counties,
  run: async () => (await import('./commands/run.ts')).run,
  simulate: async () => (await import('./commands/simulate.ts')).simulate,
  import: async () => (await import('./commands/import.ts')).importCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  matrix: async () => (await import('./commands/matrix.ts')).matrix,
  variants: async () => (await import('./commands/variants.ts')).variants,
  vrp: async () => (await import('./commands/vrp.ts')).vrp,
  verify: async () => (await import('./commands/verify.ts')).verify,
  schema: async () => (await import('./commands/schema.ts')).schema,
};

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (load) {
  try {
    process.exitCode = await (await load()).run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`cuntong ${name}: ${error.message}`);
    process.exitCode = 2;
  }
} else {
  console.error(`cuntong: ${name ? `no command "${name}"` : 'which command?'}`);
  for (const { usage } of await Promise.all(Object.values(commands).map((each) => each())))
    console.error(`  npm run -s cli -- ${usage}`);
  process.exitCode = 2;
}
