import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import { lacksCountyName, settledNow } from '../../state/imports.ts';
import { useImports, useLanguage } from '../AppContext.tsx';
import { IssueList } from './IssueList.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { TableList } from './TableList.tsx';
import { CountyNameField, DepotField } from './TargetChoice.tsx';

/** What was read and what was found wrong, beside the sheet itself to put it right. */
export function CheckStep() {
  const { t } = useTranslation();
  const language = useLanguage();
  const checked = useImports((state) => state.checked);
  const activeKey = useImports((state) => state.activeKey);
  if (!checked) return null;
  const { tables, places, isListed, countyName } = checked;
  const sum = (pick: (table: (typeof tables)[number]) => number): number =>
    tables.reduce((total, table) => total + pick(table), 0);
  const facts = [
    ['rows', sum(({ rowCount }) => rowCount)],
    ['accepted', sum(({ acceptedCount }) => acceptedCount)],
    ['errors', sum(({ issueCounts }) => issueCounts.error)],
    ['warnings', sum(({ issueCounts }) => issueCounts.warning)],
    ['notes', sum(({ issueCounts }) => issueCounts.info)],
    ['matched', places.matched],
    ['added', places.added],
    ['ambiguous', places.ambiguous],
    ['unknown', places.unknown],
  ] as const;
  const view = tables.find(({ key }) => key === activeKey);
  return (
    <div className="check-step">
      <dl className="check-facts">
        {facts.map(([key, value]) => (
          <div key={key} data-fact={key} data-is-none={value === 0}>
            <dt>{t(`import.facts.${key}`)}</dt>
            <dd className="number">{formatNumber(value, language)}</dd>
          </div>
        ))}
      </dl>
      <Refused />
      {isListed && countyName !== '' ? (
        <p className="hint">{t('import.check.listed', { county: countyName })}</p>
      ) : null}
      <div className="check-parts">
        <IssueList />
        <section className="check-sheet">
          {tables.length > 1 ? <TableList /> : null}
          {view ? <SheetGrid view={view} /> : null}
        </section>
      </div>
    </div>
  );
}

/** Why the tables cannot be applied; a missing name or county centre can be given here. */
function Refused() {
  const { t } = useTranslation();
  const refused = useImports((state) => state.refused).filter(({ severity }) => severity === 'error');
  const target = useImports((state) => settledNow(state).target);
  const lacksName = useImports(lacksCountyName);
  if (lacksName && target.kind === 'newCounty')
    return (
      <div className="new-county">
        <CountyNameField target={target} />
      </div>
    );
  if (refused.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={refused.map(({ code, params }) => t(`issues.${code}.cause`, params)).join(' ')}
      description={
        <>
          <p>{refused.map(({ code, params }) => t(`issues.${code}.action`, params)).join(' ')}</p>
          {target.kind === 'newCounty' && refused.some(({ code }) => code === 'roster.noDepot') ? (
            <div className="new-county">
              <DepotField target={target} />
            </div>
          ) : null}
        </>
      }
    />
  );
}
