import type { Feature } from 'geojson';
import { inSlices, nextTask } from '../../clients/inSlices.ts';
import { changeOf } from './featurePortions.ts';
import type { GeoJSONSource, MapLibreMap } from './maplibre.ts';

/**
 * Hands thousands of features to a source of the map: what has changed, and a portion at a time. The map copies what it
 * is given to its worker; given an address to load from, it reads and copies everything in the page, twice.
 */
export class SourceFeed {
  /** What the source has been given, by id. */
  private readonly shown = new Map<string, Feature>();
  /** What `shown` was made of; undefined while it is being turned into something else. */
  private content: object | null | undefined = null;
  private isHidden = false;

  constructor(
    private readonly map: MapLibreMap,
    private readonly sourceId: string,
    /** The property that is the id; the source promotes it. */
    private readonly idName: string,
    private readonly layerIds: readonly string[],
  ) {}

  /** Resolves once the source has it all, or `isPassed` says that it is no longer asked for. */
  async show(
    content: object | null,
    making: Iterator<unknown, readonly Feature[], undefined>,
    isPassed: () => boolean,
  ): Promise<void> {
    if (this.content === content) return;
    const wanted = await inSlices(byId(await inSlices(making), this.idName));
    const { removedIds, portions, isAllNew } = await inSlices(changeOf(this.shown, wanted));
    await nextTask();
    if (isPassed()) return;
    this.content = undefined;
    // Nothing is drawn of another county's first thousand roads: each portion would draw the earlier ones again.
    if (isAllNew && portions.length > 1) this.setVisible(false);
    if (removedIds.length > 0) await this.give({ remove: [...removedIds] });
    for (const id of removedIds) this.shown.delete(id);
    for (const portion of portions) {
      if (isPassed()) break;
      await this.give({ add: [...portion] });
      for (const feature of portion) this.shown.set(this.idOf(feature), feature);
    }
    if (isPassed()) return;
    this.setVisible(true);
    this.content = content;
  }

  private idOf(feature: Feature): string {
    return String(feature.properties?.[this.idName]);
  }

  private async give(change: { remove?: string[]; add?: Feature[] }): Promise<void> {
    await this.map.getSource<GeoJSONSource>(this.sourceId)?.updateData(change);
  }

  private setVisible(isVisible: boolean): void {
    if (this.isHidden !== isVisible) return;
    this.isHidden = !isVisible;
    for (const id of this.layerIds)
      if (this.map.getLayer(id)) this.map.setLayoutProperty(id, 'visibility', isVisible ? 'visible' : 'none');
  }
}

function* byId(features: readonly Feature[], idName: string): Generator<undefined, Map<string, Feature>> {
  const found = new Map<string, Feature>();
  for (const feature of features) {
    found.set(String(feature.properties?.[idName]), feature);
    if (found.size % 2000 === 0) yield;
  }
  return found;
}
