import { issue } from '../../issues.ts';
import { utf8Text } from '../textDecoding.ts';
import type { MapFile, ReportIssue } from './mapFile.ts';

/** The document in a JSON file; undefined and an issue where there is none. */
export function parseJson(file: MapFile, report: ReportIssue): unknown {
  const text = utf8Text(file.bytes);
  try {
    return JSON.parse(text);
  } catch {
    const isWhole = /[}\]]\s*$/.test(text.slice(-64));
    report(issue(isWhole ? 'file.notReadable' : 'file.truncated', { file: file.name }));
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : Number.isFinite(value) ? String(value) : undefined;
