import { parseArgs } from 'node:util';

/** The call's words are off: told to the caller in one line, exit code 2. */
export class UsageError extends Error {}

/** Reads a whole number from an option. */
export function wholeNumber(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new UsageError(`--${name} takes a whole number, not "${text}"`);
  return value;
}

type OptionKinds = Readonly<Record<string, 'string' | 'boolean'>>;
type OptionValues<Kinds extends OptionKinds> = {
  [Name in keyof Kinds]?: (Kinds[Name] extends 'string' ? string : boolean) | undefined;
};

/** Long options by name; anything unknown is a UsageError. */
export function readArguments<Kinds extends OptionKinds>(
  args: readonly string[],
  kinds: Kinds,
): { values: OptionValues<Kinds>; positionals: string[] } {
  try {
    const options = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }]));
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    return { values: values as OptionValues<Kinds>, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
