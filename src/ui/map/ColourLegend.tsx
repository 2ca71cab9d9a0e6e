import type { StationColours } from './stationColours.ts';

/** What the colours of the stations mean; only those on the map. */
export function ColourLegend({ title, byStation, classes }: StationColours) {
  const used = new Set(byStation.values());
  return (
    <div className="colour-legend">
      <strong>{title}</strong>
      <ul>
        {classes
          .filter(({ colour }) => used.has(colour))
          .map(({ colour, text }) => (
            <li key={colour}>
              <span className="colour-legend-dot" style={{ background: colour }} aria-hidden="true" />
              {text}
            </li>
          ))}
      </ul>
    </div>
  );
}
