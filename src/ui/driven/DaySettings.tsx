import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { systemNames } from '../../core/io/tables/crs/systems.ts';
import { type DrivenSettings, trackSystems } from '../../core/model/drivenDay.ts';
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
    <details className="driven-reading">
      <summary>
        {t('driven.settings.summary', {
          radius: settings.radiusM,
          seconds: settings.leastStayMin * secPerMin,
          crs: systemNames[day.system],
        })}
      </summary>
      <div className="driven-settings">
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
    </details>
  );
}

const Labelled = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <span className="driven-setting">
    <span>{label}</span>
    {children}
  </span>
);
