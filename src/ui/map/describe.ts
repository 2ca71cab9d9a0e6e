import type { TFunction } from 'i18next';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { formatKm, formatNumber, formatShare, formatTime, formatYuan } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import { lockOfStop } from '../../state/edits/lockLines.ts';
import { shortPlaceName } from '../bilingual.ts';
import { roadTitle } from '../roads/roadTitle.ts';
import type { MapPointer } from './pointer.ts';

export interface Description {
  readonly title: string;
  readonly rows: readonly string[];
}

/** What the pointer says of a line, a station or a village. */
export function describePointer(
  pointer: MapPointer,
  scenario: Scenario,
  report: Report | null,
  t: TFunction,
  language: Language,
): Description | null {
  if (pointer.kind === 'line') return report ? describeLine(pointer.id, report, t, language) : null;
  if (pointer.kind === 'place') {
    const place = scenario.places.find((each) => each.id === pointer.id);
    if (!place) return null;
    const station = scenario.stations.find((each) => each.servesPlaceIds.includes(place.id));
    const rows = [`${t(`kind.${place.kind}`)} · ${t(`quality.${place.coordQuality}`)}`];
    if (station) rows.push(`→ ${shortPlaceName(station.name)}`);
    return { title: shortPlaceName(place.name), rows };
  }
  if (pointer.kind === 'road') {
    const network = scenario.roads ?? report?.roads;
    const road = network?.roads.find((each) => each.id === pointer.id);
    if (!road) return null;
    const marks = [
      ...(road.isOneWay ? [t('roads.edit.oneWay')] : []),
      ...(road.isEstimated ? [t('roads.edit.estimated')] : []),
      ...(road.isClosed ? [t('roads.edit.closed')] : []),
    ];
    const facts = [
      t(`roads.classes.${road.roadClass}`),
      `${formatKm(road.lengthKm, language)} ${t('units.km')}`,
    ];
    return { title: roadTitle(road, scenario, t), rows: [[...facts, ...marks].join(' · ')] };
  }
  if (pointer.kind === 'lock') {
    const station = scenario.stations.find((each) => each.id === pointer.id);
    const line = report?.plan.lines.find((each) => each.stopIds.some((id) => id === pointer.id));
    if (!station || !line || !report) return null;
    const keep = lockOfStop(scenario, line, station.id) ?? 'stops';
    const number = report.plan.lines.indexOf(line) + 1;
    return {
      title: shortPlaceName(station.name),
      rows: [t(`solve.locks.onMap.${keep}`, { number }), t('solve.locks.clickToUnlock')],
    };
  }
  return describeStation(pointer.id, scenario, report, t, language);
}

function describeLine(id: string, report: Report, t: TFunction, language: Language): Description | null {
  const index = report.plan.lines.findIndex((line) => line.id === id);
  const line = report.plan.lines[index];
  const evaluation = report.evaluation.lines.find((each) => each.lineId === id);
  const trip = evaluation?.trips[0];
  if (!line || !evaluation || !trip) return null;
  return {
    title: `${t('lines.number')} ${index + 1} · ${t(`lines.kinds.${line.kind}`)}`,
    rows: [
      `${formatNumber(trip.lengthKm, language, 1)} ${t('units.km')} · ${line.stopIds.length} ${t('lines.stops')}`,
      `${formatTime(trip.departureClockMin)} – ${formatTime(trip.returnClockMin)}`,
      `${t('lines.load')} ${formatShare(evaluation.loadFactorShare, language)} · ${formatYuan(evaluation.yuanPerParcel, language)} ${t('units.yuan/parcel')}`,
    ],
  };
}

function describeStation(
  id: string,
  scenario: Scenario,
  report: Report | null,
  t: TFunction,
  language: Language,
): Description | null {
  const station = [scenario.depot, ...scenario.stations].find((each) => each.id === id);
  if (!station) return null;
  const rows = [`${t(`legend.${station.role}`)} · ${t(`quality.${station.coordQuality}`)}`];
  if (station.servesPlaceIds.length > 1) {
    const names = scenario.places
      .filter((place) => station.servesPlaceIds.includes(place.id))
      .map((place) => shortPlaceName(place.name));
    rows.push(names.slice(0, 6).join('、') + (names.length > 6 ? '…' : ''));
  }
  const reason = report?.plan.unserved.find((each) => each.stationId === id)?.reason;
  if (reason) rows.push(`${t('map.unserved')}: ${t(`unserved.reasons.${reason}`)}`);
  report?.plan.lines.forEach((line, index) => {
    const trip = report.evaluation.lines.find((each) => each.lineId === line.id)?.trips[0];
    const at = trip?.visits.findIndex((visit) => visit.stationId === id) ?? -1;
    const visit = trip?.visits[at];
    if (!visit) return;
    rows.push(
      `${t('lines.number')} ${index + 1} · ${t('map.visits', { stop: at + 1, time: formatTime(visit.arrivalClockMin) })}`,
      `${t('lines.deliver')} ${formatNumber(visit.deliveryParcels, language)} · ${t('lines.pickup')} ${formatNumber(visit.pickupParcels, language)} ${t('units.parcels')}`,
    );
  });
  return { title: shortPlaceName(station.name), rows: rows.slice(0, 7) };
}
