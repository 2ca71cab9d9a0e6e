import { Checkbox } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineRules } from '../../core/model/lineRules.ts';
import { changeLineRule } from '../../state/commands/lineRules.ts';
import { useApp } from '../AppContext.tsx';

/** Switch for stops within opening hours, with what it means for waiting, rounds, buses and duties. */
export function HoursRule({ rules }: { readonly rules: LineRules }) {
  const { t } = useTranslation();
  const app = useApp();
  const hintId = useId();
  const isOn = rules.visitsWhileOpen === true;
  return (
    <div className={`rule ${isOn ? 'rule-on' : ''}`}>
      <Checkbox
        checked={isOn}
        aria-describedby={hintId}
        onChange={(event) => changeLineRule(app, 'visitsWhileOpen', event.target.checked ? true : undefined)}
      >
        {t('solve.rules.visitsWhileOpen')}
      </Checkbox>
      <span className="hint" id={hintId} hidden={!isOn}>
        {t('solve.rules.visitsWhileOpenHint')}
      </span>
    </div>
  );
}
