import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { asId, type CountyId } from '../../core/model/ids.ts';
import { openCounty } from '../../state/commands/openCounty.ts';
import { useApp, useCatalog, useDocument, useLanguage, useView } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';

/** Counties with the number of villages that stand on real points. */
export function CountyPicker() {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { counties, villagePoints } = useCatalog();
  const openId = useDocument()?.county.id;
  const loadingId = useView((view) => view.loadingCountyId);
  const options = (counties ?? []).map((county) => {
    const points = villagePoints[county.id];
    const total = points ? points.real + points.approximate + points.missing : 0;
    return {
      value: county.id as string,
      name: nameIn(county.name, language),
      points: points ? t('header.realVillages', { real: points.real, total }) : '',
    };
  });
  const show = (value: string) => {
    const option = options.find((each) => each.value === value);
    return (
      <span className="picker-option">
        <strong>{option?.name ?? value}</strong>
        <span>{option?.points}</span>
      </span>
    );
  };
  return (
    <Select
      className="county-picker"
      aria-label={t('header.countyPicker')}
      loading={loadingId !== null || counties === null}
      value={loadingId ?? openId ?? null}
      placeholder={t('header.countyPicker')}
      options={options.map(({ value }) => ({ value }))}
      optionRender={(option) => show(String(option.value))}
      labelRender={(option) => show(String(option.value))}
      popupMatchSelectWidth={false}
      onChange={(id) => void openCounty(app, asId<CountyId>(id))}
    />
  );
}
