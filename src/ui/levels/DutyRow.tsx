import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import { useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { lineColour } from '../theme.ts';
import { DutyBar } from './DutyBar.tsx';
import type { TimeAxis } from './timeAxis.ts';
import type { DutyDay, TimelineRow } from './timeline.ts';

export const rowHeightPx = 26;
export const labelWidthPx = 158;

interface DutyRowProps {
  readonly row: TimelineRow;
  readonly report: Report;
  readonly axis: TimeAxis;
  /** What each bar says, by its key. */
  readonly labels: ReadonlyMap<string, string>;
  /** The bar the tab key leads to, where it is one of this row. */
  readonly tabKey: string | null;
  readonly selectedLineId: LineId | null;
  readonly litLineId: LineId | null;
}

/** One duty or line over the days shown. */
export const DutyRow = memo(function DutyRow(props: DutyRowProps) {
  const { row, report, axis, labels, tabKey, selectedLineId, litLineId } = props;
  return (
    <div
      className={`duty-row ${row.bars.some((bar) => bar.line.id === litLineId) ? 'duty-row-lit' : ''}`}
      style={{ height: rowHeightPx }}
    >
      <RowLabel row={row} report={report} />
      <div className="duty-track" style={{ width: axis.widthPx }}>
        {row.dutyDays.map((dutyDay) => (
          <WaitsAndOvertime key={dutyDay.day} dutyDay={dutyDay} axis={axis} />
        ))}
        {row.bars.map((bar) => (
          <DutyBar
            key={bar.key}
            bar={bar}
            leftPx={axis.xOf(bar.day, bar.startClockMin)}
            widthPx={(bar.endClockMin - bar.startClockMin) * axis.pxPerMin}
            label={labels.get(bar.key) ?? ''}
            isTabStop={bar.key === tabKey}
            isSelected={bar.line.id === selectedLineId}
            isDimmed={litLineId !== null && bar.line.id !== litLineId}
          />
        ))}
      </div>
    </div>
  );
});

function WaitsAndOvertime({ dutyDay, axis }: { readonly dutyDay: DutyDay; readonly axis: TimeAxis }) {
  const { day, waits, overtimeFromMin, endClockMin } = dutyDay;
  return (
    <>
      {waits.map((wait) => (
        <i
          key={wait.fromMin}
          className={wait.isPaid ? 'duty-wait' : 'duty-wait duty-wait-own'}
          style={{ left: axis.xOf(day, wait.fromMin), width: (wait.toMin - wait.fromMin) * axis.pxPerMin }}
        />
      ))}
      {overtimeFromMin === null ? null : (
        <i
          className="duty-overtime"
          style={{
            left: axis.xOf(day, overtimeFromMin),
            width: (endClockMin - overtimeFromMin) * axis.pxPerMin,
          }}
        />
      )}
    </>
  );
}

function RowLabel({ row, report }: { readonly row: TimelineRow; readonly report: Report }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const vehicle = report.scenario.vehicleTypes.find((type) => type.id === row.vehicleTypeId);
  const isDuty = row.key.startsWith('duty-');
  return (
    <div className="duty-label" style={{ width: labelWidthPx }}>
      <strong>{t(isDuty ? 'levels.duties.duty' : 'levels.duties.line', { number: row.index + 1 })}</strong>
      {isDuty
        ? row.lineIndexes.map((index) => (
            <span key={index} className="line-number" style={{ background: lineColour(index) }}>
              {index + 1}
            </span>
          ))
        : null}
      <span className="duty-vehicle">{vehicle ? nameIn(vehicle.name, language) : ''}</span>
    </div>
  );
}
