import { Button, Dropdown, type MenuProps, Tag } from 'antd';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineId, StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { formatHours, formatNumber, formatYuan } from '../../i18n/format.ts';
import { type HubWish, wishHub } from '../../state/commands/levels.ts';
import { useApp, useLanguage, useView } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { CaretDownOutlined, CaretRightOutlined, MoreOutlined } from '../icons.tsx';
import { lineColour } from '../theme.ts';
import { draggedStation, dragType } from './LevelTable.tsx';
import { type LevelGroup, townshipOf } from './levelTree.ts';

interface GroupRowProps {
  readonly group: LevelGroup;
  readonly scenario: Scenario;
  readonly report: Report | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onDropVillage: (stationId: StationId) => void;
  readonly onDropOnLine: (stationId: StationId, lineId: LineId) => void;
}

const wishes = ['hub', 'plain', 'candidate'] as const;

/** A hub, a township served from the depot, or what no line calls at. */
export function GroupRow(props: GroupRowProps) {
  const { group, scenario, report, isOpen, onToggle } = props;
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const [isOver, setOver] = useState(false);
  const selectedStationId = useView((view) => view.selectedStationId);
  const name = group.kind === 'waiting' ? t('levels.tree.waiting') : shortPlaceName(group.name);
  const isDropTarget = group.kind !== 'waiting';
  const wished: HubWish =
    group.hubState === 'hub' ? 'hub' : group.hubState === 'plain' ? 'plain' : 'candidate';
  const menu: MenuProps = {
    selectedKeys: [wished],
    items: wishes.map((wish) => ({
      key: wish,
      label: t(`levels.tree.wishes.${wish}`),
      disabled: wish === 'plain' && group.head === null,
    })),
    onClick: ({ key }) => {
      if (group.placeId === null) return;
      const places = new Map(scenario.places.map((place) => [place.id, place]));
      const villageIds = scenario.stations
        .filter(
          (station) => station.role === 'villageStation' && townshipOf(station, places) === group.placeId,
        )
        .map(({ id }) => id);
      const stationId = group.head?.stationId ?? null;
      wishHub(app, { placeId: group.placeId, stationId, villageIds }, key as HubWish);
    },
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    props.onDropVillage(draggedStation(event.dataTransfer));
  };
  const lineIndexes = [...new Set(group.villages.flatMap((village) => village.lineIndexes))].sort(
    (a, b) => a - b,
  );
  return (
    <tr
      className={`level-group ${isOver ? 'level-over' : ''} ${group.kind === 'waiting' ? 'level-waiting' : ''} ${group.head?.stationId === selectedStationId ? 'row-chosen' : ''}`}
      onDragOver={(event) => {
        if (!isDropTarget || !event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <th scope="rowgroup">
        <span className="level-name">
          <Button
            type="text"
            size="small"
            icon={isOpen ? <CaretDownOutlined /> : <CaretRightOutlined />}
            aria-expanded={isOpen}
            aria-label={t('levels.tree.open', { name, count: group.villages.length })}
            onClick={onToggle}
          />
          {group.head ? (
            <button
              type="button"
              className="link-button"
              data-station={group.head.stationId}
              aria-pressed={group.head.stationId === selectedStationId}
              onClick={() => app.view.selectStation(group.head?.stationId ?? null, null)}
            >
              {name}
            </button>
          ) : (
            <strong>{name}</strong>
          )}
          <span className="hint">{t('levels.tree.villages', { count: group.villages.length })}</span>
        </span>
        <span className="level-marks">
          {group.kind === 'waiting' ? null : (
            <Tag className={`hub-mark hub-${group.hubState}`}>
              {t(`levels.tree.states.${group.hubState}`)}
            </Tag>
          )}
          {group.openYuanPerDay === null ? null : (
            <span className="hint" data-open-yuan={group.openYuanPerDay}>
              {t('levels.tree.openYuan', { yuan: formatYuan(group.openYuanPerDay, language) })}
            </span>
          )}
          {lineIndexes.map((index) => (
            <LineChip
              key={index}
              index={index}
              onSelect={() => app.view.selectLine(report?.plan.lines[index]?.id ?? null)}
              onDropVillage={(stationId) => {
                const line = report?.plan.lines[index];
                if (line) props.onDropOnLine(stationId, line.id);
              }}
            />
          ))}
        </span>
      </th>
      <td className="number">{formatNumber(group.parcelsPerDay, language)}</td>
      <td />
      <td className="number">{formatHours(group.worstH, language)}</td>
      <td>
        {group.placeId === null ? null : (
          <Dropdown menu={menu} trigger={['click']} autoFocus>
            <Button
              type="text"
              size="small"
              icon={<MoreOutlined />}
              aria-label={t('levels.tree.hubMenu', { name })}
            />
          </Dropdown>
        )}
      </td>
    </tr>
  );
}

interface LineChipProps {
  readonly index: number;
  readonly onSelect: () => void;
  readonly onDropVillage: (stationId: StationId) => void;
}

/** A line that serves the group: a village dropped on it joins it. */
function LineChip({ index, onSelect, onDropVillage }: LineChipProps) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  return (
    <button
      type="button"
      className={`line-number line-number-button ${isOver ? 'level-over' : ''}`}
      style={{ background: lineColour(index) }}
      data-line-chip={index + 1}
      aria-label={t('lines.show', { number: index + 1 })}
      onClick={onSelect}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onDropVillage(draggedStation(event.dataTransfer));
      }}
    >
      {index + 1}
    </button>
  );
}
