import type { TFunction } from 'i18next';
import type { MoveJudgement } from '../../core/evaluate/judgeMove.ts';
import type { Violation } from '../../core/model/evaluation.ts';
import type { LineId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import { formatNumber, formatYuan } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import { violationText } from '../violationText.ts';

const smallYuan = 0.005;
const smallMin = 0.5;
/** A minus sign as wide as the plus sign. */
const signOf = (value: number): string => (value < 0 ? '−' : '+');

/** What a move would change, in words: money, minutes of each line it touches, limits. */
export interface MoveWords {
  readonly yuan: string;
  readonly minutes: string;
  readonly limits: string;
  readonly isOver: boolean;
}

/** Where a move puts the stop: a line by its number, or a line of its own. */
export function moveTitle({ move }: Pick<MoveJudgement, 'move'>, report: Report, t: TFunction): string {
  const { target } = move;
  if (target.kind === 'none') return t('solve.hand.remove');
  if (target.kind === 'newLine') return t('solve.hand.toNewLine');
  return t('solve.hand.toLine', {
    number: report.plan.lines.findIndex((line) => line.id === target.lineId) + 1,
  });
}

/** Added or saved a day. */
export const yuanWords = (yuan: number, t: TFunction, language: Language): string =>
  Math.abs(yuan) < smallYuan
    ? t('solve.hand.noChange')
    : t('solve.hand.yuan', { sign: signOf(yuan), yuan: formatYuan(Math.abs(yuan), language) });

export function moveWords(
  judged: Omit<MoveJudgement, 'evaluation'>,
  report: Report,
  t: TFunction,
  language: Language,
): MoveWords {
  const numberOf = (lineId: LineId | null): number => {
    const before = report.plan.lines.findIndex((line) => line.id === lineId);
    return before >= 0 ? before + 1 : judged.plan.lines.findIndex((line) => line.id === lineId) + 1;
  };
  const violation = (passed: Violation): string =>
    violationText(passed, { scenario: report.scenario, lineNumber: numberOf(passed.lineId), language }, t);
  const { addedYuanPerDay: yuan, addedMin, newViolations, goneViolations } = judged;
  const separator = language === 'en' ? '; ' : '；';
  const limits = [
    ...(newViolations.length > 0
      ? [t('solve.hand.newViolations', { list: newViolations.map(violation).join(separator) })]
      : []),
    ...(goneViolations.length > 0
      ? [t('solve.hand.fixes', { list: goneViolations.map(violation).join(separator) })]
      : []),
  ];
  return {
    yuan: yuanWords(yuan, t, language),
    minutes: addedMin
      .filter(({ minutes }) => Math.abs(minutes) >= smallMin)
      .map(({ lineId, minutes }) =>
        t('solve.hand.minutes', {
          number: numberOf(lineId),
          sign: signOf(minutes),
          minutes: formatNumber(Math.abs(minutes), language),
        }),
      )
      .join(' · '),
    limits: limits.length > 0 ? limits.join(separator) : t('solve.hand.fits'),
    isOver: newViolations.length > 0,
  };
}
