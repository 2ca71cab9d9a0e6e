import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ComparisonQuestion,
  mostLineCounts,
  usualChangeShares,
  usualDailyShares,
  usualFactors,
} from '../../core/model/comparison.ts';
import { useShownResult } from '../AppContext.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import { type CalendarKey, calendarKeys, usualCalendars } from './usualCalendars.ts';

const otherKeys = calendarKeys.filter((key) => key !== 'daily');
const kinds: readonly ComparisonQuestion['kind'][] = [
  'shapes',
  'lineCounts',
  'volumes',
  'frequency',
  'changes',
];
const mostLines = 200;
/** Around the number of lines there are. */
const [fewerLines, moreLines] = [2, 3];

type Range = Pick<Extract<ComparisonQuestion, { kind: 'lineCounts' }>, 'from' | 'to'>;

export interface AskedQuestion {
  readonly asked: ComparisonQuestion;
  readonly askKind: (kind: ComparisonQuestion['kind']) => void;
  readonly askRange: (range: Range) => void;
  /** Days of the stations that are not visited daily. */
  readonly otherKey: CalendarKey;
  readonly askOthers: (key: CalendarKey) => void;
}

/** What is to be compared next: as chosen, else shapes; lines around the number of those on the screen. */
export function useAskedQuestion(): AskedQuestion {
  const { report } = useShownResult();
  const [kind, askKind] = useState<ComparisonQuestion['kind']>('shapes');
  const [range, askRange] = useState<Range | null>(null);
  const [otherKey, askOthers] = useState<CalendarKey>('alternate');
  const fromDepot = report?.plan.lines.filter(
    ({ kind: lineKind, originId }) => lineKind !== 'bus' && originId === report.scenario.depot.id,
  );
  const lines = fromDepot?.length ?? fewerLines + 1;
  const around: Range = { from: Math.max(1, lines - fewerLines), to: lines + moreLines };
  const questions: Readonly<Record<ComparisonQuestion['kind'], ComparisonQuestion>> = {
    shapes: { kind: 'shapes' },
    lineCounts: { kind: 'lineCounts', ...(range ?? around) },
    volumes: { kind: 'volumes', factors: usualFactors },
    changes: { kind: 'changes', shares: usualChangeShares },
    frequency: { kind: 'frequency', dailyShares: usualDailyShares, otherDays: usualCalendars[otherKey] },
  };
  return { asked: questions[kind], askKind, askRange, otherKey, askOthers };
}

interface QuestionChoiceProps extends AskedQuestion {
  readonly isDisabled: boolean;
}

export function QuestionChoice({
  asked,
  askKind,
  askRange,
  otherKey,
  askOthers,
  isDisabled,
}: QuestionChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className="question-choice">
      <Segmented<ComparisonQuestion['kind']>
        size="small"
        aria-label={t('levels.variants.question')}
        disabled={isDisabled}
        value={asked.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`levels.variants.questions.${kind}`) }))}
        onChange={askKind}
      />
      {asked.kind === 'lineCounts' ? <LineRange range={asked} onAsk={askRange} /> : null}
      {asked.kind === 'frequency' ? (
        <span className="line-range">
          {t('levels.rules.calendar.others')}
          <Select
            size="small"
            aria-label={t('levels.rules.calendar.others')}
            disabled={isDisabled}
            value={otherKey}
            options={otherKeys.map((key) => ({ value: key, label: t(`levels.rules.calendar.days.${key}`) }))}
            onChange={askOthers}
          />
        </span>
      ) : null}
      {asked.kind === 'volumes' ? (
        <span className="hint">{asked.factors.map((factor) => `×${factor}`).join(' ')}</span>
      ) : null}
    </div>
  );
}

interface LineRangeProps {
  readonly range: Range;
  readonly onAsk: (range: Range) => void;
}

/** Both ends stay in order, and no further apart than can be compared at once. */
function LineRange({ range: { from, to }, onAsk }: LineRangeProps) {
  const { t } = useTranslation();
  return (
    <span className="line-range">
      <NumberField
        aria-label={t('levels.variants.from')}
        min={1}
        max={mostLines}
        precision={0}
        value={from}
        onCommit={(next) =>
          onAsk({ from: next, to: Math.min(Math.max(to, next), next + mostLineCounts - 1) })
        }
      />
      –
      <NumberField
        aria-label={t('levels.variants.to')}
        min={1}
        max={mostLines}
        precision={0}
        value={to}
        onCommit={(next) =>
          onAsk({ from: Math.max(1, Math.min(from, next), next - mostLineCounts + 1), to: next })
        }
      />
      {t('levels.variants.linesUnit')}
    </span>
  );
}
