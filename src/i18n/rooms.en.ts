import type { roomsZh, tabsZh } from './rooms.zh.ts';

export const roomsEn: typeof roomsZh = {
  solve: 'Solve',
  offline: 'Offline',
  offlineHint:
    'Kept on this computer: opens and works without a network. Everything is computed here; nothing is uploaded.',
  rail: 'Rooms',
  close: 'Close {{room}}',
  data: 'Data',
  roads: 'Roads',
  levels: 'Levels',
  parameters: 'Settings',
  simulate: 'Simulate',
};

export const tabsEn: typeof tabsZh = {
  driven: 'Driven day',
  claims: 'Claims',
  distances: 'Distances',
  stops: 'Stop costs',
  bottom: 'Tables below the map',
  right: 'Figures and charts',
  lines: 'Lines',
  tables: 'Tables',
  duties: 'Duties',
  week: 'Week',
  variants: 'Variants',
  figures: 'Plan figures',
  simulation: 'Simulation',
  costs: 'Cost and befores',
  larger: 'Larger tables',
  smaller: 'Smaller tables',
};
