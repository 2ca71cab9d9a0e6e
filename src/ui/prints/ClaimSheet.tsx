import { useTranslation } from 'react-i18next';
import type { County } from '../../core/model/county.ts';
import type { Report } from '../../core/model/report.ts';
import { ClaimTable } from '../claims/ClaimTable.tsx';
import { useJudgedClaims } from '../claims/useJudgedClaims.ts';
import { Sheet } from './Sheet.tsx';

interface ClaimSheetProps {
  readonly county: County;
  readonly report: Report;
  readonly title: string;
}

/** The check of reports' claims, to lay beside the report. */
export function ClaimSheet({ county, report, title }: ClaimSheetProps) {
  const { t } = useTranslation();
  const judged = useJudgedClaims(county, report);
  return (
    <Sheet name="claims" heading={t('prints.kinds.claims')} title={title} report={report}>
      {judged && judged.claims.length > 0 ? (
        <>
          <p>
            {t('claims.counts', judged.counts)}. {t('claims.hint')}
          </p>
          <ClaimTable report={report} claims={judged.claims} className="sheet-table claim-table" />
        </>
      ) : (
        <p>{t('claims.empty')}</p>
      )}
    </Sheet>
  );
}
