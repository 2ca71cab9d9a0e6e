import { tripMin } from '../../core/evaluate/schedule.ts';
import { serviceDaysText } from '../../core/io/tables/cells/readServiceDays.ts';
import type { BusLine } from '../../core/model/buses.ts';
import type { Claim } from '../../core/model/county.ts';
import type { LineEvaluation } from '../../core/model/evaluation.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { ServiceDays } from '../../core/model/scenario.ts';
import { formatClock } from '../../core/units.ts';
import type { Language } from '../../i18n/t.ts';
import { accessText, offsetsText } from '../../state/tables/busTable.ts';
import { claimRowId } from '../../state/tables/claimTable.ts';
import { type LockChoice, lockChoiceOf, lockChoices, shownLines } from '../../state/tables/planTable.ts';
import { stationWords, stopsText } from '../../state/tables/stationWords.ts';
import { nameIn } from '../bilingual.ts';
import { always, columnsOf, gradeMark, plain, row, type Table, type TableContext } from './tableColumns.ts';

/** Tables of lines: those of the plan, those of today, those of buses; and of what reports claim. */

const clocksText = (clocks: readonly number[]): string => clocks.map((clock) => formatClock(clock)).join(' ');

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Days in words that can be typed back. */
export function daysText(days: ServiceDays, language: Language): string {
  if (language !== 'en') return serviceDaysText(days);
  if (days.kind === 'daily') return 'daily';
  return days.kind === 'everyNDays'
    ? `every ${days.n} days`
    : days.days.map((day) => dayNames[day]).join(', ');
}

/** Trips, kilometres and parcels are results: they follow from the lines. */
interface PlanRow {
  readonly line: PlannedLine;
  readonly number: number;
  readonly lock: LockChoice;
  readonly evaluation: LineEvaluation | null;
}

export function planTable({ t, language, scenario, report }: TableContext): Table {
  const evaluationOf = new Map(report?.evaluation.lines.map((line) => [line.lineId, line]));
  const all = (shownLines(scenario, report?.plan ?? null)?.lines ?? []).map(
    (line, index): PlanRow => ({
      line,
      number: index + 1,
      lock: lockChoiceOf(scenario, line),
      evaluation: evaluationOf.get(line.id) ?? null,
    }),
  );
  const { text, number } = columnsOf<PlanRow>(t);
  const typeOf = new Map(scenario.vehicleTypes.map(({ id, name }) => [id, nameIn(name, language)]));
  const { word } = stationWords(scenario);
  const lockWords = (lock: LockChoice): string => t(`grids.locks.${lock}`);
  const isOurs = { isEditable: ({ line }: PlanRow) => line.busLineId === undefined };
  const result = { isEditable: () => false };
  return {
    rows: all.map((each) => row(each.line.id, t('grids.lineNumber', { number: each.number }), each)),
    columns: [
      number('number', 56, (each) => each.number, result),
      text('lineKind', 72, ({ line }) => t(`lines.kinds.${line.kind}`)),
      text('origin', 120, ({ line }) => word(line.originId)),
      text('vehicle', 140, ({ line }) => typeOf.get(line.vehicleTypeId) ?? line.vehicleTypeId, {
        ...isOurs,
        options: [...typeOf.values()],
      }),
      text('departures', 108, ({ line }) => clocksText(line.departureClockMin), isOurs),
      text('days', 92, ({ line }) => daysText(line.serviceDays, language), isOurs),
      text('stops', 420, ({ line }) => stopsText(scenario, line.stopIds), isOurs),
      text('lock', 104, ({ lock }) => lockWords(lock), {
        ...isOurs,
        options: lockChoices.map(lockWords),
        keyOf: (words) => lockChoices.find((key) => lockWords(key) === words) ?? words,
      }),
      number('stopCount', 72, ({ line }) => line.stopIds.length, result),
      number('tripKm', 92, ({ evaluation }) => rounded(evaluation?.trips[0]?.lengthKm), result),
      number('tripMin', 92, ({ evaluation }) => rounded(tripMinOf(evaluation)), result),
      number('costPerDay', 100, ({ evaluation }) => rounded(evaluation?.costYuanPerDay), result),
    ],
  };
}

const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Number(value.toFixed(1));

function tripMinOf(evaluation: LineEvaluation | null): number | undefined {
  const trip = evaluation?.trips[0];
  return trip && tripMin(trip);
}

export function todaysTable({ t, language, scenario }: TableContext): Table {
  const { text, number } = columnsOf<PlannedLine>(t);
  const typeOf = new Map(scenario.vehicleTypes.map(({ id, name }) => [id, nameIn(name, language)]));
  const { word } = stationWords(scenario);
  const origins = [scenario.depot, ...scenario.stations.filter(({ role }) => role === 'townshipStation')];
  return {
    rows: (scenario.todaysPlan?.lines ?? []).map((line) => row(line.id, line.id, line)),
    columns: [
      text('line', 120, ({ id }) => id, always),
      text('origin', 130, ({ originId }) => word(originId), {
        ...always,
        options: origins.map(({ id }) => word(id)),
      }),
      text('vehicle', 150, ({ vehicleTypeId }) => typeOf.get(vehicleTypeId) ?? vehicleTypeId, {
        ...always,
        options: [...typeOf.values()],
      }),
      text('departures', 130, ({ departureClockMin }) => clocksText(departureClockMin), always),
      text('days', 100, ({ serviceDays }) => daysText(serviceDays, language), always),
      number('firstDay', 108, ({ phase }) => phase),
      text('stops', 460, ({ stopIds }) => stopsText(scenario, stopIds), always),
      number('stopCount', 72, ({ stopIds }) => stopIds.length, { isEditable: () => false }),
    ],
  };
}

export function busTable({ t, language, scenario }: TableContext): Table {
  const { text, number } = columnsOf<BusLine>(t);
  return {
    rows: (scenario.busLines ?? []).map((line) => row(line.id, line.name, line)),
    columns: [
      text('line', 160, ({ name }) => name, always),
      text('operator', 110, ({ operator }) => operator, always),
      text('departures', 190, ({ runs }) => clocksText(runs.map((run) => run.departureClockMin)), always),
      text('days', 92, ({ serviceDays }) => daysText(serviceDays, language), always),
      text(
        'stops',
        320,
        ({ calls }) =>
          stopsText(
            scenario,
            calls.map((call) => call.stationId),
          ),
        always,
      ),
      text('offsets', 170, offsetsText, always),
      text('access', 130, accessText, always),
      number('boxes', 100, ({ spareParcelsPerRun }) => spareParcelsPerRun.value, {
        mark: ({ spareParcelsPerRun }) => gradeMark(t, spareParcelsPerRun.grade),
      }),
      number('fare', 100, ({ yuanPerParcel }) => yuanPerParcel.value, {
        mark: ({ yuanPerParcel }) => gradeMark(t, yuanPerParcel.grade),
      }),
      number('stopCount', 72, ({ calls }) => calls.length, { isEditable: () => false }),
    ],
  };
}

export function claimTable({ t, claims }: TableContext): Table {
  const { text } = columnsOf<Claim>(t);
  return {
    rows: claims.map((claim, index) => row(claimRowId(index), claim.subject, claim)),
    columns: [
      text('code', 80, ({ id }) => id, always),
      text('subject', 240, ({ subject }) => subject, always),
      text('value', 110, ({ valueText }) => valueText, { ...always, isNumber: true }),
      text('unit', 90, ({ unit }) => unit, always),
      text('document', 320, ({ document }) => document, always),
      text('asOf', 96, ({ asOf }) => asOf, always),
      text('note', 240, ({ note }) => note, always),
      text('asNumber', 96, ({ value }) => plain(value), { isNumber: true }),
    ],
  };
}
