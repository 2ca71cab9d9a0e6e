import { Button, Input, Select } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { NewStationPlace } from '../../core/evaluate/rankNewStation.ts';
import { villagesWithoutStation } from '../../core/model/edit/newVillage.ts';
import { asId, type PlaceId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { askAboutPlace, buildOnLine, rankForVillage } from '../../state/commands/newVillage.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { AimOutlined, CloseOutlined } from '../icons.tsx';
import { Field } from '../parameters/Field.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import { moveTitle, moveWords } from './moveWords.ts';

interface SectionProps {
  /** null while no result fits the scenario on the screen. */
  readonly report: Report | null;
  readonly scenario: Scenario;
}

const rankDelayMs = 250;

/** Which line for a new village: chosen in the list, on the map or in the tables; lines ranked, one click builds it. */
export function NewVillageSection({ report, scenario }: SectionProps) {
  const { t } = useTranslation();
  const app = useApp();
  const { village, isPicking, calls } = useStore(app.newVillage.store);
  const section = useRef<HTMLElement>(null);
  const villages = useMemo(
    () =>
      villagesWithoutStation(scenario).map(({ id, name }) => ({
        value: id as string,
        label: shortPlaceName(name),
      })),
    [scenario],
  );
  useEffect(() => {
    if (calls > 0) section.current?.scrollIntoView({ block: 'nearest' });
  }, [calls]);
  // What was asked belongs to the room: leaving it ends the waiting for a click on the map.
  useEffect(() => () => app.newVillage.stopPicking(), [app]);
  return (
    <section className="solve-section" ref={section} aria-label={t('solve.explain.newVillage')}>
      <h3>{t('solve.explain.newVillage')}</h3>
      <p className="hint">{t('solve.explain.newVillageHint')}</p>
      <div className="village-row">
        <Select<string | null>
          className="wide"
          aria-label={t('solve.explain.village')}
          placeholder={t('solve.explain.village')}
          showSearch={{ optionFilterProp: 'label' }}
          value={village?.placeId ?? null}
          options={villages}
          notFoundContent={t('solve.explain.noVillage')}
          onChange={(id) => {
            if (id !== null) askAboutPlace(app, asId<PlaceId>(id));
          }}
        />
        <Button
          icon={<AimOutlined />}
          type={isPicking ? 'primary' : 'default'}
          aria-pressed={isPicking}
          onClick={() => (isPicking ? app.newVillage.stopPicking() : app.newVillage.startPicking())}
        >
          {t(isPicking ? 'solve.explain.picking' : 'solve.explain.pick')}
        </Button>
      </div>
      {village ? <Question report={report} scenario={scenario} /> : null}
    </section>
  );
}

function Question({ report, scenario }: SectionProps) {
  const { t } = useTranslation();
  const app = useApp();
  const question = useStore(app.newVillage.store);
  const { village, deliveryParcelsPerDay, pickupParcelsPerDay, status, answer } = question;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever what it rests on changes
  useEffect(() => {
    const timer = setTimeout(() => void rankForVillage(app), rankDelayMs);
    return () => clearTimeout(timer);
  }, [app, village, deliveryParcelsPerDay, pickupParcelsPerDay, report, scenario]);
  if (!village) return null;
  const isCurrent = answer !== null && answer.of === scenario && report !== null;
  return (
    <div className="new-village">
      <div className="village-row">
        {village.placeId === null ? (
          <Input
            aria-label={t('solve.explain.name')}
            value={village.name}
            onChange={(event) => app.newVillage.rename(event.target.value)}
          />
        ) : (
          <strong>{t('solve.explain.picked', { name: shortPlaceName(village.name) })}</strong>
        )}
        <Button
          type="text"
          icon={<CloseOutlined />}
          aria-label={t('solve.explain.cancel')}
          onClick={app.newVillage.drop}
        />
      </div>
      <Field label={t('solve.explain.parcels')}>
        <div className="village-row">
          <NumberField
            aria-label={t('solve.explain.parcelsIn')}
            min={0}
            max={99_999}
            value={deliveryParcelsPerDay}
            onCommit={(value) => app.newVillage.setParcels({ deliveryParcelsPerDay: value })}
          />
          <NumberField
            aria-label={t('solve.explain.parcelsOut')}
            min={0}
            max={99_999}
            value={pickupParcelsPerDay}
            onCommit={(value) => app.newVillage.setParcels({ pickupParcelsPerDay: value })}
          />
        </div>
      </Field>
      {status === 'failed' ? <p className="solve-faults">{t('solve.explain.failed')}</p> : null}
      {isCurrent && answer.ranked.length === 0 ? (
        <p className="solve-faults">{t('solve.explain.unreachable')}</p>
      ) : null}
      {isCurrent ? (
        <Ranking report={report} ranked={answer.ranked} isWaiting={status === 'ranking'} />
      ) : status === 'failed' ? null : (
        <p role="status" className="hint">
          {t(report ? 'solve.hand.judging' : 'solve.explain.afterSolving')}
        </p>
      )}
    </div>
  );
}

interface RankingProps {
  readonly report: Report;
  readonly ranked: readonly NewStationPlace[];
  /** Newer figures are on their way. */
  readonly isWaiting: boolean;
}

function Ranking({ report, ranked, isWaiting }: RankingProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  return (
    <ol className={`ranked-lines ${isWaiting ? 'stale' : ''}`}>
      {ranked.map((place) => {
        const words = moveWords(place, report, t, language);
        const title = moveTitle(place, report, t);
        const { target } = place.move;
        return (
          <li className="remedy" key={title} data-ranked-yuan={place.addedYuanPerDay}>
            <span className="move-option">
              <strong>
                {target.kind === 'line'
                  ? t('solve.explain.atStop', { line: title, position: target.position + 1 })
                  : title}
              </strong>
              <span>{[words.yuan, words.minutes].filter(Boolean).join(' · ')}</span>
              <span className={words.isOver ? 'move-over' : 'hint'}>{words.limits}</span>
            </span>
            <Button size="small" disabled={isWaiting} onClick={() => buildOnLine(app, place)}>
              {t('solve.explain.build')}
            </Button>
          </li>
        );
      })}
    </ol>
  );
}
