import { Button, Dropdown, type MenuProps } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineId, StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import { formatHours, formatNumber } from '../../i18n/format.ts';
import { moveStationToLine, moveToHub } from '../../state/commands/levels.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { MoreOutlined } from '../icons.tsx';
import { lineColour } from '../theme.ts';
import { dragType } from './LevelTable.tsx';
import { type LevelGroup, type LevelNode, otherLinesFor } from './levelTree.ts';

interface VillageRowProps {
  readonly village: LevelNode;
  readonly group: LevelGroup;
  readonly groups: readonly LevelGroup[];
  readonly report: Report | null;
  readonly isSelected: boolean;
}

/** Late against the promise of two days. */
const promisedH = 48;

export const VillageRow = memo(function VillageRow(props: VillageRowProps) {
  const { village, group, groups, report, isSelected } = props;
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const name = shortPlaceName(village.name);
  const firstLine = report?.plan.lines[village.lineIndexes[0] ?? -1];
  return (
    <tr
      className={`level-village ${isSelected ? 'row-chosen' : ''}`}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, village.stationId);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <th scope="row">
        <span className="level-name">
          <button
            type="button"
            className="link-button level-pick"
            data-station={village.stationId}
            aria-pressed={isSelected}
            onClick={() => app.view.selectStation(village.stationId, firstLine?.id ?? null)}
          >
            {name}
          </button>
          {village.lineIndexes.map((index) => (
            <span key={index} className="line-number" style={{ background: lineColour(index) }}>
              {index + 1}
            </span>
          ))}
        </span>
      </th>
      <td className="number">{formatNumber(village.parcelsPerDay, language)}</td>
      <td className="number">{formatNumber(village.daysPerWeek, language, 1)}</td>
      <td className={`number ${village.worstH !== null && village.worstH > promisedH ? 'is-late' : ''}`}>
        {formatHours(village.worstH, language)}
      </td>
      <td>
        <Dropdown menu={useMoveMenu(village, group, groups, report)} trigger={['click']} autoFocus>
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={t('levels.tree.moveMenu', { name })}
          />
        </Dropdown>
      </td>
    </tr>
  );
});

/** Where a village may go: to another hub, to the depot, or to another line from where it is supplied now. */
function useMoveMenu(
  village: LevelNode,
  group: LevelGroup,
  groups: readonly LevelGroup[],
  report: Report | null,
): MenuProps {
  const { t } = useTranslation();
  const app = useApp();
  const ownHubId = group.kind === 'hub' ? (group.head?.stationId ?? null) : null;
  const hubs = groups.filter((each) => each.kind === 'hub' && each.head && each.head.stationId !== ownHubId);
  const lineIds = report ? otherLinesFor(report, village.stationId) : [];
  return {
    items: [
      ...(ownHubId === null ? [] : [{ key: 'depot', label: t('levels.tree.toDepot') }]),
      ...hubs.map((hub) => ({
        key: `hub ${hub.head!.stationId}`,
        label: t('levels.tree.toHub', { name: shortPlaceName(hub.name) }),
      })),
      ...(lineIds.length > 0 && hubs.length + (ownHubId === null ? 0 : 1) > 0
        ? [{ type: 'divider' as const }]
        : []),
      ...lineIds.map((lineId) => ({
        key: `line ${lineId}`,
        label: t('levels.tree.toLine', {
          number: (report?.plan.lines.findIndex((line) => line.id === lineId) ?? 0) + 1,
        }),
      })),
    ],
    onClick: ({ key }) => {
      const [kind, id] = key.split(/ (.*)/u);
      if (kind === 'line' && report) moveStationToLine(app, report, village.stationId, id as LineId);
      else moveToHub(app, [village.stationId], kind === 'hub' ? (id as StationId) : null);
    },
  };
}
