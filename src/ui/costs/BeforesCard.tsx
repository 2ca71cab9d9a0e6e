import { Tag } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { contractBefore, savingAgainst } from '../../core/kpi/saving.ts';
import type { BeforeKind, LeftOut, Saving } from '../../core/model/report.ts';
import type { BeforeRow } from '../../core/run/runBefores.ts';
import { formatNumber, formatShare, formatYuan } from '../../i18n/format.ts';
import type { CostChoices } from '../../state/costChoices.ts';
import { useLanguage } from '../AppContext.tsx';
import { LeavesOut, PlanLeavesOut } from '../kpis/againstBaseline.tsx';
import { StaleMark } from '../StaleMark.tsx';
import type { CostProps } from './CostsTab.tsx';

interface Side {
  readonly saving: Saving<BeforeKind>;
  readonly afterYuanPerParcel: number;
}

/** One "before" with what the plan saves against it, for actual and for equal service. */
interface BeforeLine {
  readonly kind: BeforeKind;
  readonly beforeYuanPerParcel: number;
  readonly actual: Side;
  readonly equal: Side;
  readonly social: { readonly before: number; readonly after: number } | null;
  readonly leftOut: LeftOut;
  readonly hangsOn: BeforeRow['hangsOn'];
  readonly search: BeforeRow['search'];
  readonly operatorCount: number;
}

/** The rows of both service levels side by side, and the contract price where one is given. */
export function beforeLines({ befores, report }: CostProps['costs'], choices: CostChoices): BeforeLine[] {
  const half = befores.rows.length / 2;
  const lines = befores.rows.slice(0, half).map((actual, index): BeforeLine => {
    const equal = befores.rows[half + index]!;
    return {
      kind: actual.saving.baseline,
      beforeYuanPerParcel: actual.beforeYuanPerParcel,
      actual,
      equal,
      social: actual.socialBefore && {
        before: actual.socialBefore.yuanPerDay,
        after: actual.socialAfter.yuanPerDay,
      },
      leftOut: actual.leftOut,
      hangsOn: actual.hangsOn,
      search: actual.search,
      operatorCount: actual.operatorCount,
    };
  });
  const { contract } = choices;
  if (!contract) return lines;
  const before = contractBefore(contract.yuanPerParcel, contract.reaches);
  const reaches = befores.rows[0]!.saving.service.after;
  const { yuanPerParcel } = report.evaluation;
  const shallow = befores.townshipOnly.yuanPerParcel;
  const equalYuan = contract.reaches === reaches ? yuanPerParcel : shallow;
  return [
    ...lines,
    {
      kind: 'contract',
      beforeYuanPerParcel: contract.yuanPerParcel,
      actual: {
        saving: savingAgainst(before, { yuanPerParcel, reaches }),
        afterYuanPerParcel: yuanPerParcel,
      },
      equal: {
        saving: savingAgainst(before, { yuanPerParcel: equalYuan, reaches: contract.reaches }),
        afterYuanPerParcel: equalYuan,
      },
      social: null,
      leftOut: { stationCount: 0, parcelsPerDay: 0 },
      hangsOn: 'contractPrice',
      search: null,
      operatorCount: 0,
    },
  ];
}

interface BeforesCardProps extends CostProps {
  readonly choices: CostChoices;
}

/** The befores beside each other: a saving stands with its baseline and its service level, or not at all. */
export function BeforesCard({ costs, isStale, choices }: BeforesCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const lines = beforeLines(costs, choices);
  const targets = costs.report.scenario.targets.flatMap(({ kpi, threshold }) =>
    kpi === 'savingShare' ? [threshold] : [],
  );
  return (
    <article className={`chart-card befores-card ${isStale ? 'stale' : ''}`} data-chart="befores">
      <header>
        <div>
          <h3>{t('costs.befores.title')}</h3>
          <p>{t('costs.befores.subtitle')}</p>
        </div>
        <StaleMark isStale={isStale} />
      </header>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('costs.befores.before')}</th>
            <th scope="col" className="number">
              {t('costs.befores.beforeYuan')}
            </th>
            <th scope="col" className="number" title={t('costs.befores.basis.actual')}>
              {t('costs.befores.actual')}
            </th>
            <th scope="col" className="number" title={t('costs.befores.basis.equal')}>
              {t('costs.befores.equal')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Fragment key={line.kind}>
              <tr data-before={line.kind}>
                <th scope="row">
                  {t(`costs.befores.names.${line.kind}`)}
                  <Tag className="before-tier">{t(`costs.tiers.${line.actual.saving.service.before}`)}</Tag>
                </th>
                <td className="number">
                  <strong>{formatYuan(line.beforeYuanPerParcel, language)}</strong>
                </td>
                <SavingCell side={line.actual} targets={targets} />
                <SavingCell side={line.equal} targets={targets} />
              </tr>
              <tr className="before-notes">
                <td colSpan={4}>
                  <LeavesOut leftOut={line.leftOut} />
                  <span className="hint">
                    {t(`costs.befores.hangsOn.${line.hangsOn}`, { count: line.operatorCount })}
                  </span>
                  {line.search ? (
                    <span className="hint">
                      {t('costs.befores.search', {
                        iterations: formatNumber(line.search.iterations, language),
                        seed: line.search.seed,
                      })}
                    </span>
                  ) : null}
                  <span className="hint">
                    {line.social
                      ? t('costs.befores.social', {
                          before: formatNumber(line.social.before, language),
                          after: formatNumber(line.social.after, language),
                        })
                      : t('costs.befores.socialUnknown')}
                  </span>
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
      <PlanLeavesOut report={costs.report} />
      <p className="hint">{t('costs.befores.basis.actual')}</p>
      <p className="hint">{t('costs.befores.basis.equal')}</p>
    </article>
  );
}

interface SavingCellProps {
  readonly side: Side;
  /** Shares a saving is asked to reach. */
  readonly targets: readonly number[];
}

function SavingCell({ side: { saving, afterYuanPerParcel }, targets }: SavingCellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isDearer = saving.share < 0;
  return (
    <td className="number saving-cell" data-basis={saving.service.basis} data-share={saving.share}>
      <strong className={isDearer ? 'saving-dearer' : 'saving-saves'}>
        {t(isDearer ? 'costs.befores.dearer' : 'costs.befores.saving')}{' '}
        {formatShare(Math.abs(saving.share), language, targets)}
      </strong>
      <span className="hint">
        {t('costs.befores.yuan', { yuan: formatYuan(afterYuanPerParcel, language) })}
      </span>
      <span className="hint">
        {t('costs.befores.service', {
          before: t(`costs.tiers.${saving.service.before}`),
          after: t(`costs.tiers.${saving.service.after}`),
        })}
      </span>
    </td>
  );
}
