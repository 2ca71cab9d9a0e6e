import { type Issue, issue } from '../issues.ts';

const bytesPerMb = 1_000_000;

/** What is to be said of a file with more bytes than may be read; null where it has not. */
export function tooLarge(file: string, size: number, limitMb: number): Issue | null {
  if (size <= limitMb * bytesPerMb) return null;
  return issue('file.tooLarge', { file, sizeMb: Math.round(size / bytesPerMb), limitMb });
}
