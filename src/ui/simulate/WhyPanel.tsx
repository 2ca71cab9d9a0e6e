import { Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { asId, type StationId } from '../../core/model/ids.ts';
import { formatHours, formatNumber } from '../../i18n/format.ts';
import { traceKey, traceVillage } from '../../state/commands/simulate.ts';
import { addDays } from '../../state/simulationChoices.ts';
import type { Simulation } from '../../state/simulations.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { StoryOfParcel } from './StoryOfParcel.tsx';
import { lineOfStation } from './stationLines.ts';
import { slowestLot, type TracedLot, tracedLots } from './traceLots.ts';

interface WhyPanelProps {
  readonly simulation: Simulation;
  readonly hash: string;
  readonly nameOf: (stationId: string) => string;
  readonly selectedId: StationId | null;
}

/** Why did this parcel take three days? Its steps with their clocks, one village's parcels at a time. */
export function WhyPanel({ simulation, hash, nameOf, selectedId }: WhyPanelProps) {
  const { t } = useTranslation();
  const app = useApp();
  const { result, report } = simulation;
  const known = result.stations.some(({ stationId }) => stationId === selectedId);
  const stationId = known ? selectedId : null;
  const trace = useStore(app.simulations.store, (state) =>
    stationId === null ? undefined : state.traces[traceKey(hash, stationId)],
  );
  useEffect(() => {
    if (stationId !== null) void traceVillage(app, simulation, hash, stationId);
  }, [app, simulation, hash, stationId]);
  const options = useMemo(
    () =>
      result.stations
        .filter(({ role }) => role !== 'depot')
        .map((station) => ({ value: station.stationId as string, label: nameOf(station.stationId) })),
    [result, nameOf],
  );
  return (
    <article className="chart-card why-card" data-chart="why">
      <header>
        <div>
          <h3>{t('simulate.why.title')}</h3>
        </div>
      </header>
      <Select
        className="wide why-village"
        aria-label={t('simulate.why.choose')}
        placeholder={t('simulate.why.choose')}
        showSearch={{ optionFilterProp: 'label' }}
        value={stationId}
        options={options}
        onChange={(id: string) => {
          const chosen = asId<StationId>(id);
          app.view.selectStation(chosen, lineOfStation(report.plan, chosen));
        }}
      />
      {stationId === null ? (
        <p className="hint">{t('simulate.why.prompt')}</p>
      ) : trace?.status === 'done' ? (
        <Lots
          key={`${hash}/${stationId}`}
          stationId={stationId}
          lots={tracedLots(trace.entries, result.days)}
          simulation={simulation}
        />
      ) : (
        <p className="hint" role="status">
          {t(trace?.status === 'failed' ? 'simulate.why.failed' : 'simulate.why.running')}
        </p>
      )}
    </article>
  );
}

interface LotsProps {
  readonly stationId: StationId;
  readonly lots: readonly TracedLot[];
  readonly simulation: Simulation;
}

function Lots({ stationId, lots, simulation }: LotsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const slowest = slowestLot(lots);
  const [chosenKey, setChosen] = useState(slowest?.key ?? null);
  const lot = lots.find(({ key }) => key === chosenKey) ?? null;
  if (!slowest || !lot) return <p className="hint">{t('simulate.why.none')}</p>;
  const dateOf = (day: number): string => addDays(simulation.startDate, day);
  const number = (value: number): string => formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  const took = ({ hours, calendarDays }: TracedLot): string =>
    hours === null || calendarDays === null
      ? t('simulate.why.notArrived')
      : t('simulate.why.took', { hours: formatHours(hours, language), days: calendarDays });
  return (
    <>
      <Select
        className="wide"
        aria-label={t('simulate.why.whichLot')}
        value={lot.key}
        options={lots.map((each) => ({
          value: each.key,
          label: [
            t('simulate.why.lot', {
              date: dateOf(each.bornDay),
              wave: each.waveIndex + 1,
              parcels: number(each.parcels),
            }),
            took(each),
            ...(each.key === slowest.key ? [t('simulate.why.slowest')] : []),
          ].join(' · '),
        }))}
        onChange={setChosen}
      />
      <p className="why-took">{took(lot)}</p>
      <StoryOfParcel
        simulation={simulation}
        stationId={stationId}
        bornDay={lot.bornDay}
        waveIndex={lot.waveIndex}
      />
    </>
  );
}
