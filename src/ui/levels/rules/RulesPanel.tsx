import type { Report } from '../../../core/model/report.ts';
import type { Scenario } from '../../../core/model/scenario.ts';
import { BusRules } from './BusRules.tsx';
import { CalendarRules } from './CalendarRules.tsx';
import { ShapeRules } from './ShapeRules.tsx';
import { StabilityRules } from './StabilityRules.tsx';
import { TimeBoundRules } from './TimeBoundRules.tsx';

export interface RulesProps {
  readonly scenario: Scenario;
  readonly report: Report | null;
}

/** Everything the network is drawn up by; each change is undoable and solved again. */
export const RulesPanel = ({ scenario, report }: RulesProps) => (
  <div className="rules-panel">
    <ShapeRules scenario={scenario} />
    <CalendarRules scenario={scenario} />
    <TimeBoundRules scenario={scenario} />
    <BusRules scenario={scenario} report={report} />
    <StabilityRules scenario={scenario} report={report} />
  </div>
);
