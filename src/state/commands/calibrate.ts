import type { LineId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import {
  type Calibration,
  calibrateFromLine,
  type KnownLine,
  scaleSpeeds,
} from '../../core/network/calibrate.ts';
import type { Result } from '../../core/result.ts';
import type { AppState } from '../appState.ts';
import { editScenario } from './editScenario.ts';

/** What a line that is driven today says about the speeds of the model. */
export function compareLine(report: Report, lineId: LineId, known: KnownLine): Result<Calibration> {
  const trip = report.evaluation.lines.find((line) => line.lineId === lineId)?.trips[0];
  if (!trip) return calibrateFromLine(known, { lengthKm: 0, drivingMin: 0 });
  // Clocks from departure to the end of the line do not hold a drive in the morning.
  const [notDrivenKm, notDrivenMin] = trip.morning ? [trip.returnLegKm, trip.returnLegMin] : [0, 0];
  return calibrateFromLine(known, {
    lengthKm: trip.lengthKm - notDrivenKm,
    drivingMin: trip.drivingMin - notDrivenMin,
  });
}

/** Multiplies all speeds: one undo step, the speeds marked as given by the user. */
export const applyCalibration = (app: AppState, speedFactor: number, source: string): void =>
  editScenario(app, 'calibrate', `calibrate/${speedFactor}`, (scenario) => ({
    ...scenario,
    travel: scaleSpeeds(scenario.travel, speedFactor, source),
  }));
