import { Alert, Button, Pagination, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../core/issues.ts';
import { formatKm, formatNumber } from '../../i18n/format.ts';
import { useImportedRoads as putRoadsToUse, toggleRepair } from '../../state/commands/importRoads.ts';
import type { RoadImportState } from '../../state/roads.ts';
import { useApp, useLanguage, useRoads } from '../AppContext.tsx';

type Done = Extract<RoadImportState, { status: 'done' }>;

/** What was found in road files, in numbers and words, and putting it to use. */
export function ImportResult({ imported }: { readonly imported: Done }) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { isBusy } = useRoads();
  const { counts, network, issues } = imported.result;
  const counted = ['nodes', 'edges', 'km', 'components', 'places'] as const;
  const notes = issues.filter(({ at }) => !(at && 'entity' in at && at.entity === 'repair'));
  const hasErrors = notes.some(({ severity }) => severity === 'error');
  const isNothingNear = !network && notes.some(({ code }) => code === 'road.clipped');
  return (
    <section className="roads-section">
      <h3>{t('roads.result.title')}</h3>
      {isNothingNear ? (
        <Alert
          type="warning"
          showIcon
          title={t('roads.result.nothingNear', { marginKm: imported.choice.clipMarginKm ?? 0 })}
          description={t('roads.result.nothingNearAction')}
        />
      ) : null}
      {hasErrors ? <IssueList issues={notes.filter(({ severity }) => severity === 'error')} isError /> : null}
      {network ? (
        <>
          <dl className="road-counts">
            {counted.map((key) => (
              <div key={key} data-count={key}>
                <dt>{t(`roads.result.${key}`)}</dt>
                <dd className="number">
                  {key === 'km' ? formatKm(counts.km, language) : formatNumber(counts[key], language)}
                </dd>
              </div>
            ))}
          </dl>
          <p className="hint">
            {t('roads.result.attribution', { source: network.source, licence: network.licence })}
          </p>
          <Button type="primary" block loading={isBusy} onClick={() => void putRoadsToUse(app)}>
            {t('roads.result.use')}
          </Button>
          <p className="hint">{t('roads.result.useHint')}</p>
        </>
      ) : null}
      <Button block onClick={() => app.roads.setImport({ status: 'none' })}>
        {t('roads.import.again')}
      </Button>
      <RepairList imported={imported} />
      <IssueList issues={notes.filter(({ severity }) => severity !== 'error')} />
    </section>
  );
}

const repairsPerPage = 8;

/** Every repair with its undo; long lists in pages. */
function RepairList({ imported }: { readonly imported: Done }) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const [page, setPage] = useState(1);
  const { repairs, skipKeys } = imported;
  if (repairs.length === 0) return null;
  const shown = repairs.slice((page - 1) * repairsPerPage, page * repairsPerPage);
  return (
    <>
      <h4>{t('roads.result.repairs', { count: repairs.length })}</h4>
      <p className="hint">{t('roads.result.repairsHint')}</p>
      <ul className="repair-list">
        {shown.map(({ key, code, lonLat, lengthM }) => (
          <li key={key}>
            <span>{t(`issues.${code}.cause`)}</span>
            {lengthM > 0 ? (
              <span className="hint">
                {t('roads.result.repairMetres', { metres: formatNumber(lengthM, language, 1) })}
              </span>
            ) : null}
            <span className="repair-actions">
              <Switch
                size="small"
                checked={!skipKeys.has(key)}
                aria-label={t(`issues.${code}.cause`)}
                onChange={() => void toggleRepair(app, key)}
              />
              <span>{t(skipKeys.has(key) ? 'roads.result.repairOff' : 'roads.result.repairOn')}</span>
              <button type="button" className="link-button" onClick={() => app.roads.showPoint(lonLat)}>
                {t('roads.result.show')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {repairs.length > repairsPerPage ? (
        <Pagination
          simple
          size="small"
          current={page}
          pageSize={repairsPerPage}
          total={repairs.length}
          onChange={setPage}
        />
      ) : null}
    </>
  );
}

const issuesPerCode = 5;

/** Issues by kind, cause and action; many of one kind are counted. */
function IssueList({ issues, isError = false }: { readonly issues: readonly Issue[]; isError?: boolean }) {
  const { t } = useTranslation();
  if (issues.length === 0) return null;
  const byCode = new Map<Issue['code'], Issue[]>();
  for (const each of issues) {
    const ofCode = byCode.get(each.code);
    if (ofCode) ofCode.push(each);
    else byCode.set(each.code, [each]);
  }
  const items = [...byCode].map(([code, found]) => (
    <li key={code}>
      {found.slice(0, issuesPerCode).map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same issue may occur twice
        <p key={index}>{t(`issues.${code}.cause`, each.params)}</p>
      ))}
      {found.length > issuesPerCode ? (
        <p>{t('roads.result.moreIssues', { count: found.length - issuesPerCode })}</p>
      ) : null}
      <p className="hint">{t(`issues.${code}.action`, found[0]?.params ?? {})}</p>
    </li>
  ));
  if (isError) return <Alert type="error" showIcon title={<ul className="issue-list">{items}</ul>} />;
  return (
    <>
      <h4>{t('roads.result.issues', { count: issues.length })}</h4>
      <ul className="issue-list">{items}</ul>
    </>
  );
}
