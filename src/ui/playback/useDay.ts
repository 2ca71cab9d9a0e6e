import { useEffect, useMemo, useState } from 'react';
import type { DayLog } from '../../core/model/dayLog.ts';
import type { Report } from '../../core/model/report.ts';
import { logDay } from '../../state/commands/simulate.ts';
import type { Simulation } from '../../state/simulations.ts';
import { useApp } from '../AppContext.tsx';
import { useShownSimulation } from '../simulate/useSimulation.ts';
import { dayTrips, type PlaybackTrip } from './dayTrips.ts';
import { simulatedTrips } from './simulatedTrips.ts';

/** What is played: a weekday of the timetable, or a day of the first replication of a simulation of the same plan. */
export type DaySource = 'plan' | 'simulated';

export interface PlayedDay {
  readonly trips: readonly PlaybackTrip[];
  readonly status: 'ready' | 'loading' | 'failed';
}

/** The simulation of the plan on the screen; null while there is none. */
export function usePlayable(report: Report): Simulation | null {
  const { simulation } = useShownSimulation();
  return simulation?.report.plan === report.plan ? simulation : null;
}

interface Loaded {
  readonly simulation: Simulation;
  readonly day: number;
  readonly log: DayLog | null;
}

export function useDay(report: Report, simulation: Simulation | null, day: number): PlayedDay {
  const app = useApp();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (!simulation) return;
    let isWanted = true;
    void logDay(app, simulation, day).then((log) => {
      if (isWanted) setLoaded({ simulation, day, log });
    });
    return () => {
      isWanted = false;
    };
  }, [app, simulation, day]);
  return useMemo((): PlayedDay => {
    if (!simulation) return { trips: dayTrips(report, day), status: 'ready' };
    if (loaded?.simulation !== simulation || loaded.day !== day) return { trips: [], status: 'loading' };
    if (!loaded.log) return { trips: [], status: 'failed' };
    return { trips: simulatedTrips(report, loaded.log), status: 'ready' };
  }, [report, simulation, day, loaded]);
}
