import { Alert, Button, Progress, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import { closeDistances, openDistances, saveDistances } from '../../state/commands/lookUpDistances.ts';
import type { DistanceBasis, DistancesState } from '../../state/distances.ts';
import { useApp, useDistances, useLanguage, useRoads } from '../AppContext.tsx';
import { Pane } from '../Pane.tsx';
import { DistanceGrid, type DistanceMeasure } from './DistanceGrid.tsx';
import { WayList } from './WayList.tsx';

/** Kilometres and minutes by road between places, to look up and to check roads against the map. */
export function DistancesPane() {
  const { t } = useTranslation();
  const app = useApp();
  const state = useDistances();
  const [measure, setMeasure] = useState<DistanceMeasure>('km');
  const { basis, work } = state;
  const save = (): void =>
    saveDistances(app, [
      t('distances.headers.from'),
      t('distances.headers.to'),
      t('distances.headers.km'),
      t('distances.headers.min'),
    ]);
  return (
    <Pane
      title={t('distances.title')}
      className="distances-pane"
      extra={
        basis !== null && work.status === 'done' ? (
          <span className="pane-extra">
            <Segmented<DistanceMeasure>
              size="small"
              aria-label={t('distances.measure')}
              value={measure}
              options={[
                { value: 'km', label: t('distances.km') },
                { value: 'min', label: t('distances.min') },
              ]}
              onChange={setMeasure}
            />
            <Button size="small" onClick={save}>
              {t('distances.save')}
            </Button>
            <Button size="small" onClick={() => closeDistances(app)}>
              {t('distances.close')}
            </Button>
          </span>
        ) : null
      }
    >
      {basis === null ? <Offer /> : <Looked state={state} basis={basis} measure={measure} />}
    </Pane>
  );
}

/** Nothing asked yet: what can be looked up. */
function Offer() {
  const { t } = useTranslation();
  const app = useApp();
  const { import: imported } = useRoads();
  const found = imported.status === 'done' ? imported.result.places.length : 0;
  return (
    <div className="empty-state">
      <p>{t('distances.empty')}</p>
      <p className="distances-offer">
        <Button onClick={() => void openDistances(app, 'inUse')}>{t('distances.ofPlan')}</Button>
        {found > 0 ? (
          <Button onClick={() => void openDistances(app, 'justRead')}>
            {t('distances.ofFile', { count: found })}
          </Button>
        ) : null}
      </p>
    </div>
  );
}

interface LookedProps {
  readonly state: DistancesState;
  readonly basis: DistanceBasis;
  readonly measure: DistanceMeasure;
}

function Looked({ state, basis, measure }: LookedProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { places, chosen, work, shown } = state;
  if (work.status === 'failed')
    return (
      <Alert
        type="error"
        showIcon
        title={t('distances.failed')}
        action={<Button onClick={() => void openDistances(app, basis)}>{t('distances.again')}</Button>}
      />
    );
  if (work.status === 'running')
    return (
      <div className="empty-state" role="status">
        <p>{t('distances.running', { count: places.length })}</p>
        <Progress percent={Math.round(100 * work.doneShare)} size="small" />
        <Button size="small" onClick={() => closeDistances(app)}>
          {t('distances.cancel')}
        </Button>
      </div>
    );
  const { answer } = work;
  return (
    <div className="distances-body">
      <div className="distances-choice">
        <Select<number[]>
          mode="multiple"
          size="small"
          className="wide"
          aria-label={t('distances.choose')}
          maxTagCount="responsive"
          showSearch={{ optionFilterProp: 'label' }}
          value={[...chosen]}
          options={places.map(({ name }, index) => ({ value: index, label: name }))}
          onChange={app.distances.choose}
        />
        <span className="hint">
          {t(`distances.basis.${basis}`, { places: formatNumber(places.length, language) })}{' '}
          {t(`distances.method.${answer.hierarchy}`, { nodes: formatNumber(answer.nodeCount, language) })}
        </span>
      </div>
      <div className="distances-tables">
        <DistanceGrid state={state} table={answer.table} measure={measure} />
        {shown ? <WayList shown={shown} places={places} /> : null}
      </div>
    </div>
  );
}
