import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RoadClass, roadClasses, type Scenario } from '../../core/model/scenario.ts';
import { drawNewRoad, likelyLengthKm } from '../../state/commands/editRoads.ts';
import type { DrawEnd } from '../../state/roads.ts';
import { useApp, useRoads } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { NumberInput } from '../NumberInput.tsx';
import { Field } from '../parameters/Field.tsx';

interface DrawFormProps {
  readonly scenario: Scenario;
  readonly ends: readonly (DrawEnd | null)[];
}

/** A new road between two points: clicked on the map, or stations chosen from lists. */
export function DrawForm({ scenario, ends }: DrawFormProps) {
  const { t } = useTranslation();
  const app = useApp();
  const { isBusy } = useRoads();
  const [roadClass, setRoadClass] = useState<RoadClass>('village');
  const [lengthKm, setLengthKm] = useState<number | null>(null);
  const [from, to] = ends;
  const likelyKm = from && to ? likelyLengthKm(app, from, to) : null;
  const isComplete = likelyKm !== null && likelyKm > 0;
  return (
    <section className="roads-section">
      <h3>{t('roads.draw.title')}</h3>
      <p className="hint">{t('roads.draw.hint')}</p>
      <EndField which={0} label={t('roads.draw.from')} scenario={scenario} end={from ?? null} />
      <EndField which={1} label={t('roads.draw.to')} scenario={scenario} end={to ?? null} />
      <Field label={t('roads.edit.roadClass')}>
        <Select<RoadClass>
          className="wide"
          aria-label={t('roads.edit.roadClass')}
          value={roadClass}
          options={roadClasses.map((each) => ({ value: each, label: t(`roads.classes.${each}`) }))}
          onChange={setRoadClass}
        />
      </Field>
      <Field label={t('roads.edit.lengthKm')} hint={t('roads.draw.lengthHint')}>
        <NumberInput
          className="wide"
          aria-label={t('roads.edit.lengthKm')}
          min={0.01}
          max={999}
          value={lengthKm}
          placeholder={likelyKm === null ? '' : likelyKm.toFixed(2)}
          onChange={setLengthKm}
        />
      </Field>
      <span className="road-actions">
        <Button
          type="primary"
          disabled={!isComplete}
          loading={isBusy}
          onClick={() => from && to && void drawNewRoad(app, { from, to, roadClass, lengthKm })}
        >
          {t('roads.draw.add')}
        </Button>
        <Button onClick={app.roads.stopDrawing}>{t('roads.draw.cancel')}</Button>
      </span>
    </section>
  );
}

interface EndFieldProps {
  readonly which: number;
  readonly label: string;
  readonly scenario: Scenario;
  readonly end: DrawEnd | null;
}

const mapPoint = 'map-point';

function EndField({ which, label, scenario, end }: EndFieldProps) {
  const { t } = useTranslation();
  const app = useApp();
  const stations = [scenario.depot, ...scenario.stations];
  const options = stations.map(({ id, name }) => ({ value: id as string, label: shortPlaceName(name) }));
  const isMapPoint = end !== null && end.stationId === null;
  return (
    <Field label={label}>
      <Select
        className="wide"
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        value={isMapPoint ? mapPoint : (end?.stationId ?? null)}
        options={isMapPoint ? [{ value: mapPoint, label: t('roads.draw.mapPoint') }, ...options] : options}
        onChange={(id: string) => {
          const station = stations.find((each) => each.id === id);
          if (station) app.roads.setEnd(which, { lonLat: station.lonLat, stationId: station.id });
        }}
      />
    </Field>
  );
}
