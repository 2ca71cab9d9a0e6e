import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  LockFilled,
  SwapOutlined,
  UnlockOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoveJudgement } from '../../core/evaluate/judgeMove.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { switchStopLock } from '../../state/commands/lockLines.ts';
import { judge, makeMove, rankLines } from '../../state/commands/moveStops.ts';
import { lockOfLine, lockOfStop } from '../../state/edits/lockLines.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { moveWords } from './moveWords.ts';

interface StopActionsProps {
  readonly report: Report;
  readonly scenario: Scenario;
  readonly line: PlannedLine;
  readonly at: number;
  readonly name: string;
  readonly onSay: (text: string) => void;
}

/** Locking a stop to its line and moving it, by keyboard or mouse; what a move costs is shown before it is made. */
export function StopActions({ report, scenario, line, at, name, onSay }: StopActionsProps) {
  const { t } = useTranslation();
  const app = useApp();
  const stationId = line.stopIds[at]!;
  const number = report.plan.lines.indexOf(line) + 1;
  const lock = lockOfStop(scenario, line, stationId);
  const isLocked = lock !== null;
  const isWhole = (lockOfLine(scenario, line)?.keep ?? 'stops') !== 'stops';
  const shift = (position: number): void =>
    makeMove(
      app,
      judge(report, {
        stationId,
        fromLineId: line.id,
        target: { kind: 'line', lineId: line.id, position },
      }),
    );
  const lockText = isLocked ? t('solve.locks.unlockStop', { name }) : t('solve.locks.stop', { name, number });
  return (
    <span className="stop-actions">
      <Tooltip title={isWhole ? '' : t('solve.locks.stopHint')}>
        <Button
          type="text"
          size="small"
          className={isLocked ? 'lock-on' : ''}
          icon={isLocked ? <LockFilled /> : <UnlockOutlined />}
          aria-label={lockText}
          aria-pressed={isLocked}
          disabled={isWhole}
          onClick={() => switchStopLock(app, line, stationId)}
        />
      </Tooltip>
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined />}
        aria-label={t('solve.hand.up', { name })}
        disabled={at === 0 || isWhole}
        onClick={() => shift(at - 1)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined />}
        aria-label={t('solve.hand.down', { name })}
        disabled={at === line.stopIds.length - 1 || isWhole}
        onClick={() => shift(at + 1)}
      />
      <MoveMenu
        report={report}
        line={line}
        at={at}
        name={name}
        onSay={onSay}
        isDisabled={isLocked || isWhole}
      />
    </span>
  );
}

type MoveMenuProps = Pick<StopActionsProps, 'report' | 'line' | 'at' | 'name' | 'onSay'> & {
  readonly isDisabled: boolean;
};

/** All lines for a stop, ranked when the menu opens. */
function MoveMenu({ report, line, at, name, onSay, isDisabled }: MoveMenuProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const stationId = line.stopIds[at]!;
  const [ranked, setRanked] = useState<readonly MoveJudgement[] | null>(null);
  const choose = (judged: MoveJudgement): void => {
    makeMove(app, judged);
    const placed = judged.plan.lines.findIndex((each) => each.stopIds.includes(stationId));
    onSay(t('solve.hand.moved', { name, number: placed + 1 }));
  };
  const items = ranked
    ? ranked.map((judged, index) => {
        const words = moveWords(judged, report, t, language);
        const { target } = judged.move;
        const title =
          target.kind === 'line'
            ? t('solve.hand.toLine', {
                number: report.plan.lines.findIndex((each) => each.id === target.lineId) + 1,
              })
            : t('solve.hand.toNewLine');
        return {
          key: String(index),
          label: (
            <span className="move-option" data-move={index}>
              <strong>{title}</strong>
              <span>
                {words.yuan} · {words.minutes}
              </span>
              <span className={words.isOver ? 'move-over' : 'hint'}>{words.limits}</span>
            </span>
          ),
          onClick: () => choose(judged),
        };
      })
    : [{ key: 'wait', label: t('solve.hand.judging'), disabled: true }];
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      disabled={isDisabled}
      menu={{ items, className: 'move-menu' }}
      onOpenChange={(isOpen) => {
        if (!isOpen) return;
        setRanked(null);
        void rankLines(report, stationId).then(setRanked);
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<SwapOutlined />}
        aria-label={t('solve.hand.move', { name })}
        aria-haspopup="menu"
      />
    </Dropdown>
  );
}
