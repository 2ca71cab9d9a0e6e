import type { LonLat } from '../../../geo.ts';
import { type Issue, issue } from '../../../issues.ts';
import type { ReadContext, SystemChoice } from '../read/readContext.ts';
import {
  judgeGroups,
  judgeMixture,
  judgeSystem,
  type ReferencedPoint,
  type SystemVerdict,
  weighGroups,
} from './judgeSystem.ts';
import { type Hypothesis, hypotheses, systemNamed, systemNames, type TableSystem } from './systems.ts';

const evidenceParams = ({ evidence, pointCount }: SystemVerdict): Issue['params'] => {
  const params: Record<string, string | number> = { points: pointCount };
  for (const { system, shiftM, medianDistanceM, roadDistanceM } of evidence) {
    if (!Number.isNaN(shiftM)) {
      params[`${system}ShiftM`] = Math.round(shiftM);
      params[`${system}DistanceM`] = Math.round(medianDistanceM);
    }
    if (roadDistanceM !== null) params[`${system}RoadM`] = Math.round(roadDistanceM);
  }
  return params;
};

/** System that the title or a coordinate header states. */
function statedSystem({ shape, columns }: ReadContext): TableSystem | null {
  const headers = ['lon', 'lat', 'coordinate'].map((key) => columns.get(key)?.header.parts.join('') ?? '');
  return systemNamed([...headers, shape.title].join(' '));
}

/**
 * The system of a table's points in degrees: as asked for, as stated by title or header, else by the evidence.
 * `points` are those whose place has a real point; `given` are all of them. null without any point.
 */
export function chooseSystem(
  context: ReadContext,
  points: readonly ReferencedPoint[],
  given: readonly LonLat[],
): SystemChoice | null {
  if (given.length === 0) return null;
  const { shape, report } = context;
  const at = { table: shape.table, row: shape.headerRow };
  const tell = (code: Issue['code'], params: Issue['params']): void => report(issue(code, params, at));
  const verdict = judgeSystem(points, given, context.distanceToRoadM);
  const evidence = verdict?.evidence ?? [];
  const choice = (system: TableSystem, found: SystemChoice['byTownship'] = {}): SystemChoice => {
    const byTownship = { ...found, ...context.systemByTownship };
    const townships = [...weighGroups(points, hypothesisOf(system))].map(([township, own]) => ({
      township,
      system: byTownship[township] ?? system,
      isClear: own.isClear,
      pointCount: own.pointCount,
      evidence: own.evidence,
    }));
    return { system, byTownship, evidence, pointCount: points.length, townships };
  };
  if (context.system !== 'auto') return choice(context.system);
  const stated = statedSystem(context);
  if (stated !== null) {
    if (verdict?.isClear && verdict.system !== hypothesisOf(stated))
      tell('coord.systemContradicted', {
        stated: systemNames[stated],
        crs: systemNames[verdict.system],
        ...evidenceParams(verdict),
      });
    return choice(stated);
  }
  if (
    verdict === null ||
    (points.length === 0 && !verdict.evidence.some(({ roadDistanceM }) => roadDistanceM !== null))
  ) {
    tell('coord.systemAssumed', { crs: systemNames.wgs84 });
    return choice('wgs84');
  }
  const mixture = verdict.isClear ? null : judgeMixture(points, verdict.system);
  if (mixture) {
    // The most points decide what the rest of the table, with no known point of its own, is taken for.
    const counts = new Map<Hypothesis, number>();
    for (const { system, pointCount } of mixture.values())
      counts.set(system, (counts.get(system) ?? 0) + pointCount);
    const usual = [...counts].sort(
      (a, b) => b[1] - a[1] || hypotheses.indexOf(a[0]) - hypotheses.indexOf(b[0]),
    )[0]![0];
    const different: Record<string, TableSystem> = {};
    tell('coord.systemDoubtful', { crs: systemNames[usual], ...evidenceParams(verdict) });
    for (const [township, own] of mixture) {
      if (own.system === usual) continue;
      different[township] = own.system;
      tell('coord.systemMixed', { township, crs: systemNames[own.system], ...evidenceParams(own) });
    }
    return choice(usual, different);
  }
  const system = verdict.isClear || points.length >= 3 ? verdict.system : 'wgs84';
  tell(verdict.isClear ? 'coord.systemFound' : 'coord.systemDoubtful', {
    crs: systemNames[system],
    ...evidenceParams(verdict),
  });
  const byTownship: Record<string, TableSystem> = {};
  for (const [township, own] of judgeGroups(points, verdict.system)) {
    byTownship[township] = own.system;
    tell('coord.systemMixed', { township, crs: systemNames[own.system], ...evidenceParams(own) });
  }
  return choice(system, byTownship);
}

/** CGCS2000 in degrees cannot be told from WGS-84. */
const hypothesisOf = (system: TableSystem) => (system === 'cgcs2000' ? 'wgs84' : system);
