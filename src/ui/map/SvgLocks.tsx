import { lockBody, lockColour, lockOffsetPx, lockShackle } from './lockIcon.ts';
import type { LockMarks } from './lockMarks.ts';
import type { Projection } from './projection.ts';

/** Locks beside the stops of the plain map. */
export function SvgLocks({
  locks,
  projection,
}: {
  readonly locks: LockMarks;
  readonly projection: Projection;
}) {
  return locks.features.map(({ geometry, properties }) => {
    const [x, y] = projection.toPx(geometry.coordinates);
    const colour = lockColour[properties.icon];
    return (
      <g
        key={properties.lockOf}
        className="map-lock"
        data-kind="lock"
        data-id={properties.lockOf}
        transform={`translate(${x + lockOffsetPx[0]} ${y + lockOffsetPx[1]})`}
      >
        <path d={lockShackle} fill="none" stroke="#fff" strokeWidth={4} />
        <path d={lockBody} fill="#fff" stroke="#fff" strokeWidth={2.4} />
        <path d={lockShackle} fill="none" stroke={colour} strokeWidth={1.5} />
        <path d={lockBody} fill={colour} />
      </g>
    );
  });
}
