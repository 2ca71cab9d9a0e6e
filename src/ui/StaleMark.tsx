import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';

/** Marks results that were computed before the latest change. */
export function StaleMark({ isStale }: { readonly isStale: boolean }) {
  const { t } = useTranslation();
  if (!isStale) return null;
  return (
    <Tooltip title={t('states.staleHint')}>
      <Tag className="stale-mark" tabIndex={0}>
        {t('states.stale')}
      </Tag>
    </Tooltip>
  );
}

/** Marks the quick first answer while a better one is being computed. */
export function PreliminaryMark({ isPreliminary }: { readonly isPreliminary: boolean }) {
  const { t } = useTranslation();
  if (!isPreliminary) return null;
  return (
    <Tooltip title={t('states.preliminaryHint')}>
      <Tag className="preliminary-mark" tabIndex={0}>
        {t('states.preliminary')}
      </Tag>
    </Tooltip>
  );
}
