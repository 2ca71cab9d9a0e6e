import { kindFields, type TableKind } from './kinds.ts';

/** An empty table to fill in: Chinese headers with their units, UTF-8 with a byte order mark so that Excel shows them. */
export const templateText = (kind: TableKind): string =>
  `\ufeff${kindFields[kind]
    .filter(({ isOwn }) => !isOwn)
    .map(({ zh }) => (zh.includes(',') ? `"${zh}"` : zh))
    .join(',')}\r\n`;
