import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineId } from '../../core/model/ids.ts';
import type { LockKind } from '../../core/model/lineRules.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { Report } from '../../core/model/report.ts';
import { setLineLock } from '../../state/commands/lockLines.ts';
import { lockOfLine } from '../../state/edits/lockLines.ts';
import { useApp, useScenario } from '../AppContext.tsx';
import { LockFilled, UnlockOutlined } from '../icons.tsx';
import { PopMenu } from '../PopMenu.tsx';

const choices: readonly (LockKind | null)[] = ['line', 'sequence', 'stops', null];

export type OpenLineLock = (lineId: LineId, anchor: HTMLElement) => void;

interface LineLockProps {
  readonly report: Report;
  readonly lineId: LineId;
}

const lineOf = ({ plan }: Report, lineId: LineId): PlannedLine | null =>
  plan.lines.find((line) => line.id === lineId && line.busLineId === undefined) ?? null;

/** How a line is locked, in its row; pressing it opens the one menu of the table. */
export function LineLockButton({
  report,
  lineId,
  onOpen,
}: LineLockProps & { readonly onOpen: OpenLineLock }) {
  const { t } = useTranslation();
  const scenario = useScenario();
  const line = lineOf(report, lineId);
  if (!line || !scenario) return null;
  const lock = lockOfLine(scenario, line);
  return (
    <button
      type="button"
      className={`icon-button ${lock ? 'lock-on' : ''}`}
      aria-label={t('solve.locks.lineOf', { number: report.plan.lines.indexOf(line) + 1 })}
      aria-haspopup="menu"
      data-lock={lock?.keep ?? 'free'}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(lineId, event.currentTarget);
      }}
    >
      {lock ? <LockFilled /> : <UnlockOutlined />}
    </button>
  );
}

interface Opened {
  readonly lineId: LineId;
  readonly anchor: HTMLElement;
}

/** The menu of all rows: wholly locked, in its order, its stops together, or not. */
export function useLineLockMenu(report: Report) {
  const { t } = useTranslation();
  const app = useApp();
  const scenario = useScenario();
  const [opened, setOpened] = useState<Opened | null>(null);
  const line = opened && lineOf(report, opened.lineId);
  const onOpen = useCallback<OpenLineLock>((lineId, anchor) => setOpened({ lineId, anchor }), []);
  const menu =
    opened && line && scenario ? (
      <PopMenu
        anchor={opened.anchor}
        label={t('solve.locks.lineOf', { number: report.plan.lines.indexOf(line) + 1 })}
        items={choices.map((keep) => ({
          key: keep ?? 'free',
          label: t(`solve.locks.${keep ?? 'free'}`),
          isChosen: (lockOfLine(scenario, line)?.keep ?? null) === keep,
          onChoose: () => setLineLock(app, line, keep),
        }))}
        onClose={() => setOpened(null)}
      />
    ) : null;
  return { onOpen, menu };
}
