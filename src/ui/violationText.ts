import type { TFunction } from 'i18next';
import { ruleViolations } from '../core/evaluate/ruleViolations.ts';
import type { Violation } from '../core/model/evaluation.ts';
import type { Report } from '../core/model/report.ts';
import type { Scenario } from '../core/model/scenario.ts';
import { formatHours, formatNumber, formatShare, formatTime } from '../i18n/format.ts';
import type { Language } from '../i18n/t.ts';
import { nameIn, shortPlaceName } from './bilingual.ts';

interface Context {
  readonly scenario: Scenario;
  /** As shown; 0 where the limit is not of one line. */
  readonly lineNumber: number;
  readonly language: Language;
}

/** Every limit a plan passes, or those of some kinds, in words, each once. */
export function violationTexts(
  report: Report,
  language: Language,
  t: TFunction,
  isAsked: (violation: Violation) => boolean = () => true,
): readonly string[] {
  const { scenario, plan, evaluation } = report;
  // Only lines changed by hand may pass the planner's own limits; drawn ones may be too few, for want of stops or vehicles.
  const ofRules = ruleViolations(scenario, plan, evaluation).filter(
    ({ code }) => scenario.handPlan || code === 'rule.fewLines',
  );
  const texts = [...evaluation.violations, ...ofRules].filter(isAsked).map((violation) => {
    const lineNumber = plan.lines.findIndex((line) => line.id === violation.lineId) + 1;
    return violationText(violation, { scenario, lineNumber, language }, t);
  });
  return [...new Set(texts)];
}

/** A limit that is passed, in words with its numbers. */
export function violationText(
  { code, params }: Violation,
  { scenario, lineNumber, language }: Context,
  t: TFunction,
): string {
  const whole = (key: string): string => formatNumber(Number(params[key] ?? 0), language);
  const clock = (key: string): string => formatTime(Number(params[key] ?? 0));
  const amount = (key: string): string =>
    params.measure === 'calendarDays'
      ? t('violationDays', { number: formatNumber(Number(params[key] ?? 0), language) })
      : formatHours(Number(params[key] ?? 0), language);
  const station = scenario.stations.find(({ id }) => id === params.stationId);
  const vehicle = scenario.vehicleTypes.find(({ id }) => id === params.vehicleTypeId);
  const words = t(`violations.${code}`, {
    line: lineNumber,
    needed: whole('neededVehicles'),
    available: whole('availableVehicles'),
    vehicle: vehicle ? nameIn(vehicle.name, language) : '',
    station: station ? shortPlaceName(station.name) : '',
    parcels: whole('parcelsPerDay'),
    capacity: whole('capacityParcelsPerDay'),
    share: formatShare(Number(params.suppliedShare ?? 0), language),
    hours: formatNumber(Number(params.sortingHours ?? 0), language, 1),
    arrival: clock('arrivalClockMin'),
    open: clock('openClockMin'),
    close: clock('closeClockMin'),
    stops: whole('stops'),
    lines: whole('lines'),
    most: whole('limit'),
    least: whole('limit'),
    limit: amount('limit'),
    excess: amount('excess'),
  });
  return words + overBy({ code, params }, t, language);
}

/** By how much a limit of a line is passed, where the words do not say so themselves. */
function overBy(
  { code, params }: Pick<Violation, 'code' | 'params'>,
  t: TFunction,
  language: Language,
): string {
  const number = (key: string): number => (typeof params[key] === 'number' ? params[key] : 0);
  const above = (key: string, limit: string): string =>
    formatNumber(Math.ceil(number(key) - number(limit)), language);
  if (code === 'shift.exceeded' || code === 'rule.hours')
    return t('solve.hand.by.minutes', { minutes: above('dutyMin', 'limitMin') });
  if (code === 'duty.overlap')
    return t('solve.hand.by.minutes', { minutes: Math.ceil(number('overlapMin')) });
  if (code === 'capacity.exceeded')
    return t('solve.hand.by.parcels', { parcels: above('loadParcels', 'capacityParcels') });
  return code === 'range.exceeded' || code === 'rule.km'
    ? t('solve.hand.by.km', { km: above('lengthKm', 'rangeKm') })
    : '';
}
