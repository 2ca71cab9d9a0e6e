import type { ComponentType, ReactNode } from 'react';
import type { BottomTabKey, RightTabKey, RoomKey } from '../state/rooms.ts';
import { ClaimsPane } from './claims/ClaimsPane.tsx';
import { CostsTab } from './costs/CostsTab.tsx';
import { DataPane } from './data/DataPane.tsx';
import { DistancesPane } from './distances/DistancesPane.tsx';
import { DrivenPane } from './driven/DrivenPane.tsx';
import { FiguresTab } from './FiguresTab.tsx';
import { TablesPane } from './grids/TablesPane.tsx';
import {
  ApartmentOutlined,
  DatabaseOutlined,
  NodeIndexOutlined,
  PartitionOutlined,
  PlayCircleOutlined,
  SlidersOutlined,
} from './icons.tsx';
import { DutiesPane } from './levels/DutiesPane.tsx';
import { LevelsPane } from './levels/LevelsPane.tsx';
import { VariantsPane } from './levels/VariantsPane.tsx';
import { WeekPane } from './levels/WeekPane.tsx';
import { ParametersPane } from './parameters/ParametersPane.tsx';
import { RoadsPane } from './roads/RoadsPane.tsx';
import { SimulatePane } from './simulate/SimulatePane.tsx';
import { SimulationTab } from './simulate/SimulationTab.tsx';
import { SolvePane } from './solve/SolvePane.tsx';
import { StopsPane } from './stops/StopsPane.tsx';
import { LinesPane } from './tables/LinesPane.tsx';

/** What each room and tab shows; in the order of the rail and of the tabs. Titles are `rooms.KEY` and `tabs.KEY`. */

export interface Room {
  readonly key: RoomKey;
  readonly icon: ReactNode;
  readonly Content: ComponentType;
  /** A room with tables of its own is given more of the width. */
  readonly isWide?: boolean;
}
export const rooms: readonly Room[] = [
  { key: 'data', icon: <DatabaseOutlined />, Content: DataPane },
  { key: 'roads', icon: <NodeIndexOutlined />, Content: RoadsPane },
  { key: 'levels', icon: <ApartmentOutlined />, Content: LevelsPane, isWide: true },
  { key: 'parameters', icon: <SlidersOutlined />, Content: ParametersPane },
  { key: 'solve', icon: <PartitionOutlined />, Content: SolvePane, isWide: true },
  { key: 'simulate', icon: <PlayCircleOutlined />, Content: SimulatePane },
];

export interface Tab<Key> {
  readonly key: Key;
  readonly Content: ComponentType;
}
export const bottomTabs: readonly Tab<BottomTabKey>[] = [
  { key: 'lines', Content: LinesPane },
  { key: 'duties', Content: DutiesPane },
  { key: 'week', Content: WeekPane },
  { key: 'variants', Content: VariantsPane },
  { key: 'distances', Content: DistancesPane },
  { key: 'stops', Content: StopsPane },
  { key: 'driven', Content: DrivenPane },
  { key: 'claims', Content: ClaimsPane },
  { key: 'tables', Content: TablesPane },
];
export const rightTabs: readonly Tab<RightTabKey>[] = [
  { key: 'figures', Content: FiguresTab },
  { key: 'simulation', Content: SimulationTab },
  { key: 'costs', Content: CostsTab },
];
