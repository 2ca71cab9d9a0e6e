/**
 * Where things are on the screen: the rooms of the left rail (one open at a time beside the map), the tabs below the
 * map and the tabs on the right. A new room or tab is a key here and a line in `src/ui/rooms.tsx`.
 */

export const roomKeys = ['data', 'parameters', 'roads', 'levels', 'solve', 'simulate'] as const;
export type RoomKey = (typeof roomKeys)[number];

export const bottomTabKeys = [
  'lines',
  'duties',
  'week',
  'variants',
  'tables',
  'distances',
  'stops',
  'driven',
  'claims',
] as const;
export type BottomTabKey = (typeof bottomTabKeys)[number];

export const rightTabKeys = ['figures', 'simulation', 'costs'] as const;
export type RightTabKey = (typeof rightTabKeys)[number];

/** What can be put on paper. */
export const printKeys = ['summary', 'lines', 'stations', 'stops', 'claims', 'sample'] as const;
export type PrintKey = (typeof printKeys)[number];
