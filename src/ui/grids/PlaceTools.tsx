import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asId, type PlaceId, type StationId } from '../../core/model/ids.ts';
import { removeStationById } from '../../state/commands/editTables.ts';
import { askAboutPlace } from '../../state/commands/newVillage.ts';
import { useApp, useGrids, useScenario } from '../AppContext.tsx';
import { AimOutlined, DeleteOutlined, DragOutlined, NodeIndexOutlined, PlusOutlined } from '../icons.tsx';
import { AddPlaceForm } from './AddPlaceForm.tsx';
import type { AnyRow } from './tableColumns.ts';

/** Adding, moving and deleting places, on the map or from the table. */
export function PlaceTools({ chosen }: { readonly chosen: AnyRow | null }) {
  const { t } = useTranslation();
  const app = useApp();
  const scenario = useScenario();
  const isMoving = useGrids((grids) => grids.isMoving);
  const [isAdding, setAdding] = useState(false);
  const stationId = chosen?.stationId ?? null;
  const point = scenario?.places.find(({ id }) => id === chosen?.placeId)?.lonLat ?? null;
  const canRemove = stationId !== null && stationId !== scenario?.depot.id;
  return (
    <>
      <Tooltip title={t('grids.places.show')}>
        <Button
          size="small"
          icon={<AimOutlined />}
          aria-label={t('grids.places.show')}
          disabled={!point}
          onClick={() => app.grids.lookAt(point)}
        />
      </Tooltip>
      <Tooltip title={t('grids.places.moving')}>
        <Button
          size="small"
          icon={<DragOutlined />}
          aria-pressed={isMoving}
          type={isMoving ? 'primary' : 'default'}
          onClick={() => app.grids.setMoving(!isMoving)}
        >
          {t(isMoving ? 'grids.places.stopMoving' : 'grids.places.move')}
        </Button>
      </Tooltip>
      <Button
        size="small"
        icon={<PlusOutlined />}
        aria-expanded={isAdding}
        onClick={() => setAdding(!isAdding)}
      >
        {t('grids.places.add')}
      </Button>
      <Tooltip title={t('grids.places.remove')}>
        <Button
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t('grids.places.remove')}
          disabled={!canRemove}
          onClick={() => {
            if (stationId !== null) removeStationById(app, asId<StationId>(stationId));
          }}
        />
      </Tooltip>
      {/* Only a village without a station can be asked about. */}
      {point && stationId === null && chosen?.placeId ? (
        <Button
          size="small"
          icon={<NodeIndexOutlined />}
          onClick={() => {
            app.view.openRoom('solve');
            askAboutPlace(app, asId<PlaceId>(chosen.placeId!));
          }}
        >
          {t('solve.explain.askHere')}
        </Button>
      ) : null}
      {isAdding ? <AddPlaceForm onDone={() => setAdding(false)} /> : null}
    </>
  );
}
