import { useTranslation } from 'react-i18next';
import { useScenario, useShownResult } from '../AppContext.tsx';
import { RoomPane } from '../RoomPane.tsx';
import { CheckSection } from './CheckSection.tsx';
import { LiveSection } from './LiveSection.tsx';
import { LocksSection } from './LocksSection.tsx';
import { NewVillageSection } from './NewVillageSection.tsx';
import { QualitySection } from './QualitySection.tsx';
import { RulesSection } from './RulesSection.tsx';
import { SearchSection } from './SearchSection.tsx';
import { UnservedSection } from './UnservedSection.tsx';

/** Searching for lines: how, what they must keep to, how good they are, and what stands in the way of a stop. */
export function SolvePane() {
  const { t } = useTranslation();
  const scenario = useScenario();
  const { report, isStale, isPreliminary } = useShownResult();
  const fits = report && report.scenario.id === scenario?.id ? report : null;
  return (
    <RoomPane title={t('solve.title')}>
      {scenario ? (
        <div className="room-body solve-body">
          <SearchSection scenario={scenario} />
          <LiveSection />
          <QualitySection report={isStale || isPreliminary ? null : fits} scenario={scenario} />
          <CheckSection report={isStale ? null : fits} />
          <UnservedSection report={isStale ? null : fits} scenario={scenario} />
          <NewVillageSection report={isStale ? null : fits} scenario={scenario} />
          <RulesSection scenario={scenario} />
          <LocksSection scenario={scenario} report={fits} />
        </div>
      ) : null}
    </RoomPane>
  );
}
