import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { csvText } from '../../core/io/export/writeCsv.ts';
import { formatClock } from '../../core/units.ts';
import type { MeasuredDay } from '../../state/driven.ts';
import { useApp } from '../AppContext.tsx';
import { DownloadOutlined } from '../icons.tsx';
import { speedCells, stopCells } from './drivenCells.ts';

const stopColumns = [
  'number',
  'stop',
  'plannedArrival',
  'measuredArrival',
  'differenceMin',
  'plannedDeparture',
  'measuredDeparture',
  'plannedDwellMin',
  'measuredDwellMin',
  'state',
  'nearestM',
] as const;
const speedColumns = [
  'class',
  'speedKmPerH',
  'lowerQuartile',
  'upperQuartile',
  'nowKmPerH',
  'lengthKm',
  'drivingMin',
  'pieces',
] as const;

/** Both tables of the day as CSV. */
export function DrivenExport({ measured }: { readonly measured: MeasuredDay }) {
  const { t } = useTranslation();
  const app = useApp();
  const { day, report } = measured;
  const save = (key: string): void => {
    const name = `${key === 'stops' ? 'driven-stops' : 'driven-speeds'}-${day.day}.csv`;
    const stations = [report.scenario.depot, ...report.scenario.stations];
    const text =
      key === 'stops' && day.trip
        ? csvText(
            stopColumns.map((column) => t(`driven.export.stopHeaders.${column}`)),
            stopCells(day.trip, {
              nameOf: (id) => stations.find((station) => station.id === id)?.name ?? id,
              stateOf: (state) => t(`driven.export.states.${state}`),
              clock: (minutes) => (minutes === null ? '' : formatClock(minutes)),
            }),
          )
        : csvText(
            speedColumns.map((column) => t(`driven.export.speedHeaders.${column}`)),
            speedCells(day.classSpeeds ?? [], report.scenario.travel, (roadClass) =>
              t(`roads.classes.${roadClass}`),
            ),
          );
    app.ports.files.save(name, text, 'text/csv');
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'stops', label: t('driven.export.csv'), disabled: !day.trip },
          { key: 'speeds', label: t('driven.export.speedsCsv'), disabled: !day.classSpeeds },
        ],
        onClick: ({ key }) => save(key),
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<DownloadOutlined />}
        aria-label={t('driven.export.label')}
        title={t('driven.export.label')}
      />
    </Dropdown>
  );
}
