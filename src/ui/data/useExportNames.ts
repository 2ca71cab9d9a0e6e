import { useTranslation } from 'react-i18next';
import type { KpiKey } from '../../core/kpi/kpis.ts';
import type { ExportNames } from '../../state/commands/projectFiles.ts';
import { useShownResult } from '../AppContext.tsx';

/** Words of exported tables in the language on the screen. */
export function useExportNames(): ExportNames {
  const { t } = useTranslation();
  const { report } = useShownResult();
  return {
    kpi: Object.fromEntries((report?.kpis ?? []).map(({ key }) => [key, t(`kpi.names.${key as KpiKey}`)])),
    issue: ({ code, params }) => ({
      cause: t(`issues.${code}.cause`, params),
      action: t(`issues.${code}.action`, params),
    }),
  };
}
