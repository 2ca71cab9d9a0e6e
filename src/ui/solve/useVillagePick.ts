import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LonLat } from '../../core/geo.ts';
import { asId, type PlaceId } from '../../core/model/ids.ts';
import { askAboutPlace, askAboutPoint } from '../../state/commands/newVillage.ts';
import { useApp, useView } from '../AppContext.tsx';
import type { MapPointer } from '../map/pointer.ts';

/** What ties the map to the question "which line for a new village?": the click that chooses, and the point chosen. */
export function useVillagePick() {
  const { t } = useTranslation();
  const app = useApp();
  const isOpen = useView((view) => view.room === 'solve');
  const isPicking = useStore(app.newVillage.store, (state) => state.isPicking) && isOpen;
  const village = useStore(app.newVillage.store, (state) => state.village);
  const point = village?.lonLat ?? null;
  return {
    isPicking,
    point: isOpen ? point : null,
    /** To be brought into view: a village chosen by its name, not a point that was clicked. */
    lookAt: isOpen && village?.placeId ? point : null,
    /** True where the click was meant for the question. */
    takesClick(pointer: MapPointer | null, lonLat: LonLat): boolean {
      if (!isPicking) return false;
      // A station is no new village: the click is still waited for.
      if (pointer?.kind === 'station') return true;
      if (pointer?.kind === 'place') askAboutPlace(app, asId<PlaceId>(pointer.id));
      else askAboutPoint(app, lonLat, t('solve.explain.newName'));
      return true;
    },
  };
}
