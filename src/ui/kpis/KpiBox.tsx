import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { KpiKey } from '../../core/kpi/kpis.ts';
import type { KpiRow, Report } from '../../core/model/report.ts';
import { digitsOffMarks, formatInput, formatNumber, formatYuan } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { CheckCircleFilled, CloseCircleFilled } from '../icons.tsx';
import { againstBaseline, PlanLeavesOut, ServiceGaps } from './againstBaseline.tsx';
import { type Because, reasonsOfEstimate } from './because.ts';
import { formatKpi } from './formatKpi.ts';
import { SourcePopover } from './SourcePopover.tsx';

interface KpiBoxProps {
  readonly row: KpiRow;
  readonly report: Report;
  readonly isLarge: boolean;
}

/** One figure with its unit, target, margin and verdict; the verdict is an icon and a word, never colour alone. */
export function KpiBox({ row, report, isLarge }: KpiBoxProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = t(`kpi.names.${row.key as KpiKey}`);
  const shortName = isShort(row.key) && !isLarge ? t(`kpi.short.${row.key}`) : name;
  const because = row.isEstimated ? reasonsOfEstimate(row.key, report) : [];
  const unit = row.unit === 'share' ? '' : t(`units.${row.unit as 'hour'}`);
  const source = <SourcePopover row={row} name={name} report={report} because={because} />;
  const value = (
    <>
      <span data-value={row.value}>{formatKpi(row.value, row, language)}</span>
      <span className="kpi-unit">{unit}</span>
    </>
  );
  if (!isLarge) {
    return (
      <article className={`kpi kpi-small kpi-${row.status}`} data-kpi={row.key}>
        <h3 title={name}>{shortName}</h3>
        <p className="kpi-value">
          {row.isEstimated ? <EstimatedMark because={because} isShort /> : null}
          {value}
        </p>
        {source}
      </article>
    );
  }
  return (
    <article className={`kpi kpi-large kpi-${row.status}`} data-kpi={row.key}>
      <h3>
        <span className="kpi-name" title={name}>
          {name}
        </span>
        {source}
      </h3>
      <p className="kpi-value">
        {value}
        {row.isEstimated ? <EstimatedMark because={because} isShort={false} /> : null}
        <Verdict row={row} />
      </p>
      <KpiNote row={row} report={report} />
    </article>
  );
}

const shortKeys = [
  'worstCountyToVillageH',
  'shareWithin48h',
  'villageReachShare',
  'lineKmPerDay',
  'dutyCount',
  'lineCount',
] as const;
/** Shares of parcels a day; the others with counts are of villages. */
const isOfParcels = (key: string): boolean => key.startsWith('shareWithin');
const isShort = (key: string): key is (typeof shortKeys)[number] => shortKeys.some((each) => each === key);

interface EstimatedMarkProps {
  readonly because: readonly Because[];
  readonly isShort: boolean;
}

function EstimatedMark({ because, isShort: hasSign }: EstimatedMarkProps) {
  const { t } = useTranslation();
  const reasons = because.map(({ reason, ...numbers }) => t(`kpi.because.${reason}`, numbers));
  return (
    <Tooltip title={`${t('kpi.estimatedWhy')} ${reasons.join('; ')}`}>
      <Tag className="estimated-mark" tabIndex={0} role="img" aria-label={t('kpi.estimated')}>
        {hasSign ? '≈' : t('kpi.estimated')}
      </Tag>
    </Tooltip>
  );
}

function Verdict({ row }: { readonly row: KpiRow }) {
  const { t } = useTranslation();
  if (row.status === 'none') return null;
  return (
    <span className={`verdict verdict-${row.status}`}>
      {row.status === 'pass' ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />}
      {t(`kpi.${row.status}`)}
    </span>
  );
}

/** The line under a headline figure: against what, how far from the target, of how many. */
function KpiNote({ row, report }: { readonly row: KpiRow; readonly report: Report }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const parts: string[] = [];
  const withUnit = (value: number): string =>
    row.unit === 'share'
      ? formatKpi(value, row, language)
      : `${formatInput(value, language)} ${t(`units.${row.unit as 'hour'}`)}`;
  if (row.numerator !== undefined && row.denominator !== undefined) {
    const numerator = formatNumber(row.numerator, language);
    const denominator = formatNumber(row.denominator, language);
    parts.push(t(isOfParcels(row.key) ? 'kpi.ofParcels' : 'kpi.of', { numerator, denominator }));
  }
  if (row.target) {
    const value = withUnit(row.target.threshold);
    parts.push(`${t('kpi.target')} ${t(`kpi.${row.target.direction}`, { value })}`);
  }
  if (row.margin !== undefined) {
    const isShare = row.unit === 'share';
    const distance = Math.abs(row.margin) * (isShare ? 100 : 1);
    const figure = formatNumber(distance, language, digitsOffMarks(distance, 1, [0]));
    const value = isShare
      ? t('kpi.percentPoints', { value: figure })
      : `${figure} ${t(`units.${row.unit as 'hour'}`)}`;
    parts.push(t(row.margin >= 0 ? 'kpi.better' : 'kpi.worse', { value }));
  }
  if (row.key === 'yuanPerParcel') {
    parts.push(t('kpi.before', { value: formatYuan(report.baseline.evaluation.yuanPerParcel, language) }));
  }
  return (
    <>
      <p className="kpi-note">{parts.join(' · ')}</p>
      {row.baseline ? <p className="kpi-note">{againstBaseline(report, t)}</p> : null}
      {row.baseline ? (
        <ServiceGaps report={report} />
      ) : row.unit === 'hour' ? (
        <PlanLeavesOut report={report} />
      ) : null}
    </>
  );
}
