import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { systemNames } from '../../core/io/tables/crs/systems.ts';
import { type DrivenSettings, trackSystems } from '../../core/model/drivenDay.ts';
import { asId, type LineId } from '../../core/model/ids.ts';
import { formatTime } from '../../i18n/format.ts';
import { changeDriven } from '../../state/commands/driven.ts';
import type { MeasuredDay } from '../../state/driven.ts';
import { useApp, useDriven } from '../AppContext.tsx';
import { NumberInput } from '../NumberInput.tsx';

/** China time written as UTC is eight hours too late here. */
const chinaShiftMin = -480;
const secPerMin = 60;

/** How the day is read, and which trip it is held against; every change measures anew. */
export function DaySettings({ measured }: { readonly measured: MeasuredDay }) {
  const { t } = useTranslation();
  const app = useApp();
  const { settings } = useDriven();
  const { day } = measured;
  const change = (next: Partial<DrivenSettings>): void => void changeDriven(app, next);
  return (
    <div className="driven-settings">
      <Labelled label={t('driven.settings.trip')}>
        <TripChoice measured={measured} />
      </Labelled>
      {day.recordings.length > 1 ? (
        <Labelled label={t('driven.settings.recording')}>
          <Select<number>
            size="small"
            popupMatchSelectWidth={false}
            aria-label={t('driven.settings.recording')}
            value={day.recording}
            options={day.recordings.map((recording, index) => ({
              value: index,
              label: t('driven.settings.recordingOption', {
                day: recording.day,
                start: formatTime(recording.startClockMin),
                end: formatTime(recording.endClockMin),
              }),
            }))}
            onChange={(recording) => change({ recording })}
          />
        </Labelled>
      ) : null}
      <Labelled label={t('driven.settings.radiusM')}>
        <NumberInput
          size="small"
          className="driven-number"
          aria-label={t('driven.settings.radiusM')}
          min={30}
          max={2000}
          step={50}
          value={settings.radiusM}
          onChange={(radiusM) => radiusM !== null && change({ radiusM })}
        />
      </Labelled>
      <Labelled label={t('driven.settings.leastStaySec')}>
        <NumberInput
          size="small"
          className="driven-number"
          aria-label={t('driven.settings.leastStaySec')}
          min={15}
          max={600}
          step={15}
          value={settings.leastStayMin * secPerMin}
          onChange={(seconds) => seconds !== null && change({ leastStayMin: seconds / secPerMin })}
        />
      </Labelled>
      <Labelled label={t('driven.settings.system')}>
        <Select<DrivenSettings['system']>
          size="small"
          popupMatchSelectWidth={false}
          aria-label={t('driven.settings.system')}
          value={settings.system}
          options={[
            {
              value: 'auto',
              label:
                settings.system === 'auto'
                  ? t('driven.settings.systemAuto', { crs: systemNames[day.system] })
                  : t('driven.settings.systemAny'),
            },
            ...trackSystems.map((system) => ({ value: system, label: systemNames[system] })),
          ]}
          onChange={(system) => change({ system })}
        />
      </Labelled>
      <Labelled label={t('driven.settings.clock')}>
        <Select<number>
          size="small"
          popupMatchSelectWidth={false}
          aria-label={t('driven.settings.clock')}
          value={settings.clockShiftMin}
          options={[
            { value: 0, label: t('driven.settings.clockUtc') },
            { value: chinaShiftMin, label: t('driven.settings.clockChina') },
          ]}
          onChange={(clockShiftMin) => change({ clockShiftMin })}
        />
      </Labelled>
    </div>
  );
}

function TripChoice({ measured }: { readonly measured: MeasuredDay }) {
  const { t } = useTranslation();
  const app = useApp();
  const { day, report } = measured;
  const keyOf = (lineId: LineId, roundIndex: number): string => `${roundIndex} ${lineId}`;
  const trips = report.plan.lines.flatMap(({ id, departureClockMin }, index) =>
    departureClockMin.map((clock, roundIndex) => {
      const key = keyOf(id, roundIndex);
      const rank = day.fits.findIndex((fit) => keyOf(fit.lineId, fit.roundIndex) === key);
      const fit = day.fits[rank];
      const words = { number: index + 1, departure: formatTime(clock) };
      const label = fit
        ? t('driven.settings.tripOption', { ...words, called: fit.calledCount, stops: fit.stopCount })
        : t('driven.settings.tripOther', words);
      const mark = rank === 0 ? ` · ${t('driven.settings.bestTrip')}` : '';
      return { value: key, label: `${label}${mark}`, rank: rank < 0 ? day.fits.length : rank };
    }),
  );
  return (
    <Select<string>
      size="small"
      className="driven-trip"
      popupMatchSelectWidth={false}
      aria-label={t('driven.settings.trip')}
      value={day.trip ? keyOf(day.trip.lineId, day.trip.roundIndex) : null}
      options={trips.sort((a, b) => a.rank - b.rank)}
      onChange={(key) => {
        const [round, ...id] = key.split(' ');
        const trip = { lineId: asId<LineId>(id.join(' ')), roundIndex: Number(round) };
        void changeDriven(app, { trip });
      }}
    />
  );
}

const Labelled = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <span className="driven-setting">
    <span>{label}</span>
    {children}
  </span>
);
