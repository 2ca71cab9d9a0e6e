import type { LonLat } from '../../core/geo.ts';
import { asId, type PlaceId, type StationId } from '../../core/model/ids.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { movePlaceTo } from '../../state/commands/editTables.ts';
import { placeOfStation } from '../../state/tables/stationTable.ts';
import { useApp, useGrids, useView } from '../AppContext.tsx';
import type { MapPointer } from '../map/pointer.ts';

/** What ties the map to the tables below it: the chosen place, dragging points, picking the point of a new place. */
export function useMapGrid(scenario: Scenario) {
  const app = useApp();
  const isOpen = useView((view) => view.bottomTab === 'tables');
  const placeId = useGrids((grids) => grids.placeId);
  const isMoving = useGrids((grids) => grids.isMoving) && isOpen;
  const isPicking = useGrids((grids) => grids.isPicking) && isOpen;
  const lookedAt = useGrids((grids) => grids.shownPoint);
  const placeOf = ({ kind, id }: MapPointer): PlaceId | null =>
    kind === 'station' ? placeOfStation(scenario, id) : kind === 'place' ? asId<PlaceId>(id) : null;
  return {
    isMoving,
    /** Ring around the chosen place. */
    ring: isOpen ? (scenario.places.find(({ id }) => id === placeId)?.lonLat ?? null) : null,
    lookedAt: isOpen ? lookedAt : null,
    onMove(pointer: MapPointer, lonLat: LonLat): void {
      const moved = placeOf(pointer);
      if (moved === null) return;
      // What is moved is what is chosen: the table's other tools must not work on the one before.
      app.view.selectStation(pointer.kind === 'station' ? asId<StationId>(pointer.id) : null, null);
      app.grids.chooseOnMap(moved);
      movePlaceTo(app, moved, lonLat);
    },
    /** True where the click was meant for the tables. */
    takesClick(pointer: MapPointer | null, lonLat: LonLat): boolean {
      if (isPicking) {
        app.grids.setPicked(lonLat);
        return true;
      }
      const chosen = isOpen && pointer ? placeOf(pointer) : null;
      if (chosen === null) return false;
      app.grids.chooseOnMap(chosen);
      if (pointer?.kind !== 'place') return false;
      app.view.selectStation(null, null);
      return true;
    },
  };
}
