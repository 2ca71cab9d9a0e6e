import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { discardDraft, resumeDraft } from '../../state/commands/keepDrafts.ts';
import { useApp, useDrafts, useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';

/** Work that a closed tab left unsaved: go on with it or not. */
export function RestoreOffer() {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { offered } = useDrafts();
  const [draft] = offered;
  if (!draft) return null;
  return (
    <div className="restore-offer" data-restore>
      <Alert
        type="info"
        showIcon
        title={t('data.restore.title')}
        description={t(draft.editCount === 0 ? 'data.restore.newCounty' : 'data.restore.text', {
          county: nameIn(draft.county.name, language),
          time: new Date(draft.keptAtMs).toLocaleString(language),
          count: draft.editCount,
        })}
        action={
          <span className="restore-actions">
            <Button type="primary" size="small" onClick={() => void resumeDraft(app, draft)}>
              {t('data.restore.resume')}
            </Button>
            <Button size="small" onClick={() => void discardDraft(app, draft.county.id)}>
              {t('data.restore.discard')}
            </Button>
          </span>
        }
      />
    </div>
  );
}
