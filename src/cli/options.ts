import { parseArgs } from 'node:util';

/** Reads a whole number from an option; throws with the option's name when it is not one. */
export function wholeNumber(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new UsageError(`--${name} takes a whole number, not "${text}"`);
  return value;
}

/** The call's words are off: told to the caller in one line, exit code 2. */
export class UsageError extends Error {}

/** Long options by name; anything unknown is a UsageError. */
export function readArguments<Names extends string>(
  args: readonly string[],
  options: Readonly<Record<Names, 'string' | 'boolean'>>,
): { values: Partial<Record<Names, string | boolean>>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, type]) => [name, { type: type as 'string' | 'boolean' }]),
      ),
    });
    return { values: values as Partial<Record<Names, string | boolean>>, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
