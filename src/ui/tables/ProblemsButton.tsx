import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { WarningFilled } from '../icons.tsx';
import { violationTexts } from '../violationText.ts';

/** Stops without a line and limits that are exceeded: each with its reason and what helps. */
export function ProblemsButton({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { unserved } = report.plan;
  const violations = violationTexts(report, language, t);
  if (unserved.length + violations.length === 0) return null;
  const nameOf = new Map(
    report.scenario.stations.map((station) => [station.id, shortPlaceName(station.name)]),
  );
  const label = [
    unserved.length > 0 ? t('lines.unserved', { count: unserved.length }) : '',
    violations.length > 0 ? t('lines.violations', { count: violations.length }) : '',
  ];
  const content = (
    <div className="problems">
      {unserved.length > 0 ? (
        <>
          <h4>{t('unserved.title')}</h4>
          <ul>
            {unserved.map(({ stationId, reason }) => (
              <li key={stationId}>
                <Button type="link" size="small" onClick={() => app.view.selectStation(stationId, null)}>
                  {nameOf.get(stationId)}
                </Button>
                {t(`unserved.reasons.${reason}`)} — {t(`unserved.remedies.${reason}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {violations.length > 0 ? (
        <ul>
          {violations.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
  return (
    <Popover trigger="click" placement="topLeft" content={content}>
      <Button type="text" size="small" className="problems-button" icon={<WarningFilled />}>
        {label.filter(Boolean).join(' · ')}
      </Button>
    </Popover>
  );
}
