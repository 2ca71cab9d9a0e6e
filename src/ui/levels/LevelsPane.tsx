import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScenario, useShownResult } from '../AppContext.tsx';
import { RoomPane } from '../RoomPane.tsx';
import { StaleMark } from '../StaleMark.tsx';
import { LevelTable } from './LevelTable.tsx';
import { RulesPanel } from './rules/RulesPanel.tsx';

/** County, hubs and villages: who is supplied from where, and the rules the network is drawn up by. */
export function LevelsPane() {
  const { t } = useTranslation();
  const scenario = useScenario();
  const { report, isStale } = useShownResult();
  const [part, setPart] = useState<'tree' | 'rules'>('tree');
  const ownReport = report?.scenario.id === scenario?.id ? report : null;
  return (
    <RoomPane title={t('levels.title')} extra={<StaleMark isStale={isStale} />}>
      {scenario ? (
        <div className="room-body levels-body">
          <Segmented
            block
            aria-label={t('levels.parts')}
            value={part}
            options={[
              { value: 'tree', label: t('levels.tree.title') },
              { value: 'rules', label: t('levels.rules.title') },
            ]}
            onChange={setPart}
          />
          {part === 'tree' ? (
            <LevelTable scenario={scenario} report={ownReport} />
          ) : (
            <RulesPanel scenario={scenario} report={ownReport} />
          )}
        </div>
      ) : null}
    </RoomPane>
  );
}
