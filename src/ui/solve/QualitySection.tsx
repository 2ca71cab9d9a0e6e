import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { formatNumber, formatShare, formatYuan } from '../../i18n/format.ts';
import { hashScenario } from '../../state/runs.ts';
import type { SearchRecord } from '../../state/solve.ts';
import { useApp, useLanguage } from '../AppContext.tsx';

interface QualityProps {
  /** null = none that fits the scenario and is final. */
  readonly report: Report | null;
  readonly scenario: Scenario;
}

/** What is known of the quality of the lines: proven bounds first, then the spread of the searches made. */
export function QualitySection({ report, scenario }: QualityProps) {
  const { t } = useTranslation();
  const records = useStore(useApp().solve.store, (state) => state.records[hashScenario(scenario)] ?? none);
  const words = (): readonly string[] => {
    if (!report) return [t('solve.quality.empty')];
    if (scenario.handPlan) return [t('solve.quality.byHand')];
    return [];
  };
  const said = words();
  return (
    <section className="solve-section" aria-label={t('solve.quality.title')}>
      <h3>{t('solve.quality.title')}</h3>
      {said.map((each) => (
        <p key={each} className="hint">
          {each}
        </p>
      ))}
      {report && said.length === 0 ? <Statement report={report} records={records} /> : null}
    </section>
  );
}

const none: readonly SearchRecord[] = [];
const tiny = 1e-4;

function Statement({
  report,
  records,
}: {
  readonly report: Report;
  readonly records: readonly SearchRecord[];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { quality, lines } = report.plan;
  const { lowerBoundYuanPerDay: least, objectiveYuanPerDay: now, fewestLines } = quality;
  const gap = least === null || now <= 0 ? null : Math.max(0, (now - least) / now);
  const sentences: string[] = [];
  if (gap !== null && least !== null)
    sentences.push(
      gap < tiny
        ? t('solve.quality.optimal')
        : t('solve.quality.gap', {
            least: formatYuan(least, language),
            now: formatYuan(now, language),
            gap: formatShare(gap, language),
          }),
    );
  if (fewestLines !== undefined)
    sentences.push(
      fewestLines >= lines.length
        ? t('solve.quality.fewestProven', { lines: lines.length })
        : t('solve.quality.fewest', { fewest: fewestLines, lines: lines.length }),
    );
  const { spread } = quality;
  if (spread)
    sentences.push(
      t('solve.quality.starts', {
        count: spread.searches,
        best: formatYuan(spread.bestYuanPerDay, language),
        median: formatYuan(spread.medianYuanPerDay, language),
        worst: formatYuan(spread.worstYuanPerDay, language),
        now: formatYuan(now, language),
      }),
    );
  sentences.push(spreadSentence(records));
  return (
    <ul className="solve-statement" data-quality="statement">
      {sentences.map((each) => (
        <li key={each}>{each}</li>
      ))}
      <li className="hint">
        {t('solve.quality.effort', {
          seed: quality.seed,
          iterations: formatNumber(quality.iterations, language),
        })}
      </li>
    </ul>
  );

  function spreadSentence(all: readonly SearchRecord[]): string {
    const fewest = Math.min(...all.map(({ unservedCount }) => unservedCount));
    const costs = all
      .filter(({ unservedCount }) => unservedCount === fewest)
      .map(({ objectiveYuanPerDay }) => objectiveYuanPerDay);
    if (costs.length < 2) return t('solve.quality.single');
    const best = Math.min(...costs);
    const spread = (Math.max(...costs) - best) / best;
    return spread < tiny
      ? t('solve.quality.manyEqual', { count: costs.length })
      : t('solve.quality.many', { count: costs.length, spread: formatShare(spread, language) });
  }
}
