import type { Issue } from '../core/issues.ts';

/** One line for the error stream: code, place, numbers. The screen has words for it, the command line the code. */
export const describeIssue = ({ code, at, params }: Issue): string =>
  `${code} ${JSON.stringify({ ...at, ...params })}`;
