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
