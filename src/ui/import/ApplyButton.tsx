import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { applyImport } from '../../state/commands/applyImport.ts';
import { lacksCountyName, settledNow } from '../../state/imports.ts';
import { useApp, useImports } from '../AppContext.tsx';

/** Puts what was read into the county, as one step for undo, and solves it. */
export function ApplyButton() {
  const { t } = useTranslation();
  const app = useApp();
  const checked = useImports((state) => state.checked);
  const isNew = useImports((state) => settledNow(state).target.kind === 'newCounty');
  const isBusy = useImports((state) => state.work.kind === 'working');
  const lacksName = useImports(lacksCountyName);
  const accepted = checked?.tables.reduce((sum, table) => sum + table.acceptedCount, 0) ?? 0;
  return (
    <Button
      type="primary"
      disabled={accepted === 0 || isBusy || lacksName}
      onClick={() => void applyImport(app)}
      data-apply
    >
      {t(isNew ? 'import.applyNew' : 'import.apply', { count: accepted })}
    </Button>
  );
}
