import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { issueCodes } from '../../src/core/issues.ts';
import { issuesEn } from '../../src/i18n/issues.en.ts';
import { issuesZh } from '../../src/i18n/issues.zh.ts';

const codes = Object.keys(issueCodes) as (keyof typeof issueCodes)[];
const manual = readFileSync(join(import.meta.dirname, '../../public/manual/errors.md'), 'utf8');

it('has one heading in the error index for every code, and none besides', () => {
  const headings = [...manual.matchAll(/^## (.+)$/gm)].map((match) => match[1]!);
  expect(headings.toSorted()).toEqual(codes.toSorted());
});

it('gives cause and action in both languages under every heading', () => {
  for (const section of manual.split(/^## /m).slice(1))
    expect(section).toMatch(/- 原因：\S+[\s\S]*- 处理：\S+[\s\S]*- Cause: \S+[\s\S]*- Action: \S+/);
});

it('says the same numbers in both languages', () => {
  const names = (text: string): string[] =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).sort();
  for (const code of codes) {
    expect(names(issuesEn[code].cause), code).toEqual(names(issuesZh[code].cause));
    expect(names(issuesEn[code].action), code).toEqual(names(issuesZh[code].action));
  }
});
