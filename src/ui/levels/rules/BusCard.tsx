import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BusLine, hasAssumedTimetable } from '../../../core/model/buses.ts';
import type { Report } from '../../../core/model/report.ts';
import type { Scenario } from '../../../core/model/scenario.ts';
import { formatClock } from '../../../core/units.ts';
import { formatKm, formatNumber, formatYuan } from '../../../i18n/format.ts';
import { editScenario } from '../../../state/commands/editScenario.ts';
import { changeBusLine, readRuns, removeBusLine } from '../../../state/edits/busLines.ts';
import { byUser } from '../../../state/edits/networkRules.ts';
import { useApp, useLanguage } from '../../AppContext.tsx';
import { shortPlaceName } from '../../bilingual.ts';
import { Field } from '../../parameters/Field.tsx';
import { NumberField } from '../../parameters/NumberField.tsx';
import { AssumedTimetable } from '../../tables/AssumedTimetable.tsx';
import { busValues, stationsNear } from '../busValue.ts';

interface BusCardProps {
  readonly line: BusLine;
  readonly scenario: Scenario;
  readonly report: Report | null;
}

/** One bus line: timetable, room, fare, the villages at its stops and below which fare it pays. */
export function BusCard({ line, scenario, report }: BusCardProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const change = (part: Partial<BusLine>): void =>
    editScenario(app, 'buses', `${line.id}/${Object.keys(part).join()}`, (before) =>
      changeBusLine(before, line.id, part),
    );
  const nameOf = new Map(scenario.stations.map((station) => [station.id, shortPlaceName(station.name)]));
  const values = report ? busValues(report, line) : [];
  const near = report ? stationsNear(report, line) : [];
  return (
    <article className="rules-card" data-bus={line.id}>
      <header>
        <strong>{line.name}</strong>
        {hasAssumedTimetable(line) ? <AssumedTimetable source={line.timetable?.source ?? ''} /> : null}
        <Button
          size="small"
          onClick={() =>
            editScenario(app, 'buses', `${line.id}/remove`, (before) => removeBusLine(before, line.id))
          }
        >
          {t('levels.rules.buses.remove')}
        </Button>
      </header>
      <RunsField key={line.runs.map((run) => run.departureClockMin).join()} line={line} onChange={change} />
      <Field label={t('levels.rules.buses.spare')}>
        <NumberField
          aria-label={`${line.name} ${t('levels.rules.buses.spare')}`}
          min={0}
          max={2000}
          precision={0}
          value={line.spareParcelsPerRun.value}
          onCommit={(parcels) =>
            change({ spareParcelsPerRun: byUser(parcels, line.spareParcelsPerRun.source) })
          }
        />
      </Field>
      <Field label={t('levels.rules.buses.fare')}>
        <NumberField
          aria-label={`${line.name} ${t('levels.rules.buses.fare')}`}
          min={0}
          max={50}
          step={0.1}
          value={line.yuanPerParcel.value}
          onCommit={(yuan) => change({ yuanPerParcel: byUser(yuan, line.yuanPerParcel.source) })}
        />
      </Field>
      <table className="plain-table rules-table">
        <caption>{t('levels.rules.buses.breakEven')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('levels.rules.buses.stop')}</th>
            <th scope="col" className="number">
              {t('levels.rules.buses.after')}
            </th>
            <th scope="col" className="number">
              {t('levels.rules.buses.detour')}
            </th>
            <th scope="col" className="number">
              {t('levels.rules.buses.paysBelow')}
            </th>
            <th scope="col">{t('levels.rules.buses.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {line.calls.map((call) => {
            const value = values.find(({ stationId }) => stationId === call.stationId);
            const verdict = !value
              ? 'notDriven'
              : value.fareYuanPerParcel <= value.kmYuanPerParcel
                ? 'pays'
                : value.fareYuanPerParcel <= value.lineYuanPerParcel
                  ? 'depends'
                  : 'never';
            return (
              <tr key={call.stationId}>
                <th scope="row">{nameOf.get(call.stationId) ?? call.stationId}</th>
                <td className="number">{formatNumber(call.offsetMin, language)}</td>
                <td className="number">{formatKm(value?.detourKm, language)}</td>
                <td className="number">
                  {value
                    ? `${formatYuan(value.kmYuanPerParcel, language)}–${formatYuan(value.lineYuanPerParcel, language)}`
                    : t('format.none')}
                </td>
                <td>{t(`levels.rules.buses.verdicts.${verdict}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="hint">
        {t('levels.rules.buses.near', {
          count: near.length,
          names: near
            .slice(0, 8)
            .map(({ stationId, km }) => `${nameOf.get(stationId)} ${formatKm(km, language)}`)
            .join(' · '),
        })}
      </p>
    </article>
  );
}

interface RunsFieldProps {
  readonly line: BusLine;
  readonly onChange: (part: Partial<BusLine>) => void;
}

/** Departures typed as clock times; taken over when the field is left or Enter is pressed. */
function RunsField({ line, onChange }: RunsFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(() =>
    line.runs.map((run) => formatClock(run.departureClockMin)).join(' '),
  );
  const runs = readRuns(text, line.runs);
  const isWrong = runs === null || runs.length === 0;
  const commit = (): void => {
    if (!isWrong) onChange({ runs });
  };
  return (
    <Field
      label={t('levels.rules.buses.runs')}
      {...(isWrong ? { hint: t('levels.rules.buses.runsWrong') } : {})}
    >
      <Input
        aria-label={`${line.name} ${t('levels.rules.buses.runs')}`}
        aria-invalid={isWrong}
        status={isWrong ? 'error' : ''}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onPressEnter={commit}
      />
    </Field>
  );
}
