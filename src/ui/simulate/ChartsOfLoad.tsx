import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { asId, type LineId } from '../../core/model/ids.ts';
import { formatKm, formatNumber, formatShare } from '../../i18n/format.ts';
import { tablesOfSimulation } from '../../state/resultTables.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { ChartCard } from '../charts/ChartCard.tsx';
import { backlogOption, backlogRows } from './charts/backlog.ts';
import { hourOption, hourRows } from './charts/dayHours.ts';
import { busiestHubs, hubHourOption, hubHourRows } from './charts/hubHours.ts';
import { lineFillOption, lineFillRows } from './charts/lineFill.ts';
import type { NamedResultProps, ResultProps } from './SimulationTab.tsx';

/** Vehicles through the day, how full lines and hubs run, and the backlog from day to day. */
export function ChartsOfLoad(props: NamedResultProps) {
  return (
    <>
      <Backlog {...props} />
      <Hours {...props} />
      {props.simulation.result.hubs.length > 0 ? <HubHours {...props} /> : null}
      <LineFill {...props} />
    </>
  );
}

function Backlog({ simulation, isStale }: ResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { result, startDate } = simulation;
  const rows = useMemo(() => backlogRows(tablesOfSimulation(result), startDate), [result, startDate]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      backlogOption(
        rows,
        {
          backlog: t('simulate.charts.backlog.backlog'),
          created: t('simulate.charts.backlog.created'),
          band: t('simulate.charts.time.band'),
        },
        language,
      ),
    [rows, language],
  );
  const worst = rows.reduce((most, row) => (row.backlog > most.backlog ? row : most), rows[0]!);
  const number = (value: number): string => formatNumber(value, language);
  return (
    <ChartCard
      name="backlog"
      title={t('simulate.charts.backlog.title')}
      subtitle={t('simulate.charts.backlog.subtitle')}
      option={option}
      isStale={isStale}
      description={t('simulate.charts.backlog.aria', { max: number(worst.backlog), date: worst.date })}
      table={{
        columns: [
          { title: t('simulate.charts.backlog.day'), isNumber: false },
          { title: t('simulate.charts.backlog.backlog'), isNumber: true },
          { title: t('simulate.charts.backlog.low'), isNumber: true },
          { title: t('simulate.charts.backlog.high'), isNumber: true },
          { title: t('simulate.charts.backlog.created'), isNumber: true },
        ],
        rows: rows.map((row) => [
          row.date,
          number(row.backlog),
          number(row.low),
          number(row.high),
          number(row.created),
        ]),
      }}
    />
  );
}

function Hours({ simulation, isStale }: ResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hours = useMemo(() => hourRows(tablesOfSimulation(simulation.result)), [simulation]);
  const vehicles = t('simulate.charts.hours.vehicles');
  const parcels = t('simulate.charts.hours.parcels');
  const option = useMemo(
    () => hourOption(hours, { vehicles, parcels }, language),
    [hours, vehicles, parcels, language],
  );
  const busiest = hours.reduce(
    (most, row) => (row.vehiclesOnRoad > most.vehiclesOnRoad ? row : most),
    hours[0]!,
  );
  return (
    <ChartCard
      name="day-hours"
      title={t('simulate.charts.hours.title')}
      subtitle={t('simulate.charts.hours.subtitle')}
      option={option}
      isStale={isStale}
      description={t('simulate.charts.hours.aria', {
        hour: busiest.hour,
        vehicles: formatNumber(busiest.vehiclesOnRoad, language, 1),
      })}
      table={{
        columns: [
          { title: t('simulate.charts.hours.hour'), isNumber: false },
          { title: vehicles, isNumber: true },
          { title: parcels, isNumber: true },
        ],
        rows: hours.map((row) => [
          `${row.hour}:00–${row.hour + 1}:00`,
          formatNumber(row.vehiclesOnRoad, language, 2),
          formatNumber(row.parcelsOnBoard, language),
        ]),
      }}
    />
  );
}

function LineFill({ simulation, isStale, nameOf }: NamedResultProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { result } = simulation;
  const rows = useMemo(() => lineFillRows(tablesOfSimulation(result)), [result]);
  const lineName = (number: number): string => t('simulate.closures.line', { number });
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const option = useMemo(
    () =>
      lineFillOption(
        rows,
        {
          line: lineName,
          fill: t('simulate.charts.hubs.fill'),
          left: t('simulate.charts.hubs.left'),
          full: t('simulate.charts.hubs.capacity'),
        },
        language,
      ),
    [rows, language],
  );
  const most = Math.max(0, ...rows.map(({ loadFactorShare }) => loadFactorShare));
  const number = (value: number, digits = 1): string => formatNumber(value, language, digits);
  return (
    <ChartCard
      name="line-fill"
      title={t('simulate.charts.hubs.title')}
      subtitle={
        result.hubs.length === 0
          ? t('simulate.charts.hubs.subtitle')
          : `${t('simulate.charts.hubs.peak')}: ${result.hubs
              .map(({ stationId, peakParcels }) => `${nameOf(stationId)} ${number(peakParcels.mean, 0)}`)
              .join(', ')}`
      }
      option={option}
      isStale={isStale}
      onPick={(data) => {
        const id = (data as { readonly lineId?: string } | null)?.lineId;
        if (id !== undefined) app.view.selectLine(asId<LineId>(id));
      }}
      description={t('simulate.charts.hubs.aria', { share: formatShare(most, language) })}
      table={{
        columns: [
          { title: t('simulate.charts.hubs.line'), isNumber: false },
          { title: t('simulate.charts.hubs.fill'), isNumber: true },
          { title: t('simulate.charts.hubs.trips'), isNumber: true },
          { title: t('simulate.charts.hubs.cancelled'), isNumber: true },
          { title: t('simulate.charts.hubs.left'), isNumber: true },
          { title: t('simulate.charts.hubs.km'), isNumber: true },
        ],
        rows: [
          ...rows.map((row) => [
            lineName(row.number),
            formatShare(row.loadFactorShare, language),
            number(row.tripsPerDay, 2),
            number(row.cancelledTripsPerDay, 3),
            number(row.leftBehindParcelsPerDay),
            formatKm(row.lengthKmPerDay, language),
          ]),
          ...result.hubs.map(({ stationId, peakParcels }) => [
            `${t('simulate.charts.hubs.hub')} ${nameOf(stationId)}`,
            `${t('simulate.charts.hubs.peak')} ${number(peakParcels.mean, 0)}`,
            '',
            '',
            '',
            '',
          ]),
        ],
      }}
    />
  );
}

function HubHours({ simulation, isStale, nameOf }: NamedResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hubs = useMemo(() => hubHourRows(tablesOfSimulation(simulation.result)), [simulation]);
  const shown = useMemo(() => busiestHubs(hubs), [hubs]);
  const option = useMemo(() => hubHourOption(shown, nameOf, language), [shown, nameOf, language]);
  const number = (value: number | undefined): string => formatNumber(value, language);
  return (
    <ChartCard
      name="hub-hours"
      title={t('simulate.charts.hubHours.title')}
      subtitle={t('simulate.charts.hubHours.subtitle')}
      option={option}
      isStale={isStale}
      description={t('simulate.charts.hubHours.aria', {
        parcels: number(Math.max(...hubs.flatMap(({ parcelsByHour }) => parcelsByHour))),
      })}
      table={{
        columns: [
          { title: t('simulate.charts.hours.hour'), isNumber: false },
          ...hubs.map(({ stationId }) => ({ title: nameOf(stationId), isNumber: true })),
        ],
        rows: Array.from({ length: 24 }, (_, hour) => [
          `${hour}:00–${hour + 1}:00`,
          ...hubs.map(({ parcelsByHour }) => number(parcelsByHour[hour])),
        ]),
      }}
    />
  );
}
