import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { asId, type ScenarioId } from '../../core/model/ids.ts';
import { chooseScenario } from '../../state/commands/openCounty.ts';
import { useApp, useDocument, useLanguage, useScenario } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';

export function ScenarioPicker() {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const document = useDocument();
  const scenario = useScenario();
  const show = (id: string, hasDescription: boolean) => {
    const each = document?.scenarios.find((candidate) => candidate.id === id);
    if (!each) return id;
    return (
      <span className={hasDescription ? 'scenario-option' : 'picker-option'}>
        <strong>{nameIn(each.name, language)}</strong>
        {hasDescription ? <span>{nameIn(each.description, language)}</span> : null}
      </span>
    );
  };
  return (
    <Select
      className="scenario-picker"
      aria-label={t('header.scenarioPicker')}
      value={scenario?.id ?? null}
      disabled={!document}
      placeholder={t('header.scenarioPicker')}
      options={(document?.scenarios ?? []).map(({ id }) => ({ value: id as string }))}
      optionRender={(option) => show(String(option.value), true)}
      labelRender={(option) => show(String(option.value), false)}
      popupMatchSelectWidth={420}
      onChange={(id) => document && void chooseScenario(app, document.county.id, asId<ScenarioId>(id))}
    />
  );
}
