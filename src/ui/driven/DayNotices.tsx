import { useTranslation } from 'react-i18next';
import type { Issue } from '../../core/issues.ts';

interface DayNoticesProps {
  readonly issues: readonly Issue[];
}

/** What was doubtful in the file or had to be assumed: cause and what to do. */
export function DayNotices({ issues }: DayNoticesProps) {
  const { t } = useTranslation();
  if (issues.length === 0) return null;
  return (
    <ul className="driven-notices" aria-label={t('driven.notices')}>
      {issues.map(({ code, severity, params }) => (
        <li key={code} data-issue={code} className={severity === 'info' ? '' : 'driven-warning'}>
          {t(`issues.${code}.cause`, params)}{' '}
          <span className="hint">{t(`issues.${code}.action`, params)}</span>
        </li>
      ))}
    </ul>
  );
}
