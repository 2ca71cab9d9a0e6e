import { ChartsPane } from './charts/ChartsPane.tsx';
import { KpiPane } from './kpis/KpiPane.tsx';

/** Figures and charts of the plan on the screen. */
export function FiguresTab() {
  return (
    <>
      <KpiPane />
      <ChartsPane />
    </>
  );
}
