import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RoadNetwork } from '../../core/model/scenario.ts';
import { formatKm, formatNumber } from '../../i18n/format.ts';
import { useEstimatedRoads as goBackToEstimatedRoads } from '../../state/commands/importRoads.ts';
import { useApp, useDocument, useLanguage, useRoads, useScenario, useShownResult } from '../AppContext.tsx';
import { RoomPane } from '../RoomPane.tsx';
import { DrawForm } from './DrawForm.tsx';
import { ImportForm } from './ImportForm.tsx';
import { ImportResult } from './ImportResult.tsx';
import { RoadEditor } from './RoadEditor.tsx';

/** Roads: which ones the figures rest on, bringing files in, and changing single roads. */
export function RoadsPane() {
  const { t } = useTranslation();
  const scenario = useScenario();
  const document = useDocument();
  const { report } = useShownResult();
  const { import: imported, drawing } = useRoads();
  const network = scenario?.roads ?? report?.roads ?? null;
  return (
    <RoomPane title={t('roads.title')}>
      {scenario && document ? (
        <div className="room-body roads-body">
          <RoadsInUse network={scenario.roads} />
          {network ? (
            drawing ? (
              <DrawForm scenario={scenario} ends={drawing} />
            ) : (
              <RoadEditor scenario={scenario} network={network} />
            )
          ) : null}
          {imported.status === 'done' && imported.countyId === document.county.id ? (
            <ImportResult imported={imported} />
          ) : (
            <ImportForm imported={imported} />
          )}
        </div>
      ) : null}
    </RoomPane>
  );
}

function RoadsInUse({ network }: { readonly network: RoadNetwork | null }) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const text = (): string => {
    if (!network) return t('roads.now.estimated');
    if (network.source === 'proxy') {
      const changed = network.roads.filter((road) => road.isClosed || !road.isEstimated).length;
      return changed > 0 ? t('roads.now.edited', { count: changed }) : t('roads.now.estimated');
    }
    return t('roads.now.file', {
      source: network.source,
      roads: formatNumber(network.roads.length, language),
      km: formatKm(
        network.roads.reduce((sum, road) => sum + road.lengthKm, 0),
        language,
      ),
      estimated: formatNumber(network.roads.filter((road) => road.isEstimated).length, language),
    });
  };
  const closed = network?.roads.filter((road) => road.isClosed).length ?? 0;
  return (
    <div className="roads-now" role="status">
      <p>
        {text()} {closed > 0 ? t('roads.now.closed', { count: closed }) : ''}
      </p>
      {network ? (
        <Button size="small" onClick={() => goBackToEstimatedRoads(app)}>
          {t('roads.backToEstimated')}
        </Button>
      ) : null}
    </div>
  );
}
