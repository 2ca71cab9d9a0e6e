import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asId, type PlaceId } from '../../core/model/ids.ts';
import type { StationRole } from '../../core/model/scenario.ts';
import { addPlaceWithStation } from '../../state/commands/editTables.ts';
import { useApp, useGrids, useScenario } from '../AppContext.tsx';
import { readLonLat } from './readLonLat.ts';

const roles = ['villageStation', 'townshipStation', 'urbanStation'] as const satisfies readonly StationRole[];

/** A new place with a station: name, township and a point, typed or picked on the map. */
export function AddPlaceForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const app = useApp();
  const scenario = useScenario();
  const picked = useGrids((grids) => grids.picked);
  const isPicking = useGrids((grids) => grids.isPicking);
  const [name, setName] = useState('');
  const [role, setRole] = useState<(typeof roles)[number]>('villageStation');
  const [townshipId, setTownship] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const nameId = useId();
  const pointId = useId();
  const townships = scenario?.places.filter(({ tier }) => tier === 'township') ?? [];
  const pointText = typed !== '' ? typed : picked ? picked.map((value) => value.toFixed(6)).join(', ') : '';
  const point = readLonLat(pointText);
  const isReady = name.trim() !== '' && point !== null && (role !== 'villageStation' || townshipId !== null);
  const create = (): void => {
    if (!point || !isReady) return;
    const county = scenario?.places.find(({ tier }) => tier === 'county')?.id ?? null;
    const parentId = role === 'villageStation' && townshipId !== null ? asId<PlaceId>(townshipId) : county;
    addPlaceWithStation(app, { name: name.trim(), role, lonLat: point, placeId: null, parentId });
    onDone();
  };
  return (
    <form
      className="add-place"
      aria-label={t('grids.places.addTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <label htmlFor={nameId}>{t('grids.places.name')}</label>
      <Input
        id={nameId}
        size="small"
        className="add-name"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        size="small"
        className="add-select"
        aria-label={t('grids.columns.role')}
        value={role}
        options={roles.map((each) => ({ value: each, label: t(`grids.roles.${each}`) }))}
        onChange={setRole}
      />
      {role === 'villageStation' ? (
        <Select<string>
          size="small"
          className="add-select"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('grids.places.township')}
          placeholder={t('grids.places.township')}
          value={townshipId}
          options={townships.map((place) => ({ value: place.id as string, label: place.name }))}
          onChange={setTownship}
        />
      ) : null}
      <label htmlFor={pointId}>{t('grids.places.point')}</label>
      <Input
        id={pointId}
        size="small"
        className="add-point"
        placeholder="109.98, 28.21"
        value={pointText}
        status={pointText !== '' && !point ? 'error' : ''}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button
        size="small"
        type={isPicking ? 'primary' : 'default'}
        aria-pressed={isPicking}
        onClick={() => {
          setTyped('');
          app.grids.startPicking();
        }}
      >
        {t(isPicking ? 'grids.places.picking' : 'grids.places.pick')}
      </Button>
      <Button size="small" type="primary" htmlType="submit" disabled={!isReady}>
        {t('grids.places.create')}
      </Button>
    </form>
  );
}
