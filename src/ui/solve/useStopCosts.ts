import { useEffect, useState } from 'react';
import type { MoveJudgement } from '../../core/evaluate/judgeMove.ts';
import type { LineId, StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import { stopCosts } from '../../state/commands/moveStops.ts';

type Costs = ReadonlyMap<StationId, MoveJudgement>;
const none: Costs = new Map();

/** What each stop of a line costs; computed piece by piece when the line is opened. */
export function useStopCosts(report: Report, lineId: LineId): Costs {
  const [found, setFound] = useState<{
    readonly of: string;
    readonly report: Report;
    readonly costs: Costs;
  } | null>(null);
  useEffect(() => {
    let isGone = false;
    void stopCosts(report, lineId).then((costs) => {
      if (!isGone) setFound({ of: lineId, report, costs });
    });
    return () => {
      isGone = true;
    };
  }, [report, lineId]);
  return found?.report === report && found.of === lineId ? found.costs : none;
}
