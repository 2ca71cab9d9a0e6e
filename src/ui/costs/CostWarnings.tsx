import { useTranslation } from 'react-i18next';
import { asId, type LineId } from '../../core/model/ids.ts';
import { operationsOf } from '../../core/model/operations.ts';
import { formatInput } from '../../i18n/format.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { CheckCircleFilled, WarningFilled } from '../icons.tsx';
import type { CostProps } from './CostsTab.tsx';

/** Lines to villages whose carriage per parcel no public case comes near to. */
export function CostWarnings({ costs }: Pick<CostProps, 'costs'>) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { report, warnings } = costs;
  const operations = operationsOf(report.scenario);
  const band = {
    low: formatInput(operations.villageLegLowYuanPerParcel.value, language),
    high: formatInput(operations.villageLegHighYuanPerParcel.value, language),
  };
  return (
    <article className="chart-card cost-warnings" data-chart="cost-warnings">
      <header>
        <div>
          <h3>{t('costs.warnings.title')}</h3>
        </div>
      </header>
      {warnings.length === 0 ? (
        <p className="hint">
          <CheckCircleFilled className="saving-saves" aria-hidden /> {t('costs.warnings.none', band)}
        </p>
      ) : null}
      <ul className="incidents">
        {warnings.map(({ params }) => {
          const lineId = asId<LineId>(String(params.line));
          const number = report.plan.lines.findIndex(({ id }) => id === lineId) + 1;
          const yuan = Number(params.yuanPerParcel);
          const isDear = yuan > operations.villageLegHighYuanPerParcel.value;
          return (
            <li key={lineId}>
              <WarningFilled className="cost-warning-mark" aria-hidden />{' '}
              {t('costs.warnings.line', {
                ...band,
                number,
                yuan: formatInput(yuan, language),
                action: t(isDear ? 'costs.warnings.dear' : 'costs.warnings.cheap'),
              })}{' '}
              <button type="button" className="link-button" onClick={() => app.view.selectLine(lineId)}>
                {t('costs.warnings.show', { number })}
              </button>
            </li>
          );
        })}
      </ul>
    </article>
  );
}
