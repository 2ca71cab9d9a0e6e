import type { MapSources } from './sources.ts';

/** Stations in other colours than those of their lines, and what the colours mean. */
export interface StationColours {
  readonly title: string;
  readonly byStation: ReadonlyMap<string, string>;
  /** In the order of the legend; only those in use are shown there. */
  readonly classes: readonly { readonly colour: string; readonly text: string }[];
}

/** The map with its stations in other colours; their lines keep their own. */
export function colourStations(sources: MapSources, colours: StationColours | null): MapSources {
  if (!colours) return sources;
  const features = sources.stations.features.map((feature) => {
    const colour = colours.byStation.get(feature.properties.stationId);
    return colour === undefined ? feature : { ...feature, properties: { ...feature.properties, colour } };
  });
  return { ...sources, stations: { ...sources.stations, features } };
}
