import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useDocument, useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { reasonsOfEstimate } from '../kpis/because.ts';
import { creditOfRoads } from '../roads/roadTitle.ts';

/** What the figures of a sheet rest on, how its lines were found, and whose data its map shows. */
export function SheetFoot({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const county = useDocument()?.county ?? null;
  const { seed, iterations } = report.plan.quality;
  const because = reasonsOfEstimate('yuanPerParcel', report).map(({ reason, ...numbers }) =>
    t(`kpi.because.${reason}`, numbers),
  );
  const credits = [
    creditOfRoads(report.scenario.roads, t),
    ...(county?.credits ?? []).map((credit) => nameIn(credit.text, language)),
  ].filter((text) => text !== '');
  return (
    <footer className="sheet-foot">
      <p>
        {t('prints.averageDay')}
        {because.length > 0
          ? ` ${t('prints.estimates', { what: because.join(t('prints.semicolon')) })}`
          : null}
      </p>
      <p>
        {report.scenario.handPlan
          ? t('prints.byHand')
          : t('prints.found', { iterations: formatNumber(iterations, language), seed })}{' '}
        {credits.join(' ')}
      </p>
    </footer>
  );
}
