import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoveJudgement } from '../../core/evaluate/judgeMove.ts';
import type { StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { activeScenario } from '../../state/appState.ts';
import { makeMove, rankLines } from '../../state/commands/moveStops.ts';
import { useApp, useLanguage, useScenario } from '../AppContext.tsx';
import { PopMenu, type PopMenuItem } from '../PopMenu.tsx';
import { moveTitle, moveWords } from './moveWords.ts';

interface Opened {
  readonly stationId: StationId;
  readonly anchor: HTMLElement;
  /** null while the lines are being compared. */
  readonly ranked: readonly MoveJudgement[] | null;
}

/** What was done, and the lines it was said of. */
interface Said {
  readonly text: string;
  readonly handPlan: Scenario['handPlan'];
}

/**
 * One menu for all stops of a timetable: every line for a stop, ranked when it is opened. `said` tells of the last move
 * for as long as the lines it made are the scenario's: in other ones its number may be that of another line.
 */
export function useMoveMenu(report: Report, nameOf: (stationId: StationId) => string) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const onMove = useCallback(
    (stationId: StationId, anchor: HTMLElement): void => {
      setOpened({ stationId, anchor, ranked: null });
      void rankLines(report, stationId).then((ranked) =>
        setOpened((now) => (now?.stationId === stationId ? { ...now, ranked } : now)),
      );
    },
    [report],
  );
  const [lastSaid, setLastSaid] = useState<Said | null>(null);
  const scenario = useScenario();
  const said = lastSaid && lastSaid.handPlan === scenario?.handPlan ? lastSaid.text : '';
  if (!opened) return { onMove, menu: null, said };

  const name = nameOf(opened.stationId);
  const choose = (judged: MoveJudgement): void => {
    makeMove(app, judged);
    const placed = judged.plan.lines.findIndex((each) => each.stopIds.includes(opened.stationId));
    setLastSaid({
      text: t('solve.hand.moved', { name, number: placed + 1 }),
      handPlan: activeScenario(app)?.handPlan,
    });
  };
  const itemOf = (judged: MoveJudgement, index: number): PopMenuItem => {
    const words = moveWords(judged, report, t, language);
    return {
      key: `move-${index}`,
      label: (
        <span className="move-option">
          <strong>{moveTitle(judged, report, t)}</strong>
          <span>{[words.yuan, words.minutes].filter(Boolean).join(' · ')}</span>
          <span className={words.isOver ? 'move-over' : 'hint'}>{words.limits}</span>
        </span>
      ),
      onChoose: () => choose(judged),
    };
  };
  const waiting: PopMenuItem = {
    key: 'wait',
    label: t('solve.hand.judging'),
    isDisabled: true,
    onChoose: () => undefined,
  };
  const nowhere: PopMenuItem = { ...waiting, key: 'nowhere', label: t('solve.hand.nowhere') };
  const items = opened.ranked?.map(itemOf) ?? [waiting];
  const menu = (
    <PopMenu
      anchor={opened.anchor}
      label={t('solve.hand.move', { name })}
      items={items.length > 0 ? items : [nowhere]}
      onClose={() => setOpened(null)}
    />
  );
  return { onMove, menu, said };
}
