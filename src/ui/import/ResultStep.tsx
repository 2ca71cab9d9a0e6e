import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import { closeWizard, openWizard } from '../../state/commands/importTables.ts';
import { useApp, useImports, useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { CheckCircleFilled } from '../icons.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';

const changeKeys = [
  'stationsAdded',
  'stationsRemoved',
  'placesMoved',
  'demandsChanged',
  'vehicleTypes',
  'ratesChanged',
  'linesOfToday',
  'busLines',
  'claimsAdded',
] as const;

/** What the import has changed, in numbers, and what to know about it. */
export function ResultStep() {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const applied = useImports((state) => state.applied);
  if (!applied) return null;
  const { changes, issues, fixCount } = applied;
  const shown = changeKeys.filter((key) => changes[key] > 0);
  return (
    <div className="result-step" role="status">
      <h3>
        <CheckCircleFilled />{' '}
        {t(applied.isNewCounty ? 'import.result.newCounty' : 'import.result.title', {
          county: nameIn(applied.countyName, language),
        })}
      </h3>
      {shown.length === 0 ? (
        <p>{t('import.result.nothing')}</p>
      ) : (
        <dl className="check-facts">
          {shown.map((key) => (
            <div key={key} data-change={key}>
              <dt>{t(`import.result.changes.${key}`)}</dt>
              <dd className="number">{formatNumber(changes[key], language)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>{t(applied.isNewCounty ? 'import.result.solvingNew' : 'import.result.solving')}</p>
      {fixCount > 0 ? (
        <p>
          {t('import.result.fixes', { count: fixCount })}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              closeWizard(app);
              app.view.openRoom('data');
            }}
          >
            {t('import.result.showLog')}
          </button>
        </p>
      ) : null}
      {issues.length > 0 ? (
        <>
          <h4>{t('import.result.issues')}</h4>
          <ScrollRegion label={t('import.result.issues')} className="result-issues">
            <ul className="issue-list">
              {issues.map(({ code, params }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same issue may occur twice
                <li key={index}>
                  <p>{t(`issues.${code}.cause`, params)}</p>
                  <p className="hint">{t(`issues.${code}.action`, params)}</p>
                </li>
              ))}
            </ul>
          </ScrollRegion>
        </>
      ) : null}
      <Button onClick={() => openWizard(app)}>{t('import.result.another')}</Button>
    </div>
  );
}
