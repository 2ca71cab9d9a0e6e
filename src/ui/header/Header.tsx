import { Button, Segmented, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../i18n/t.ts';
import { redoEdit, undoEdit } from '../../state/commands/editScenario.ts';
import { useApp, useHistory, useLanguage } from '../AppContext.tsx';
import { RedoOutlined, UndoOutlined } from '../icons.tsx';
import { CountyPicker } from './CountyPicker.tsx';
import { ScenarioPicker } from './ScenarioPicker.tsx';
import { SolveButton } from './SolveButton.tsx';

export function Header() {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  return (
    <header className="header">
      <h1 className="brand">
        <img src="./icon.svg" alt="" width="26" height="26" />
        <span>{t('app.name')}</span>
      </h1>
      <CountyPicker />
      <ScenarioPicker />
      <SolveButton />
      <span className="header-space" />
      <UndoButtons />
      <Segmented<Language>
        size="small"
        aria-label={t('header.switchLanguage')}
        value={language}
        options={[
          { value: 'zh-CN', label: <span lang="zh-CN">中文</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
        onChange={app.view.setLanguage}
      />
    </header>
  );
}

function UndoButtons() {
  const { t } = useTranslation();
  const app = useApp();
  const history = useHistory();
  const undoLabel = history?.past.length ? history.present.label : null;
  const redoLabel = history?.future[0]?.label ?? null;
  const undoText = undoLabel ? t('header.undoWhat', { what: t(`edits.${undoLabel}`) }) : t('header.undo');
  const redoText = redoLabel ? t('header.redoWhat', { what: t(`edits.${redoLabel}`) }) : t('header.redo');
  return (
    <span className="undo-buttons">
      <Tooltip title={undoText}>
        <Button
          type="text"
          icon={<UndoOutlined />}
          aria-label={undoText}
          disabled={!undoLabel}
          onClick={() => undoEdit(app)}
        />
      </Tooltip>
      <Tooltip title={redoText}>
        <Button
          type="text"
          icon={<RedoOutlined />}
          aria-label={redoText}
          disabled={!redoLabel}
          onClick={() => redoEdit(app)}
        />
      </Tooltip>
    </span>
  );
}
