import { useTranslation } from 'react-i18next';
import type { Issue } from '../../core/issues.ts';
import { useCatalog, useDocument } from '../AppContext.tsx';

/** What was found in the county's own tables when it was loaded. */
export function DataIssues() {
  const { t } = useTranslation();
  const county = useDocument()?.county;
  const { issues } = useCatalog();
  const found = (county && issues[county.id]) ?? [];
  // What was found in the tables of a county is no part of a project file.
  const isKnown = county !== undefined && issues[county.id] !== undefined;
  const byCode = new Map<Issue['code'], Issue[]>();
  for (const issue of found) {
    const same = byCode.get(issue.code);
    if (same) same.push(issue);
    else byCode.set(issue.code, [issue]);
  }
  return (
    <section className="data-section">
      <h3>{t('data.issues.title')}</h3>
      {found.length === 0 ? (
        <p className="hint">{t(isKnown ? 'data.issues.none' : 'data.issues.notKept')}</p>
      ) : null}
      <ul className="issue-list">
        {[...byCode].map(([code, same]) => (
          <li key={code}>
            {same.slice(0, 3).map((issue, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same issue may occur twice
              <p key={index}>{t(`issues.${code}.cause`, issue.params)}</p>
            ))}
            {same.length > 3 ? <p>{t('roads.result.moreIssues', { count: same.length - 3 })}</p> : null}
            <p className="hint">{t(`issues.${code}.action`, same[0]?.params ?? {})}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
