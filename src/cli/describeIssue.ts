import type { Issue } from '../core/issues.ts';
import { messagesEn } from '../i18n/messages.en.ts';

/** One line for the error stream: code, place and numbers, then the same cause and action as on the screen. */
export function describeIssue({ code, at, params }: Issue): string {
  const values: Readonly<Record<string, unknown>> = { ...at, ...params };
  const filled = (text: string): string =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  const { cause, action } = messagesEn.issues[code];
  return `${code} ${JSON.stringify(values)}: ${filled(cause)} ${filled(action)}`;
}
