import { Alert, Button, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import { formatKm, formatNumber, formatTime } from '../../i18n/format.ts';
import { applyCalibration, compareLine } from '../../state/commands/calibrate.ts';
import { useApp, useLanguage, useShownResult } from '../AppContext.tsx';
import { NumberInput } from '../NumberInput.tsx';
import { parseClock } from './DepartureFields.tsx';
import { Field } from './Field.tsx';

/** "This line really takes so long": all speeds follow from it. */
export function CalibrateButton() {
  const { t } = useTranslation();
  const { report } = useShownResult();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button block disabled={!report} onClick={() => setOpen(true)}>
        {t('roads.calibrate.open')}
      </Button>
      <Drawer open={isOpen} onClose={() => setOpen(false)} size={400} title={t('roads.calibrate.title')}>
        {report && isOpen ? <CalibrateForm report={report} onApplied={() => setOpen(false)} /> : null}
      </Drawer>
    </>
  );
}

interface CalibrateFormProps {
  readonly report: Report;
  readonly onApplied: () => void;
}

function CalibrateForm({ report, onApplied }: CalibrateFormProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { lines } = report.plan;
  const [lineId, setLineId] = useState<LineId | null>(lines[0]?.id ?? null);
  const line = lines.find((each) => each.id === lineId);
  const trip = report.evaluation.lines.find((each) => each.lineId === lineId)?.trips[0];
  const [lengthKm, setLengthKm] = useState<number | null>(null);
  const [start, setStart] = useState('');
  const [end, setEnd] = useState('');
  const [stopCount, setStopCount] = useState<number | null>(null);
  const [dwellMin, setDwellMin] = useState<number | null>(null);

  const startClockMin = parseClock(start || formatTime(trip?.departureClockMin));
  const endClockMin = parseClock(end);
  const stops = stopCount ?? line?.stopIds.length ?? 0;
  const eachMin = dwellMin ?? (trip && stops > 0 ? Math.round(trip.dwellMin / stops) : 0);
  const known =
    lineId !== null && lengthKm !== null && startClockMin !== null && endClockMin !== null
      ? { lengthKm, startClockMin, endClockMin, stopCount: stops, dwellMin: eachMin }
      : null;
  const found = known && lineId !== null ? compareLine(report, lineId, known) : null;
  const factorText = found?.ok ? formatNumber(found.value.speedFactor, language, 2) : '';
  const apply = (): void => {
    if (!found?.ok || !known) return;
    const source = t('roads.calibrate.source', {
      km: formatKm(known.lengthKm, language),
      start: formatTime(known.startClockMin),
      end: formatTime(known.endClockMin),
      stops: known.stopCount,
    });
    applyCalibration(app, found.value.speedFactor, source);
    onApplied();
  };
  return (
    <div className="roads-section">
      <p className="hint">{t('roads.calibrate.hint')}</p>
      <Field label={t('roads.calibrate.line')}>
        <Select
          className="wide"
          aria-label={t('roads.calibrate.line')}
          value={lineId}
          options={lines.map(({ id }, index) => {
            const drive = report.evaluation.lines.find((each) => each.lineId === id)?.trips[0];
            const km = formatKm(drive?.lengthKm, language);
            const minutes = formatNumber(drive?.drivingMin, language);
            return { value: id, label: t('roads.calibrate.lineOption', { number: index + 1, km, minutes }) };
          })}
          onChange={setLineId}
        />
      </Field>
      <Field label={t('roads.calibrate.lengthKm')}>
        <NumberInput
          className="wide"
          aria-label={t('roads.calibrate.lengthKm')}
          min={0.1}
          value={lengthKm}
          placeholder={formatKm(trip && trip.lengthKm - (trip.morning ? trip.returnLegKm : 0), language)}
          onChange={setLengthKm}
        />
      </Field>
      <Field label={t('roads.calibrate.start')}>
        <Input
          aria-label={t('roads.calibrate.start')}
          value={start}
          placeholder={formatTime(trip?.departureClockMin)}
          status={startClockMin === null ? 'error' : ''}
          onChange={(event) => setStart(event.target.value)}
        />
      </Field>
      <Field label={t('roads.calibrate.end')}>
        <Input
          aria-label={t('roads.calibrate.end')}
          value={end}
          placeholder={formatTime(trip?.returnClockMin)}
          status={end !== '' && endClockMin === null ? 'error' : ''}
          onChange={(event) => setEnd(event.target.value)}
        />
      </Field>
      <Field label={t('roads.calibrate.stops')}>
        <NumberInput
          className="wide"
          aria-label={t('roads.calibrate.stops')}
          min={0}
          precision={0}
          value={stops}
          onChange={setStopCount}
        />
      </Field>
      <Field label={t('roads.calibrate.dwellMin')}>
        <NumberInput
          className="wide"
          aria-label={t('roads.calibrate.dwellMin')}
          min={0}
          value={eachMin}
          onChange={setDwellMin}
        />
      </Field>
      {found && !found.ok ? (
        <Alert
          type="warning"
          showIcon
          title={found.issues.map(({ code }) => t(`issues.${code}.cause`)).join(' ')}
          description={found.issues.map(({ code }) => t(`issues.${code}.action`)).join(' ')}
        />
      ) : null}
      {found?.ok ? (
        <>
          <p role="status">
            {t('roads.calibrate.result', {
              speed: formatNumber(found.value.speedKmPerH, language, 1),
              factor: factorText,
              lengthFactor: formatNumber(found.value.lengthFactor, language, 2),
            })}
          </p>
          <Button type="primary" block onClick={apply}>
            {t('roads.calibrate.apply', { factor: factorText })}
          </Button>
        </>
      ) : null}
    </div>
  );
}
