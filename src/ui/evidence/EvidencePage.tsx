import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { County } from '../../core/model/county.ts';
import type { Report } from '../../core/model/report.ts';
import { formatInput } from '../../i18n/format.ts';
import { inputRows } from '../../state/inputs.ts';
import { useLanguage } from '../AppContext.tsx';
import { nameIn, ownPart } from '../bilingual.ts';
import { KpiTable } from '../kpis/KpiTable.tsx';
import { mapSources } from '../map/sources.ts';
import { ClaimSheet } from '../prints/ClaimSheet.tsx';
import { Sheet } from '../prints/Sheet.tsx';
import { SummarySheet } from '../prints/SummarySheet.tsx';

interface EvidencePageProps {
  readonly county: County;
  readonly report: Report;
  readonly title: string;
  readonly made: { readonly version: string; readonly date: string };
  readonly onDrawn: () => void;
}

/** What somebody reads who receives an evidence pack: the sheets of the prints, all figures, and every input. */
export function EvidencePage({ county, report, title, made, onDrawn }: EvidencePageProps) {
  const { t } = useTranslation();
  const sources = useMemo(() => mapSources(county, report.scenario, report, null), [county, report]);
  useEffect(onDrawn, [onDrawn]);
  return (
    <main>
      <article className="sheet">
        <header className="sheet-head">
          <h1>{t('evidence.title')}</h1>
          <p>{title}</p>
        </header>
        <p>{t('evidence.page.intro', made)}</p>
        <p>{t('evidence.page.how')}</p>
        <p>{t('evidence.page.limits')}</p>
      </article>
      <SummarySheet report={report} sources={sources} title={title} />
      <Sheet name="figures" heading={t('evidence.page.figures')} title={title} report={report}>
        <KpiTable report={report} />
      </Sheet>
      <ClaimSheet county={county} report={report} title={title} />
      <Sheet name="inputs" heading={t('evidence.page.inputs')} title={title} report={report}>
        <Inputs report={report} />
      </Sheet>
    </main>
  );
}

const columns = ['name', 'value', 'range', 'grade', 'source'] as const;

function Inputs({ report: { scenario } }: Pick<EvidencePageProps, 'report'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={column === 'value' || column === 'range' ? 'number' : ''}>
              {t(`evidence.page.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inputRows(scenario).map(({ id, subject, group, nameKey, unit, graded }) => (
          <tr key={id}>
            <th scope="row">
              {t(`inputs.groups.${group}`)} · {subject ? `${nameIn(subject, language)} · ` : ''}
              {t(`inputs.${nameKey}`)}
            </th>
            <td className="number">
              {formatInput(graded.value, language)} {t(`units.${unit}`)}
            </td>
            <td className="number">
              {graded.low === undefined && graded.high === undefined
                ? ''
                : `${formatInput(graded.low, language)}–${formatInput(graded.high, language)}`}
            </td>
            <td>{t(`grades.${graded.grade}`)}</td>
            <td>{ownPart(graded.source, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
