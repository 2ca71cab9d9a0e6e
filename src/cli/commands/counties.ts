import { readCounty } from '../../core/io/readCounty.ts';
import { readCountyIndex } from '../../core/io/readCountyIndex.ts';
import type { County } from '../../core/model/county.ts';
import type { Command } from '../command.ts';
import { readCountiesText, readCountyFiles } from '../countyFiles.ts';
import { describeIssue } from '../describeIssue.ts';
import { readArguments, UsageError } from '../options.ts';

function describeCounty(county: County) {
  return {
    id: county.id,
    adcode: county.adcode,
    name: county.name,
    terrain: county.terrain,
    residents: county.residents.value,
    areaKm2: county.areaKm2,
    places: county.pointCounts,
    defaultScenarioId: county.defaultScenarioId,
    scenarios: county.scenarios.map((scenario) => ({
      id: scenario.id,
      name: scenario.name,
      notation: scenario.notation,
      shape: scenario.shape,
      townshipStations: scenario.stations.filter(({ role }) => role === 'townshipStation').length,
      villageStations: scenario.stations.filter(({ role }) => role === 'villageStation').length,
      urbanStations: scenario.stations.filter(({ role }) => role === 'urbanStation').length,
      vehicles: scenario.vehicleTypes.reduce((sum, { count }) => sum + count, 0),
      deliveryParcelsPerDay:
        Math.round(scenario.demands.reduce((sum, demand) => sum + demand.deliveryParcelsPerDay, 0) * 10) / 10,
      pickupParcelsPerDay:
        Math.round(scenario.demands.reduce((sum, demand) => sum + demand.pickupParcelsPerDay, 0) * 10) / 10,
    })),
    claims: county.claims.length,
  };
}

/** Lists the counties that ship with the app, their scenarios, and how many places stand on real points. */
export const counties: Command = {
  usage: 'counties [--json]',
  async run(args) {
    const { values, positionals } = readArguments(args, { json: 'boolean' });
    if (positionals.length > 0) throw new UsageError(`usage: ${counties.usage}`);
    const index = readCountyIndex(readCountiesText());
    if (!index.ok) {
      for (const found of index.issues) console.error(describeIssue(found));
      return 1;
    }
    const described: ReturnType<typeof describeCounty>[] = [];
    let hasErrors = false;
    for (const { id } of index.value) {
      const county = readCounty(readCountyFiles(id));
      for (const found of county.issues) console.error(describeIssue(found));
      if (county.ok) described.push(describeCounty(county.value));
      else hasErrors = true;
    }
    if (values.json) console.log(JSON.stringify({ counties: described }, null, 2));
    else
      for (const county of described) {
        const { village, township } = county.places;
        const villages = village.real + village.approximate + village.missing;
        console.log(
          `${county.id}  ${county.name.zh} ${county.name.en}  townships ${township.real + township.approximate + township.missing}` +
            `  villages ${villages}, ${village.real} on real points`,
        );
        for (const scenario of county.scenarios)
          console.log(
            `  ${scenario.id}  ${scenario.name.zh}  ${scenario.shape}  ${scenario.deliveryParcelsPerDay}/day`,
          );
      }
    return hasErrors ? 1 : 0;
  },
};
