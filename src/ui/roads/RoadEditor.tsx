import { Button, Select, Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Road,
  type RoadClass,
  type RoadNetwork,
  roadClasses,
  type Scenario,
} from '../../core/model/scenario.ts';
import { formatKm, formatNumber } from '../../i18n/format.ts';
import {
  changeRoadClass,
  changeRoadLength,
  changeRoadSpeed,
  closeRoad,
  reopenRoad,
} from '../../state/commands/editRoads.ts';
import { useApp, useLanguage, useRoads } from '../AppContext.tsx';
import { EditOutlined } from '../icons.tsx';
import { roadCourse } from '../map/roadMarks.ts';
import { NumberInput } from '../NumberInput.tsx';
import { Field } from '../parameters/Field.tsx';
import { roadTitle } from './roadTitle.ts';

interface RoadEditorProps {
  readonly scenario: Scenario;
  readonly network: RoadNetwork;
}

/** Finding a road, by keyboard too, and changing it. */
export function RoadEditor({ scenario, network }: RoadEditorProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { selectedRoadId } = useRoads();
  const road = network.roads.find(({ id }) => id === selectedRoadId) ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const options = useMemo(() => roadOptions(network, scenario, t), [network, scenario, language]);
  return (
    <section className="roads-section">
      <h3>{t('roads.edit.title')}</h3>
      <p className="hint">{t('roads.edit.hint')}</p>
      <Select
        className="wide road-finder"
        aria-label={t('roads.edit.find')}
        placeholder={t('roads.edit.find')}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        value={road?.id ?? null}
        options={options}
        onChange={(id: string | undefined) => app.roads.selectRoad(id ?? null)}
      />
      {road ? <RoadCard key={road.id} road={road} scenario={scenario} network={network} /> : null}
      <Button icon={<EditOutlined />} block onClick={app.roads.startDrawing}>
        {t('roads.draw.start')}
      </Button>
    </section>
  );
}

/** Roads without a name of their own are found on the map; listing them would say nothing. */
function roadOptions(network: RoadNetwork, scenario: Scenario, t: TFunction) {
  const unnamed = t('roads.edit.unnamed');
  return network.roads.flatMap((road) => {
    const label = roadTitle(road, scenario, t);
    return label === unnamed && !road.id.startsWith('drawn-') ? [] : [{ value: road.id, label }];
  });
}

function RoadCard({ road, scenario, network }: RoadEditorProps & { readonly road: Road }) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const show = (): void => {
    const course = roadCourse(network, road);
    const middle = course?.[Math.floor((course.length - 1) / 2)];
    if (middle) app.roads.showPoint(middle);
  };
  return (
    <div className="road-card" data-road={road.id}>
      <strong>{roadTitle(road, scenario, t)}</strong>
      <span className="road-facts">
        {formatKm(road.lengthKm, language)} {t('units.km')} ·{' '}
        {t(road.isOneWay ? 'roads.edit.oneWay' : 'roads.edit.bothWays')} ·{' '}
        {t(road.isEstimated ? 'roads.edit.estimated' : 'roads.edit.surveyed')}
        {road.climb ? ` · ${t('roads.edit.climb', { ...road.climb })}` : ''}
        {road.isClosed ? <Tag className="closed-mark">{t('roads.edit.closed')}</Tag> : null}
      </span>
      <Field label={t('roads.edit.roadClass')}>
        <Select<RoadClass>
          className="wide"
          aria-label={t('roads.edit.roadClass')}
          value={road.roadClass}
          options={roadClasses.map((each) => ({ value: each, label: t(`roads.classes.${each}`) }))}
          onChange={(roadClass) => changeRoadClass(app, road.id, roadClass)}
        />
      </Field>
      <Field label={t('roads.edit.lengthKm')}>
        <NumberInput
          aria-label={t('roads.edit.lengthKm')}
          min={0.01}
          max={999}
          value={Math.round(road.lengthKm * 100) / 100}
          changeOnBlur
          onChange={(km) =>
            km !== null && Math.abs(km - road.lengthKm) > 0.0051 && changeRoadLength(app, road.id, km)
          }
        />
      </Field>
      <Field label={t('roads.edit.speedKmPerH')}>
        <NumberInput
          aria-label={t('roads.edit.speedKmPerH')}
          min={5}
          max={120}
          placeholder={t('roads.edit.speedOfClass', {
            speed: formatNumber(scenario.travel.speedKmPerH[road.roadClass].value, language),
          })}
          value={road.speedKmPerH ?? null}
          changeOnBlur
          onChange={(speed) => speed !== (road.speedKmPerH ?? null) && changeRoadSpeed(app, road.id, speed)}
        />
      </Field>
      <span className="road-actions">
        {road.isClosed ? (
          <Button onClick={() => reopenRoad(app, road.id)}>{t('roads.edit.reopen')}</Button>
        ) : (
          <Button danger onClick={() => closeRoad(app, road.id)}>
            {t('roads.edit.close')}
          </Button>
        )}
        <Button onClick={show}>{t('roads.edit.show')}</Button>
      </span>
    </div>
  );
}
