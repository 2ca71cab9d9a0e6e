import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { cancelVariants, compareVariants } from '../../state/commands/compareVariants.ts';
import { hashScenario } from '../../state/runs.ts';
import { useApp, useLanguage, useScenario } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { Chart } from '../charts/Chart.tsx';
import { Pane } from '../Pane.tsx';
import { StaleMark } from '../StaleMark.tsx';
import { changesOf, levelChart, levelOf } from './levelChart.ts';
import { QuestionChoice, useAskedQuestion } from './QuestionChoice.tsx';
import { TakeForToday } from './TakeForToday.tsx';
import { VariantTable } from './VariantTable.tsx';
import { variantChart } from './variantChart.ts';

/** Below the map: the scenario in other shapes and on other days, with other lines or parcels, in one table and one chart. */
export function VariantsPane() {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const scenario = useScenario();
  const { basis, question, runId, rows } = useStore(app.variants.store);
  const choice = useAskedQuestion();
  const { asked } = choice;
  const isRunning = runId !== null;
  const isUrban = scenario?.shape === 'urbanStar' && (asked.kind === 'shapes' || asked.kind === 'frequency');
  const needsToday = asked.kind === 'changes' && scenario?.todaysPlan === undefined;
  const isShown = basis !== null && basis.countyId === scenario?.countyId && question.kind === asked.kind;
  const isStale =
    isShown &&
    scenario !== null &&
    (basis.id !== scenario.id || hashScenario(basis) !== hashScenario(scenario));
  const done = rows.filter((row) => row.compared !== null).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(() => {
    const points = rows.flatMap(({ name, compared }, index) =>
      compared ? [{ name: nameIn(name, language), number: index + 1, figures: compared.row }] : [],
    );
    const cost = t('units.yuan/parcel');
    return question.kind === 'shapes' || question.kind === 'frequency'
      ? variantChart(
          points,
          {
            cost,
            share48h: t('levels.variants.columns.shareWithin48h'),
            days2: t('levels.variants.columns.shareWithin2CalendarDays'),
          },
          language,
        )
      : levelChart(
          points,
          {
            cost,
            worst: t('levels.variants.columns.worstH'),
            level: t(
              question.kind === 'changes'
                ? 'levels.variants.columns.changedStationCount'
                : `levels.variants.varied.${question.kind}`,
            ),
            incomplete: t('levels.variants.incomplete'),
          },
          language,
          question.kind === 'changes' ? changesOf : levelOf,
        );
  }, [rows, question, language]);
  return (
    <Pane
      title={t('levels.variants.title')}
      className="variants-pane"
      extra={
        <span className="pane-extra">
          {isShown ? <span className="hint">{nameIn(basis.name, language)}</span> : null}
          <StaleMark isStale={isStale} />
          {isRunning ? (
            <>
              <span className="hint" role="status">
                {t('levels.variants.progress', { done, count: rows.length })}
              </span>
              <Button size="small" onClick={() => cancelVariants(app)}>
                {t('levels.variants.cancel')}
              </Button>
            </>
          ) : (
            <Button
              size="small"
              type="primary"
              onClick={() => void compareVariants(app, asked)}
              disabled={!scenario || isUrban || needsToday}
            >
              {t(isShown ? 'levels.variants.again' : 'levels.variants.start')}
            </Button>
          )}
        </span>
      }
    >
      <QuestionChoice {...choice} isDisabled={isRunning} />
      {isShown ? (
        <div className="variants-body">
          <VariantTable kind={question.kind} rows={rows} isRunning={isRunning} />
          {done > 0 ? (
            <div className="variants-chart">
              <Chart
                option={option}
                description={t(`levels.variants.arias.${question.kind}`, { count: done })}
              />
            </div>
          ) : null}
        </div>
      ) : (
        <div className="empty-state">
          <p>
            {t(
              isUrban
                ? 'levels.variants.urban'
                : needsToday
                  ? 'levels.variants.needsToday'
                  : `levels.variants.empties.${asked.kind}`,
            )}
          </p>
          {needsToday ? <TakeForToday size="small" /> : null}
        </div>
      )}
    </Pane>
  );
}
