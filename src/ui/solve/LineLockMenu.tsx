import { LockFilled, UnlockOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LineId } from '../../core/model/ids.ts';
import type { LockKind } from '../../core/model/lineRules.ts';
import type { Report } from '../../core/model/report.ts';
import { setLineLock } from '../../state/commands/lockLines.ts';
import { lockOfLine } from '../../state/edits/lockLines.ts';
import { useApp, useScenario } from '../AppContext.tsx';

const choices: readonly (LockKind | null)[] = ['line', 'sequence', 'stops', null];

/** How a line is locked: wholly, in its order, its stops together, or not. */
export function LineLockMenu({ report, lineId }: { readonly report: Report; readonly lineId: LineId }) {
  const { t } = useTranslation();
  const app = useApp();
  const scenario = useScenario();
  const index = report.plan.lines.findIndex((line) => line.id === lineId);
  const line = report.plan.lines[index];
  if (!line || !scenario || line.busLineId !== undefined) return null;
  const lock = lockOfLine(scenario, line);
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        selectable: true,
        selectedKeys: [lock?.keep ?? 'free'],
        items: choices.map((keep) => ({
          key: keep ?? 'free',
          label: t(`solve.locks.${keep ?? 'free'}`),
          onClick: ({ domEvent }) => {
            domEvent.stopPropagation();
            setLineLock(app, line, keep);
          },
        })),
      }}
    >
      <Button
        type="text"
        size="small"
        className={lock ? 'lock-on' : ''}
        icon={lock ? <LockFilled /> : <UnlockOutlined />}
        aria-label={t('solve.locks.lineOf', { number: index + 1 })}
        aria-haspopup="menu"
        data-lock={lock?.keep ?? 'free'}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
      />
    </Dropdown>
  );
}
