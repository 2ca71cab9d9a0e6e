import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { compareClaim } from '../../state/commands/compareClaim.ts';
import { useApp, useDocument, useShownResult } from '../AppContext.tsx';
import { useCosts } from '../costs/useCosts.ts';
import { IconButton } from '../IconButton.tsx';
import { EditOutlined, PrinterOutlined } from '../icons.tsx';
import { Pane } from '../Pane.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { PreliminaryMark, StaleMark } from '../StaleMark.tsx';
import { ClaimTable } from './ClaimTable.tsx';
import { useJudgedClaims } from './useJudgedClaims.ts';

/** Below the map: whether what reports say of the county holds in the plan on the screen. */
export function ClaimsPane() {
  const { t } = useTranslation();
  const app = useApp();
  const county = useDocument()?.county ?? null;
  const { report, isStale, isPreliminary } = useDeferredValue(useShownResult());
  const judged = useJudgedClaims(county, report);
  // A saving is said of each "before": they are worked out as soon as there is a claim of one.
  useCosts(judged?.claims.some(({ findings }) => findings.some(({ kpi }) => kpi === 'savingShare')) ?? false);
  const hasClaims = judged !== null && judged.claims.length > 0;
  return (
    <Pane
      title={t('claims.title')}
      className="claims-pane"
      extra={
        <span className="pane-extra">
          {hasClaims ? <span className="hint">{t('claims.counts', judged.counts)}</span> : null}
          <PreliminaryMark isPreliminary={isPreliminary} />
          <StaleMark isStale={isStale} />
          <IconButton
            icon={<EditOutlined />}
            label={t('claims.edit')}
            onClick={() => {
              app.grids.show('claims');
              app.view.showBottomTab('tables');
            }}
          />
          {hasClaims && !isStale ? (
            <IconButton
              icon={<PrinterOutlined />}
              label={t('prints.kinds.claims')}
              onClick={() => app.view.showPrint('claims')}
            />
          ) : null}
        </span>
      }
    >
      {report && hasClaims ? (
        <ScrollRegion className={`plain-table-scroll ${isStale ? 'stale' : ''}`} label={t('claims.title')}>
          <p className="hint claims-hint">{t('claims.hint')}</p>
          <ClaimTable
            report={report}
            claims={judged.claims}
            className="plain-table claim-table"
            onChoose={(claim, comparedWith) => compareClaim(app, claim, comparedWith)}
          />
        </ScrollRegion>
      ) : (
        <p className="empty-state">{t(report ? 'claims.empty' : 'claims.needsPlan')}</p>
      )}
    </Pane>
  );
}
