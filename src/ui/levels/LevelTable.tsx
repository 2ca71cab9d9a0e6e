import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineId, StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { formatNumber } from '../../i18n/format.ts';
import { moveStationToLine, moveToHub } from '../../state/commands/levels.ts';
import { useApp, useLanguage, useView } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { GroupRow } from './GroupRow.tsx';
import { type LevelGroup, levelTree } from './levelTree.ts';
import { VillageRow } from './VillageRow.tsx';

interface LevelTableProps {
  readonly scenario: Scenario;
  readonly report: Report | null;
}

/** What villages are dragged as; other things dropped here are left alone. */
export const dragType = 'application/x-cuntong-station';
export const draggedStation = (data: DataTransfer): StationId => data.getData(dragType) as StationId;

/** The tree of levels as a table; a village is dragged to a hub or line, or moved by its menu. */
export function LevelTable({ scenario, report }: LevelTableProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const groups = useMemo(() => levelTree(scenario, report), [scenario, report]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set());
  const selectedStationId = useView((view) => view.selectedStationId);
  const holder = useRef<HTMLDivElement>(null);

  // A station chosen on the map is shown here too.
  const selectedKey = groups.find((group) =>
    group.villages.some(({ stationId }) => stationId === selectedStationId),
  )?.key;
  useEffect(() => {
    if (selectedKey !== undefined) setOpened((before) => new Set([...before, selectedKey]));
  }, [selectedKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is there only once its group is open
  useEffect(() => {
    if (selectedStationId === null) return;
    holder.current
      ?.querySelector(`[data-station="${CSS.escape(selectedStationId)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [selectedStationId, opened]);

  const toggle = (key: string): void =>
    setOpened(
      (before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]),
    );
  const onDropOnGroup = (stationId: StationId, group: LevelGroup): void =>
    moveToHub(app, [stationId], group.kind === 'hub' ? (group.head?.stationId ?? null) : null);
  const onDropOnLine = (stationId: StationId, lineId: LineId): void => {
    if (report) moveStationToLine(app, report, stationId, lineId);
  };
  const parcels = groups.reduce((sum, group) => sum + group.parcelsPerDay, 0);
  return (
    <>
      <p className="hint">{t('levels.tree.hint')}</p>
      <div ref={holder} className="level-holder">
        <ScrollRegion className="plain-table-scroll" label={t('levels.tree.title')}>
          <table className="plain-table level-table">
            <thead>
              <tr>
                <th scope="col">{t('levels.tree.place')}</th>
                <th scope="col" className="number">
                  {t('levels.tree.parcels')}
                </th>
                <th scope="col" className="number">
                  {t('levels.tree.days')}
                </th>
                <th scope="col" className="number">
                  {t('levels.tree.hours')}
                </th>
                <th scope="col">
                  <span className="sr-only">{t('levels.tree.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <tr className="level-county">
                <th scope="row">{shortPlaceName(scenario.depot.name)}</th>
                <td className="number">{formatNumber(parcels, language)}</td>
                <td />
                <td />
                <td />
              </tr>
            </tbody>
            {groups.map((group) => {
              const isOpen = opened.has(group.key);
              return (
                <tbody key={group.key} data-group={group.key}>
                  <GroupRow
                    group={group}
                    scenario={scenario}
                    isOpen={isOpen}
                    onToggle={() => toggle(group.key)}
                    onDropVillage={(stationId) => onDropOnGroup(stationId, group)}
                    onDropOnLine={onDropOnLine}
                    report={report}
                  />
                  {isOpen
                    ? group.villages.map((village) => (
                        <VillageRow
                          key={village.stationId}
                          village={village}
                          group={group}
                          groups={groups}
                          report={report}
                          isSelected={village.stationId === selectedStationId}
                        />
                      ))
                    : null}
                </tbody>
              );
            })}
          </table>
        </ScrollRegion>
      </div>
    </>
  );
}
