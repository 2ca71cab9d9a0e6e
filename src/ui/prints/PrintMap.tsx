import { fitProjection } from '../map/projection.ts';
import { SvgCounty, SvgLines, SvgStations } from '../map/SvgLayers.tsx';
import { boundsOf, countyBounds, type MapSources } from '../map/sources.ts';
import { fontFamily } from '../theme.ts';
import type { PrintLine } from './printLines.ts';

interface PrintMapProps {
  readonly sources: MapSources;
  /** Only this line and its stations, near enough to read their names; null = the county with all lines. */
  readonly only: PrintLine | null;
  readonly label: string;
}

/** Units of the drawing across the page; a unit is about a fifth of a millimetre. */
const widthPx = 900;
const countyHeightPx = 560;

/** So high that up to 28 stops below it stay on one page. */
const lineHeightPx = (stopCount: number): number => Math.max(150, Math.min(330, 330 - (stopCount - 20) * 24));

/** The map on paper: drawn once, of the same layers as the plain map. */
export function PrintMap({ sources, only, label }: PrintMapProps) {
  const shown = only ? ofLine(sources, only) : sources;
  const bounds = only
    ? boundsOf([
        ...shown.lines.features.flatMap(({ geometry }) => geometry.coordinates),
        ...shown.stations.features.map(({ geometry }) => geometry.coordinates),
      ])
    : countyBounds(sources);
  if (!bounds) return null;
  const heightPx = only ? lineHeightPx(only.line.stopIds.length) : countyHeightPx;
  const projection = fitProjection(bounds, { widthPx, heightPx, paddingPx: only ? 44 : 20 });
  const stopNumbers = (only?.line.stopIds ?? []).map((stationId, index) => ({
    stationId,
    number: String(index + 1),
  }));
  return (
    <svg
      className="print-map"
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      fontFamily={fontFamily}
      role="img"
      aria-label={label}
    >
      <SvgCounty sources={shown} projection={projection} />
      <SvgLines sources={shown} projection={projection} highlightedLineId={null} />
      <SvgStations
        sources={shown}
        projection={projection}
        stopNumbers={stopNumbers}
        hasVillageLabels={only !== null}
        frameWidthPx={widthPx}
      />
    </svg>
  );
}

function ofLine(sources: MapSources, { line }: PrintLine): MapSources {
  const calledAt = new Set<string>([line.originId, ...line.stopIds]);
  const lines = sources.lines.features.filter(({ properties }) => properties.lineId === line.id);
  const stations = sources.stations.features.filter(({ properties }) => calledAt.has(properties.stationId));
  return {
    ...sources,
    lines: {
      ...sources.lines,
      // Beside others on the same road on the screen; alone here.
      features: lines.map((feature) => ({ ...feature, properties: { ...feature.properties, rank: 0 } })),
    },
    stations: { ...sources.stations, features: stations },
  };
}
