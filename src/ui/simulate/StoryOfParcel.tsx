import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationId } from '../../core/model/ids.ts';
import type { ParcelStory, StoryStep } from '../../core/model/parcelStory.ts';
import { formatClock, minPerDay } from '../../core/units.ts';
import { formatDuration } from '../../i18n/format.ts';
import { tellStory } from '../../state/commands/simulate.ts';
import { addDays } from '../../state/simulationChoices.ts';
import type { Simulation } from '../../state/simulations.ts';
import { useApp } from '../AppContext.tsx';
import { lineNumber } from './stationLines.ts';

interface StoryProps {
  readonly simulation: Simulation;
  readonly stationId: StationId;
  readonly bornDay: number;
  readonly waveIndex: number;
}

interface Told {
  readonly key: string;
  readonly story: ParcelStory | null;
}

/** The way of the slowest parcel of a wave, stretch by stretch with its reasons; the stretches add up to its time. */
export function StoryOfParcel({ simulation, stationId, bornDay, waveIndex }: StoryProps) {
  const { t } = useTranslation();
  const app = useApp();
  const key = `${stationId}/${bornDay}/${waveIndex}`;
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    let isWanted = true;
    void tellStory(app, simulation, { stationId, replication: 0, bornDay, waveIndex }).then((story) => {
      if (isWanted) setTold({ key: `${stationId}/${bornDay}/${waveIndex}`, story });
    });
    return () => {
      isWanted = false;
    };
  }, [app, simulation, stationId, bornDay, waveIndex]);
  if (told?.key !== key) {
    return (
      <p className="hint" role="status">
        {t('simulate.why.running')}
      </p>
    );
  }
  const { story } = told;
  if (!story) return <p className="hint">{t('simulate.why.failed')}</p>;
  return (
    <ol className="why-steps">
      <li className="why-step why-step-arrived">
        <When atMin={story.bornMin} startDate={simulation.startDate} />
        <span>{t('simulate.why.steps.arrived')}</span>
      </li>
      {story.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other identity
        <Stretch key={index} step={step} simulation={simulation} />
      ))}
    </ol>
  );
}

function Stretch({ step, simulation }: { readonly step: StoryStep; readonly simulation: Simulation }) {
  const { t } = useTranslation();
  const line = lineNumber(simulation.report.plan, step.lineId);
  const reasons = step.reasons.map((reason) => t(`simulate.why.story.${reason}`));
  return (
    <li className={`why-step why-step-${step.step}`}>
      <When atMin={step.atMin} startDate={simulation.startDate} />
      <span>
        {t(`simulate.why.steps.${step.step}`, { line })}{' '}
        <span className="hint">
          {t('simulate.why.waited', { duration: formatDuration(step.minutes) })}{' '}
          {reasons.join(t('simulate.why.and'))}
        </span>
      </span>
    </li>
  );
}

function When({ atMin, startDate }: { readonly atMin: number; readonly startDate: string }) {
  const day = Math.floor(atMin / minPerDay);
  return (
    <time>
      {addDays(startDate, day).slice(5)} {formatClock(Math.round(atMin - day * minPerDay))}
    </time>
  );
}
