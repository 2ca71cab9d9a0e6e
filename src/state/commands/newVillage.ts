import type { NewStationPlace } from '../../core/evaluate/rankNewStation.ts';
import type { LonLat } from '../../core/geo.ts';
import { typicalVillageParcels, withNewVillage } from '../../core/model/edit/newVillage.ts';
import { settleByHand } from '../../core/model/edit/settleByHand.ts';
import type { PlaceId } from '../../core/model/ids.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { editScenario } from './editScenario.ts';
import { movableReport } from './moveStops.ts';
import { nextRunId } from './solve.ts';

/** Where a new village's station should go: asking, and doing it. */

/** Six decimals of a degree are a tenth of a metre. */
const rounded = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(6)), Number(lat.toFixed(6))];

/** A village of the county, with the parcels it has now, where it has any. */
export function askAboutPlace(app: AppState, placeId: PlaceId): void {
  const scenario = activeScenario(app);
  const place = scenario?.places.find(({ id }) => id === placeId);
  if (!scenario || !place?.lonLat) return;
  const own = scenario.demands.find((demand) => demand.placeId === placeId);
  const parcels =
    own && own.deliveryParcelsPerDay > 0
      ? { delivery: own.deliveryParcelsPerDay, pickup: own.pickupParcelsPerDay }
      : typicalVillageParcels(scenario);
  app.newVillage.choose({ placeId, name: place.name, lonLat: place.lonLat }, parcels);
}

/** Any point, under a name that can be changed. */
export function askAboutPoint(app: AppState, lonLat: LonLat, name: string): void {
  const scenario = activeScenario(app);
  if (!scenario) return;
  app.newVillage.choose({ placeId: null, name, lonLat: rounded(lonLat) }, typicalVillageParcels(scenario));
}

const withChosen = (app: AppState, scenario: Scenario) => {
  const { village, deliveryParcelsPerDay, pickupParcelsPerDay } = app.newVillage.store.getState();
  return village && withNewVillage(scenario, { ...village, deliveryParcelsPerDay, pickupParcelsPerDay });
};

let asked = 0;

/** Ranks the lines for what is chosen; a newer question takes its place. */
export async function rankForVillage(app: AppState): Promise<void> {
  const scenario = activeScenario(app);
  const report = movableReport(app);
  const added = scenario && withChosen(app, scenario);
  if (!report || !added) return;
  app.newVillage.rank();
  asked++;
  const mine = asked;
  const { plan, evaluation } = report;
  const outcome = await app.ports.planner.rankNewStation(nextRunId(), added.scenario, {
    plan,
    evaluation,
    stationId: added.stationId,
  });
  if (mine !== asked || app.newVillage.store.getState().village === null) return;
  if (outcome.status === 'done') app.newVillage.answer({ ...added, of: scenario, ranked: outcome.value });
  else {
    app.newVillage.fail();
    if (outcome.status === 'failed') app.view.notify('failed', `${outcome.message}\n${outcome.stack}`);
  }
}

let nextEdit = 1;

/** Builds the station and puts it on a line: one undo step. The lines are settled by hand from then on. */
export function buildOnLine(app: AppState, place: NewStationPlace): void {
  const { answer } = app.newVillage.store.getState();
  const scenario = activeScenario(app);
  if (!answer || !scenario || answer.of !== scenario) return;
  const next = settleByHand(answer.scenario, place.plan, answer.stationId);
  editScenario(app, 'newStation', `newStation/${nextEdit++}`, () => next);
  app.newVillage.drop();
  app.view.selectStation(answer.stationId, null);
}
