import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import {
  judgeGroups,
  judgeMixture,
  judgeSystem,
  type ReferencedPoint,
} from '../../../../../src/core/io/tables/crs/judgeSystem.ts';
import { type Hypothesis, hypotheses } from '../../../../../src/core/io/tables/crs/systems.ts';
import { isRealPoint } from '../../../../../src/core/model/scenario.ts';
import { createRandom } from '../../../../../src/core/random.ts';
import { countyOf } from '../luxi.ts';

const codes = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Villages of 泸溪 surveyed with an error of up to 400 m in any direction, written down in a system. */
function surveyed(system: Hypothesis, count: number, seed: number): ReferencedPoint[] {
  const random = createRandom(seed);
  const pool = countyOf('luxi').places.filter(
    ({ tier, coordQuality }) => tier === 'village' && isRealPoint(coordQuality),
  );
  return Array.from({ length: count }, () => {
    const { lonLat, parentId } = pool[random.nextInt(pool.length)]!;
    const known = lonLat!;
    const angle = random.nextFloat() * 2 * Math.PI;
    const shiftDeg = (400 * Math.sqrt(random.nextFloat())) / 111_195;
    const point: [number, number] = [
      known[0] + (shiftDeg * Math.cos(angle)) / Math.cos((known[1] * Math.PI) / 180),
      known[1] + shiftDeg * Math.sin(angle),
    ];
    const given =
      system === 'wgs84' ? point : gcoord.transform<[number, number]>(point, gcoord.WGS84, codes[system]);
    return { given, known, group: String(parentId) };
  });
}

describe('coordinate systems told apart by the median shift', () => {
  it.each(hypotheses)(
    '%s: 40 points up to 400 m off are enough, and no township is called different',
    (system) => {
      for (let seed = 1; seed <= 20; seed++) {
        const points = surveyed(system, 40, seed);
        expect(judgeSystem(points, [], null)).toMatchObject({ system, isClear: true, pointCount: 40 });
        expect(judgeGroups(points, system).size).toBe(0);
      }
    },
  );

  it('never calls a wrong answer clear with five such points', () => {
    for (const system of hypotheses)
      for (let seed = 1; seed <= 20; seed++) {
        const verdict = judgeSystem(surveyed(system, 5, seed), [], null)!;
        if (verdict.isClear) expect(verdict.system).toBe(system);
      }
  });

  it('sees no mixture in points of one system, however scattered and few', () => {
    for (const system of hypotheses)
      for (let seed = 1; seed <= 60; seed++)
        for (const whole of hypotheses)
          expect(judgeMixture(surveyed(system, 12, seed), whole), `${system} ${seed}`).toBeNull();
  });

  it('says nothing without points', () => expect(judgeSystem([], [], null)).toBeNull());
});
