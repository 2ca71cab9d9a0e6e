import { Button, Progress, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { mostPartners, type SavingSplit, type SplitRule, splitRules } from '../../core/model/savingSplit.ts';
import { formatNumber, formatShare, formatYuan } from '../../i18n/format.ts';
import { cancelSplit, splitSaving } from '../../state/commands/splitSaving.ts';
import { pricedHash } from '../../state/costs.ts';
import type { SplitActivity } from '../../state/splits.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { ServiceGaps } from '../kpis/againstBaseline.tsx';
import { StaleMark } from '../StaleMark.tsx';
import type { CostProps } from './CostsTab.tsx';

/** What pooling saves, split among the couriers: asked for, since lines are drawn for every coalition. */
export function SplitCard({ costs, isStale }: CostProps) {
  const { t } = useTranslation();
  const app = useApp();
  const hash = pricedHash(costs.report);
  const split = useStore(app.splits.store, (state) => state.results[hash] ?? null);
  const activity = useStore(app.splits.store, (state) => state.activities[hash] ?? null);
  const { couriers, shape } = costs.report.scenario;
  const count = couriers.length;
  return (
    <article className={`chart-card split-card ${isStale ? 'stale' : ''}`} data-chart="split">
      <header>
        <div>
          <h3>{t('costs.split.title')}</h3>
          <p>{t(shape === 'urbanStar' ? 'costs.split.subtitleTown' : 'costs.split.subtitle')}</p>
        </div>
        <StaleMark isStale={isStale} />
      </header>
      {split ? (
        <SplitFigures costs={costs} split={split} />
      ) : count < 2 || count > mostPartners ? (
        <p className="hint">{t('costs.split.count', { most: mostPartners, count })}</p>
      ) : activity?.status === 'running' ? (
        <Running costs={costs} activity={activity} />
      ) : (
        <div className="split-start" role="status">
          <span className="hint">
            {t(activity ? `costs.split.${activity.status}` : 'costs.split.about', { count: 2 ** count - 1 })}
          </span>
          <Button size="small" disabled={isStale} onClick={() => void splitSaving(app, costs)}>
            {t('costs.split.start')}
          </Button>
        </div>
      )}
    </article>
  );
}

interface RunningProps extends Pick<CostProps, 'costs'> {
  readonly activity: Extract<SplitActivity, { status: 'running' }>;
}

function Running({ costs, activity }: RunningProps) {
  const { t } = useTranslation();
  const app = useApp();
  return (
    <div className="split-start" role="status">
      <span className="hint">{t('costs.split.running')}</span>
      <Progress
        percent={Math.round(activity.doneShare * 100)}
        showInfo={false}
        size="small"
        aria-label={t('costs.split.running')}
      />
      <Button size="small" onClick={() => cancelSplit(app, costs)}>
        {t('costs.split.cancel')}
      </Button>
    </div>
  );
}

interface SplitFiguresProps extends Pick<CostProps, 'costs'> {
  readonly split: SavingSplit;
}

function SplitFigures({ costs, split }: SplitFiguresProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [rule, setRule] = useState<SplitRule>('parcels');
  const { partners, togetherYuanPerDay } = split;
  const { paysYuanPerDay, leaving } = split.rules.find((each) => each.rule === rule)!;
  const nameById = new Map(
    costs.report.scenario.couriers.map(({ id, name }) => [id, nameIn(name, language)]),
  );
  const alone = partners.reduce((sum, partner) => sum + partner.aloneYuanPerDay, 0);
  const parcels = partners.reduce((sum, partner) => sum + partner.parcelsPerDay, 0);
  const row = (name: string, parcelsPerDay: number, aloneYuan: number, paysYuan: number) => {
    const per = (yuan: number): string =>
      parcelsPerDay > 0 ? formatYuan(yuan / parcelsPerDay, language) : '—';
    const isDearer = paysYuan > aloneYuan;
    return (
      <>
        <th scope="row">{name}</th>
        <td className="number">{formatNumber(parcelsPerDay, language)}</td>
        <td className="number">{per(aloneYuan)}</td>
        <td className="number">
          <strong>{per(paysYuan)}</strong>
        </td>
        <td className={`number ${isDearer ? 'saving-dearer' : 'saving-saves'}`}>
          {aloneYuan > 0 ? formatShare(1 - paysYuan / aloneYuan, language) : '—'}
        </td>
      </>
    );
  };
  return (
    <>
      <Segmented<SplitRule>
        size="small"
        aria-label={t('costs.split.rule')}
        value={rule}
        options={splitRules.map((each) => ({ value: each, label: t(`costs.split.rules.${each}`) }))}
        onChange={setRule}
      />
      <p className="hint">{t(`costs.split.explain.${rule}`)}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('costs.split.courier')}</th>
            {(['parcels', 'alone', 'pays', 'saves'] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {t(`costs.split.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {partners.map((partner, index) => (
            <tr key={partner.courierId} data-partner={partner.courierId}>
              {row(
                nameById.get(partner.courierId) ?? partner.courierId,
                partner.parcelsPerDay,
                partner.aloneYuanPerDay,
                paysYuanPerDay[index]!,
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>{row(t('costs.split.all'), parcels, alone, togetherYuanPerDay)}</tr>
        </tfoot>
      </table>
      <p className={leaving ? 'split-verdict fails' : 'split-verdict holds'} role="status">
        {leaving
          ? t(leaving.courierIds.length === 1 ? 'costs.split.leavesAlone' : 'costs.split.leavesTogether', {
              names: leaving.courierIds.map((id) => nameById.get(id) ?? id).join(t('costs.split.and')),
              yuan: formatNumber(leaving.gainYuanPerDay, language),
            })
          : t('costs.split.holds')}
      </p>
      {leaving ? <WhatHolds split={split} /> : null}
      <Onward split={split} savingYuanPerDay={alone - togetherYuanPerDay} />
      <ServiceGaps report={costs.report} />
      <p className="hint">{t('costs.split.assumption')}</p>
    </>
  );
}

/** Less is no shortage: a tenth of a percent of the bill. */
const leastShortage = 0.001;

/** Whether another split would hold, or what it would take. */
function WhatHolds({ split }: { readonly split: SavingSplit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { chargeableYuanPerDay, togetherYuanPerDay, rules } = split;
  const shortage = togetherYuanPerDay - chargeableYuanPerDay;
  const holding = rules.filter(({ leaving }) => leaving === null).map(({ rule }) => rule);
  const words =
    shortage > leastShortage * togetherYuanPerDay
      ? t('costs.split.noneHolds', { yuan: formatNumber(shortage, language) })
      : holding.length > 0
        ? t('costs.split.othersHold', {
            rules: holding.map((rule) => t(`costs.split.rules.${rule}`)).join(t('costs.split.and')),
          })
        : t('costs.split.someHolds');
  return (
    <p className="hint" data-split="holds">
      {words}
    </p>
  );
}

/** The way on to the villages is in nobody's bill: what it takes of the saving. */
function Onward({
  split: { onwardYuanPerDay },
  savingYuanPerDay,
}: {
  readonly split: SavingSplit;
  readonly savingYuanPerDay: number;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (Math.abs(onwardYuanPerDay) < 1) return null;
  const left = savingYuanPerDay - onwardYuanPerDay;
  return (
    <p className="hint" data-split="onward">
      {t(left >= 0 ? 'costs.split.onwardCovered' : 'costs.split.onwardShort', {
        onward: formatNumber(onwardYuanPerDay, language),
        saving: formatNumber(savingYuanPerDay, language),
        left: formatNumber(Math.abs(left), language),
      })}
    </p>
  );
}
