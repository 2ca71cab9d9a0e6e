import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import type { LineKind } from '../../../src/core/model/scenario.ts';
import { startWords } from '../../../src/i18n/t.ts';
import { depotLinesInWords, linesInWords } from '../../../src/ui/tables/linesInWords.ts';
import { aLine, aPlan } from '../../builders.ts';

beforeAll(() => startWords('zh-CN'));

const plan = (...kinds: readonly LineKind[]) =>
  aPlan(kinds.map((kind, index) => aLine(String(index), ['a'], { kind })));

it('says of what a count of lines is made, where it is of more than one kind', () => {
  // Yanling: 3 trunk and 11 branch lines are 14.
  const yanling = plan('trunk', 'trunk', 'trunk', ...Array.from({ length: 11 }, () => 'branch' as const));
  expect(linesInWords(yanling, i18next.t)).toBe('14 条线路：干线 3、支线 11');
  expect(depotLinesInWords(yanling, i18next.t)).toBe(
    '只数从县城发出的：干线 3；另有支线 11，由乡镇站发出，不算在内。',
  );
  expect(linesInWords(plan('direct', 'direct'), i18next.t)).toBe('2 条线路');
  expect(depotLinesInWords(plan('direct', 'bus', 'bus'), i18next.t)).toBe(
    '只数从县城发出的：直送 1、客车 2 班。',
  );
});
