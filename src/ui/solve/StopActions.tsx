import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationId } from '../../core/model/ids.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { switchStopLock } from '../../state/commands/lockLines.ts';
import { judge, makeMove } from '../../state/commands/moveStops.ts';
import { lockOfLine, lockOfStop } from '../../state/edits/lockLines.ts';
import { useApp } from '../AppContext.tsx';
import { ArrowDownOutlined, ArrowUpOutlined, LockFilled, SwapOutlined, UnlockOutlined } from '../icons.tsx';

interface StopActionsProps {
  readonly report: Report;
  readonly scenario: Scenario;
  readonly line: PlannedLine;
  readonly at: number;
  readonly name: string;
  /** Opens the one menu of the timetable. */
  readonly onMove: (stationId: StationId, anchor: HTMLElement) => void;
}

/** Locking a stop to its line and moving it, by keyboard or mouse; what a move costs is shown before it is made. */
export function StopActions({ report, scenario, line, at, name, onMove }: StopActionsProps) {
  const { t } = useTranslation();
  const app = useApp();
  const stationId = line.stopIds[at]!;
  const number = report.plan.lines.indexOf(line) + 1;
  const isLocked = lockOfStop(scenario, line, stationId) !== null;
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
  return (
    <span className="stop-actions">
      <IconButton
        icon={isLocked ? <LockFilled /> : <UnlockOutlined />}
        label={isLocked ? t('solve.locks.unlockStop', { name }) : t('solve.locks.stop', { name, number })}
        title={isWhole ? t('solve.locks.wholeHint') : t('solve.locks.stopHint')}
        isPressed={isLocked}
        isDisabled={isWhole}
        onPress={() => switchStopLock(app, line, stationId)}
      />
      <IconButton
        icon={<ArrowUpOutlined />}
        label={t('solve.hand.up', { name })}
        isDisabled={at === 0 || isWhole}
        onPress={() => shift(at - 1)}
      />
      <IconButton
        icon={<ArrowDownOutlined />}
        label={t('solve.hand.down', { name })}
        isDisabled={at === line.stopIds.length - 1 || isWhole}
        onPress={() => shift(at + 1)}
      />
      <IconButton
        icon={<SwapOutlined />}
        label={t('solve.hand.move', { name })}
        isDisabled={isLocked || isWhole}
        hasMenu
        onPress={(anchor) => onMove(stationId, anchor)}
      />
    </span>
  );
}

interface IconButtonProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly title?: string;
  readonly isPressed?: boolean;
  readonly isDisabled: boolean;
  readonly hasMenu?: boolean;
  readonly onPress: (button: HTMLElement) => void;
}

/** Plain, as there are four in every row. */
function IconButton({ icon, label, title, isPressed, isDisabled, hasMenu, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button ${isPressed ? 'lock-on' : ''}`}
      aria-label={label}
      title={title ?? label}
      disabled={isDisabled}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      {...(hasMenu ? { 'aria-haspopup': 'menu' } : {})}
      onClick={(event) => onPress(event.currentTarget)}
    >
      {icon}
    </button>
  );
}
