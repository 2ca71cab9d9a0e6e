import fc from 'fast-check';
import type { LonLat } from '../../../src/core/geo.ts';
import { haversineKm } from '../../../src/core/geo.ts';
import type { Road, RoadNetwork, TravelSettings } from '../../../src/core/model/scenario.ts';
import { roadClasses } from '../../../src/core/model/scenario.ts';
import { anyVehicle, type DrivingConditions } from '../../../src/core/network/roadSpeed.ts';

const graded = (value: number) => ({ value, grade: 'assumption' as const, source: 'test' });

/** Mountain speeds of the default parameter set. */
export const mountainTravel: TravelSettings = {
  terrain: 'mountain',
  detourFactor: graded(1.8),
  speedKmPerH: {
    national: graded(50),
    provincial: graded(40),
    county: graded(30),
    township: graded(22),
    village: graded(15),
    urban: graded(25),
  },
  weatherFactor: 1,
};

/** A van that fits everywhere on level mountain roads. */
export const mountainDriving: DrivingConditions = {
  travel: mountainTravel,
  vehicle: anyVehicle,
};

/** Random networks of up to 14 nodes with parallel roads, loops, one-ways, closures and bends. */
export const randomNetwork: fc.Arbitrary<RoadNetwork> = fc
  .record({
    points: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), {
      minLength: 2,
      maxLength: 14,
    }),
    links: fc.array(
      fc.record({
        from: fc.nat(1000),
        to: fc.nat(1000),
        lengthHm: fc.integer({ min: 1, max: 300 }),
        classIndex: fc.nat(roadClasses.length - 1),
        isOneWay: fc.boolean(),
        isClosed: fc.integer({ min: 0, max: 5 }).map((draw) => draw === 0),
        isEstimated: fc.integer({ min: 0, max: 5 }).map((draw) => draw === 0),
        bend: fc.boolean(),
      }),
      { minLength: 1, maxLength: 40 },
    ),
  })
  .map(({ points, links }) => {
    const nodes = points.map(([x, y], index) => ({
      id: `n${index}`,
      lonLat: [113.5 + x / 400, 26.3 + y / 400] as LonLat,
    }));
    const roads = links.map((link, index): Road => {
      const from = nodes[link.from % nodes.length]!;
      const to = nodes[link.to % nodes.length]!;
      const middle: LonLat = [from.lonLat[0] + 0.002, to.lonLat[1] - 0.001];
      return {
        id: `r${index}`,
        fromNodeId: from.id,
        toNodeId: to.id,
        lengthKm: link.lengthHm / 10,
        roadClass: roadClasses[link.classIndex]!,
        isOneWay: link.isOneWay,
        isClosed: link.isClosed,
        isEstimated: link.isEstimated,
        name: '',
        via: link.bend ? [middle] : [],
      };
    });
    return { source: 'test', licence: '', nodes, roads };
  });

/** Straight length over the points of a line, km. */
export const lineKm = (points: readonly LonLat[]): number =>
  points.slice(1).reduce((sum, point, index) => sum + haversineKm(points[index]!, point), 0);
