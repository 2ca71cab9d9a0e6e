import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoveJudgement } from '../../core/evaluate/judgeMove.ts';
import type { StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { formatTime } from '../../i18n/format.ts';
import { makeMove, rankLines } from '../../state/commands/moveStops.ts';
import { applyRelaxation, type Relaxation, relaxationsFor } from '../../state/commands/relax.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { nameIn, shortPlaceName } from '../bilingual.ts';
import { moveTitle, moveWords, yuanWords } from './moveWords.ts';

interface UnservedProps {
  readonly report: Report | null;
  readonly scenario: Scenario;
}

/** Stops without a line: why, what would serve them and at what cost; one click does it. */
export function UnservedSection({ report, scenario }: UnservedProps) {
  const { t } = useTranslation();
  const unserved = report?.plan.unserved ?? [];
  return (
    <section className="solve-section" aria-label={t('solve.explain.title')}>
      <h3>{t('solve.explain.title')}</h3>
      {report && unserved.length > 0 ? (
        <ul className="unserved-list">
          {unserved.map(({ stationId }) => (
            <UnservedStop key={stationId} report={report} scenario={scenario} stationId={stationId} />
          ))}
        </ul>
      ) : (
        <p className="hint">{t('solve.explain.none')}</p>
      )}
    </section>
  );
}

const shownPlaces = 3;

function UnservedStop({
  report,
  scenario,
  stationId,
}: {
  readonly report: Report;
  readonly scenario: Scenario;
  readonly stationId: StationId;
}) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const [ranked, setRanked] = useState<readonly MoveJudgement[] | null>(null);
  useEffect(() => {
    let isGone = false;
    setRanked(null);
    void rankLines(report, stationId).then((found) => {
      if (!isGone) setRanked(found);
    });
    return () => {
      isGone = true;
    };
  }, [report, stationId]);
  const reason = report.plan.unserved.find((each) => each.stationId === stationId)?.reason ?? 'byHand';
  const station = scenario.stations.find(({ id }) => id === stationId);
  const relaxations = ranked ? relaxationsFor(scenario, report, stationId, ranked) : [];
  const vehicleName = (id: string): string => {
    const type = scenario.vehicleTypes.find((each) => each.id === id);
    return type ? nameIn(type.name, language) : id;
  };
  const relaxationWords = ({ kind, params, vehicleTypeId }: Relaxation): string => {
    const { count = 0, km = 0, hours = 0, minutes = 0 } = params;
    const name = vehicleTypeId ? vehicleName(vehicleTypeId) : '';
    const clock = formatTime(params.clockMin);
    return t(`solve.explain.relax.${kind}`, { count, km, hours, minutes, clock, name });
  };
  return (
    <li data-unserved={stationId}>
      <Button type="link" size="small" onClick={() => app.view.selectStation(stationId, null)}>
        {station ? shortPlaceName(station.name) : stationId}
      </Button>
      <span>{t(`unserved.reasons.${reason}`)}</span>
      {relaxations.map((relaxation) => (
        <span className="remedy" key={relaxation.kind}>
          <span>
            {relaxationWords(relaxation)}{' '}
            {relaxation.addedYuanPerDay === undefined ? null : (
              <span className="hint">{yuanWords(relaxation.addedYuanPerDay, t, language)}</span>
            )}
          </span>
          <Button size="small" onClick={() => applyRelaxation(app, relaxation, stationId)}>
            {t('solve.explain.apply')}
          </Button>
        </span>
      ))}
      {(ranked ?? []).slice(0, shownPlaces).map((judged) => {
        const words = moveWords(judged, report, t, language);
        const title = moveTitle(judged, report, t);
        return (
          <span className="remedy" key={title}>
            <span>
              {title}: {words.yuan}{' '}
              <span className={words.isOver ? 'move-over' : 'hint'}>{words.limits}</span>
            </span>
            <Button size="small" onClick={() => makeMove(app, judged)}>
              {t('solve.explain.apply')}
            </Button>
          </span>
        );
      })}
    </li>
  );
}
