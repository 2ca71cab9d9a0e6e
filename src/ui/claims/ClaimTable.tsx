import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import {
  type ClaimVerdict,
  chosenFigure,
  comparableFigures,
  type Finding,
  type JudgedClaim,
  notCompared,
} from '../../core/kpi/judgeClaim.ts';
import { type KpiKey, kpiRegistry } from '../../core/kpi/kpis.ts';
import type { Claim } from '../../core/model/county.ts';
import type { Report } from '../../core/model/report.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { ownPart } from '../bilingual.ts';
import { CheckCircleFilled, CloseCircleFilled, InfoCircleOutlined } from '../icons.tsx';
import { againstBaseline, leavesOut, planLeavesOut } from '../kpis/againstBaseline.tsx';
import { formatKpi } from '../kpis/formatKpi.ts';

interface ClaimTableProps {
  readonly report: Report;
  readonly claims: readonly JudgedClaim[];
  readonly className: string;
  /** Absent on paper. `comparedWith`: key of a figure, `none`, or null for what the words say. */
  readonly onChoose?: OnChoose;
}

type OnChoose = (claim: Claim, comparedWith: string | null) => void;

const columns = ['claim', 'value', 'figures', 'verdict', 'why'] as const;
const marks: Readonly<Record<ClaimVerdict, typeof CheckCircleFilled>> = {
  holds: CheckCircleFilled,
  fails: CloseCircleFilled,
  byDefinition: InfoCircleOutlined,
  noNumber: InfoCircleOutlined,
  noFigure: InfoCircleOutlined,
};

/** What reports say, beside what the plan has, with a verdict and its reasons; those that were compared first. */
export function ClaimTable({ report, claims, className, onChoose }: ClaimTableProps) {
  const { t } = useTranslation();
  const inOrder = claims.toSorted(
    (a, b) => Number(a.verdict === 'noFigure') - Number(b.verdict === 'noFigure'),
  );
  return (
    <table className={className}>
      <thead>
        <tr>
          {columns.map((key) => (
            <th key={key} scope="col">
              {t(`claims.columns.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder.map((judged) => (
          <ClaimRow
            key={judged.claim.id}
            report={report}
            judged={judged}
            {...(onChoose ? { onChoose } : {})}
          />
        ))}
      </tbody>
    </table>
  );
}

interface ClaimRowProps extends Pick<ClaimTableProps, 'report' | 'onChoose'> {
  readonly judged: JudgedClaim;
}

function ClaimRow({ report, judged, onChoose }: ClaimRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { claim, verdict, findings } = judged;
  const own = (text: string): string => ownPart(text, language);
  const Mark = marks[verdict];
  return (
    <tr data-claim={claim.id} data-verdict={verdict} className={verdict === 'noFigure' ? 'claim-aside' : ''}>
      <th scope="row">
        {own(claim.subject)}
        <small className="claim-source">
          {[claim.document, claim.asOf].filter((text) => text !== '').join(', ')}
        </small>
      </th>
      <td>
        {own(claim.valueText)} {claim.valueText.endsWith(claim.unit) ? '' : own(claim.unit)}
        {claim.note === '' ? null : <small className="claim-source">{own(claim.note)}</small>}
      </td>
      <td>
        {findings.map((finding) => (
          <Figure
            key={`${finding.kpi} ${finding.part} ${finding.against?.baseline} ${finding.against?.basis}`}
            finding={finding}
            report={report}
            isDisputed={verdict === 'byDefinition'}
          />
        ))}
        {onChoose ? <FigureChoice claim={claim} onChoose={onChoose} /> : null}
      </td>
      <td>
        <span className={`claim-verdict claim-${verdict}`}>
          <Mark /> {t(`claims.verdicts.${verdict}`)}
        </span>
      </td>
      <td>
        <Why report={report} judged={judged} />
      </td>
    </tr>
  );
}

/** Which figure a statement is held against, where its words are not understood or mean something else. */
function FigureChoice({ claim, onChoose }: { readonly claim: Claim; readonly onChoose: OnChoose }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <select
      className="claim-choice"
      aria-label={t('claims.compare', { subject: ownPart(claim.subject, language) })}
      value={claim.comparedWith === notCompared ? notCompared : (chosenFigure(claim) ?? '')}
      onChange={(event) => onChoose(claim, event.target.value || null)}
    >
      <option value="">{t('claims.byWords')}</option>
      {comparableFigures(claim).map((key) => (
        <option key={key} value={key}>
          {t(`kpi.names.${key}`)}
        </option>
      ))}
      <option value={notCompared}>{t('claims.withNothing')}</option>
    </select>
  );
}

interface FigureProps {
  readonly finding: Finding;
  readonly report: Report;
  /** Another figure says otherwise: each then shows its own verdict. */
  readonly isDisputed: boolean;
}

function Figure({ finding, report, isDisputed }: FigureProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kpi, part, value, isEstimated, against, holds } = finding;
  const row = report.kpis.find(({ key }) => key === kpi);
  const name = t(`kpi.names.${kpi satisfies KpiKey}`);
  const isPlain = part !== undefined || !row || row.unit === 'share' || row.unit === 'count';
  return (
    <div>
      {against ? savingName(against, t) : part ? t(`claims.parts.${part}`, { name }) : name}{' '}
      {isEstimated ? '≈ ' : ''}
      <strong>
        {part || !row ? formatNumber(value, language) : formatKpi(value, row, language)}
        {isPlain ? '' : ` ${t(`units.${row.unit as 'hour'}`)}`}
      </strong>
      {isDisputed ? (
        <small className={`claim-each claim-${holds ? 'holds' : 'fails'}`}>
          {t(`claims.verdicts.${holds ? 'holds' : 'fails'}`)}
        </small>
      ) : null}
    </div>
  );
}

const savingName = ({ baseline, basis }: NonNullable<Finding['against']>, t: TFunction): string =>
  t('claims.saving', {
    before: baseline === 'contract' ? t('costs.befores.names.contract') : t(`baselines.short.${baseline}`),
    basis: t(`costs.befores.${basis}`),
  });

/** Times rest on the timetable; days with weather, peaks and delays are simulated apart. */
const isOnTimetable = (kpi: KpiKey): boolean =>
  kpi !== 'longestDutyH' &&
  (kpiRegistry[kpi].unit === 'hour' || /Within(?:24h|48h|2CalendarDays)$/.test(kpi));

/** Figures of what is carried alone: they look better for what the plan leaves out. */
const ofServedOnly: ReadonlySet<KpiKey> = new Set([
  'yuanPerParcel',
  'savingShare',
  'medianCountyToVillageH',
  'p90CountyToVillageH',
  'worstCountyToVillageH',
] as const);

function Why({ report, judged }: { readonly report: Report; readonly judged: JudgedClaim }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { claim, verdict, relation, findings } = judged;
  if (claim.comparedWith === notCompared) return t('claims.asideByChoice');
  if (verdict === 'noFigure' || verdict === 'noNumber') return t(`claims.${verdict}`);
  const isSaving = findings.some(({ kpi }) => kpi === 'savingShare');
  const hasEveryBefore = findings.some(({ against }) => against !== undefined);
  const isDisputed = verdict === 'byDefinition';
  const reasons = [
    ...(chosenFigure(claim) ? [t('claims.chosen')] : []),
    ...(relation ? [t(`claims.relations.${relation}`)] : []),
    ...(isDisputed ? [t(isSaving ? 'claims.byBefore' : 'claims.byDefinition')] : []),
    ...(isSaving || findings.some(({ kpi }) => kpi === 'baselineYuanPerParcel')
      ? [
          ...(hasEveryBefore ? [] : [againstBaseline(report, t), t('claims.onlyOneBefore')]),
          leavesOut(report.baseline.leftOut, t, language),
        ]
      : []),
    ...(findings.some(({ kpi }) => isOnTimetable(kpi)) ? [t('claims.averageDay')] : []),
    ...(findings.some(({ kpi }) => ofServedOnly.has(kpi)) ? [planLeavesOut(report, t, language)] : []),
    ...(findings.some(({ isEstimated }) => isEstimated) ? [t('claims.estimated')] : []),
  ];
  return reasons.map((reason) =>
    reason === null ? null : (
      <span className="claim-reason" key={reason}>
        {reason}
      </span>
    ),
  );
}
