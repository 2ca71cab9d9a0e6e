import { useMemo } from 'react';
import { asId, type StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { unlockAt } from '../../state/commands/lockLines.ts';
import { useApp } from '../AppContext.tsx';
import { lockMarks } from './lockMarks.ts';
import type { MapPointer } from './pointer.ts';

/** Locks on the map; a click takes one off, which can be undone. In the tables the same is done by keyboard. */
export function useLocks(scenario: Scenario, report: Report | null) {
  const app = useApp();
  const locks = useMemo(() => lockMarks(scenario, report), [scenario, report]);
  return {
    locks,
    takesClick(pointer: MapPointer | null): boolean {
      if (pointer?.kind !== 'lock') return false;
      if (report) unlockAt(app, report, asId<StationId>(pointer.id));
      return true;
    },
  };
}
