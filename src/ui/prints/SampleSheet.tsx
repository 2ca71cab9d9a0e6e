import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawVillages, leastShareOfAll, sampleConfidence } from '../../core/audit/villageSample.ts';
import type { Report } from '../../core/model/report.ts';
import { isRealPoint, type Place } from '../../core/model/scenario.ts';
import { formatNumber, formatShare, formatTime } from '../../i18n/format.ts';
import { townshipName } from '../../state/tables/stationTable.ts';
import { useLanguage } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { NumberInput } from '../NumberInput.tsx';
import { daysInWords } from './daysInWords.ts';
import { Sheet } from './Sheet.tsx';
import { callsByTownship, type StationRow } from './stationCalls.ts';

interface SampleSheetProps {
  readonly report: Report;
  readonly title: string;
}

const usualCount = 20;
/** Villages without a station for which the sheet says what that means. */
const mostWithout = 5;

/** Villages to visit, drawn by lot, with what should be found there; and what the visits will prove. */
export function SampleSheet({ report, title }: SampleSheetProps) {
  const { t } = useTranslation();
  const { places } = report.scenario;
  const total = places.filter(({ kind }) => kind === 'village').length;
  const [count, setCount] = useState(Math.min(usualCount, total));
  const [seed, setSeed] = useState(1);
  const id = useId();
  const villages = useMemo(() => drawVillages(places, count, seed), [places, count, seed]);
  return (
    <Sheet name="sample" heading={t('prints.kinds.sample')} title={title} report={report}>
      <p className="sheet-choices">
        <span>
          <label htmlFor={`${id}-count`}>{t('prints.sample.count', { total })}</label>
          <NumberInput
            id={`${id}-count`}
            size="small"
            min={1}
            max={total}
            precision={0}
            value={count}
            onChange={(next) => setCount(next ?? 1)}
            data-sample-count
          />
        </span>
        <span>
          <label htmlFor={`${id}-seed`}>{t('prints.sample.seed')}</label>
          <NumberInput
            id={`${id}-seed`}
            size="small"
            min={0}
            max={1_000_000}
            precision={0}
            value={seed}
            onChange={(next) => setSeed(next ?? 1)}
          />
        </span>
      </p>
      <p>{t('prints.sample.drawn', { count: villages.length, total, seed })}</p>
      <Villages report={report} villages={villages} />
      <h3>{t('prints.sample.proofTitle')}</h3>
      <Proof report={report} total={total} sampled={villages.length} />
    </Sheet>
  );
}

interface VillagesProps {
  readonly report: Report;
  readonly villages: readonly Place[];
}

function Villages({ report, villages }: VillagesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scenario } = report;
  const placeOf = useMemo(
    () => new Map<string, Place>(scenario.places.map((place) => [place.id, place])),
    [scenario],
  );
  const rowOf = useMemo(() => {
    const rows = new Map(
      callsByTownship(report).flatMap(({ stations }) => stations.map((row) => [row.stationId, row] as const)),
    );
    const ofPlace = new Map<string, { readonly row: StationRow; readonly isOwn: boolean }>();
    for (const station of scenario.stations)
      for (const placeId of station.servesPlaceIds) {
        const row = rows.get(station.id);
        if (row && station.role === 'villageStation')
          ofPlace.set(placeId, { row, isOwn: station.placeId === placeId });
      }
    return ofPlace;
  }, [report, scenario]);
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          <th scope="col" className="number">
            #
          </th>
          <th scope="col">{t('prints.sample.village')}</th>
          <th scope="col">{t('prints.township')}</th>
          <th scope="col">{t('prints.sample.station')}</th>
          <th scope="col">{t('prints.sample.service')}</th>
          <th scope="col" className="number">
            {t('prints.sample.parcels')}
          </th>
          {(['found', 'counted', 'remarks'] as const).map((key) => (
            <th key={key} scope="col" className="sheet-blank">
              {t(`prints.sample.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {villages.map((village, index) => {
          const { row, isOwn } = rowOf.get(village.id) ?? {};
          const isServed = row !== undefined && row.calls.length > 0;
          const servedAt = isOwn ? t('prints.sample.own') : row?.name;
          return (
            <tr key={village.id} data-village={village.id}>
              <td className="number">{index + 1}</td>
              <th scope="row">
                {isRealPoint(village.coordQuality) ? '' : '≈ '}
                {shortPlaceName(village.name)}
              </th>
              <td>{townshipName(village, placeOf)}</td>
              <td className={isServed ? '' : 'sheet-fault'}>
                {isServed ? servedAt : t('prints.station.none')}
              </td>
              <td>
                {(row?.calls ?? [])
                  .map(({ line, fromClockMin }) => `${daysInWords(line, t)} ${formatTime(fromClockMin)}`)
                  .join(t('prints.semicolon'))}
              </td>
              <td className="number">{formatNumber(row?.deliveryParcelsPerDay, language)}</td>
              <td />
              <td />
              <td />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ProofProps {
  readonly report: Report;
  readonly total: number;
  readonly sampled: number;
}

/** What may be said of the county for each number of villages found without a station. */
function Proof({ report, total, sampled }: ProofProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const target = report.kpis.find(({ key }) => key === 'villageCoverageShare')?.target?.threshold;
  const rows = Array.from({ length: Math.min(mostWithout, sampled) + 1 }, (_, without) => ({
    without,
    least: leastShareOfAll(total, sampled, without),
  }));
  return (
    <>
      <p className="sheet-note">
        {t('prints.sample.proof', { confidence: formatShare(sampleConfidence, language) })}
      </p>
      <table className="sheet-table sheet-narrow" data-proof>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('prints.sample.without')}
            </th>
            <th scope="col" className="number">
              {t('prints.sample.least')}
            </th>
            {target === undefined ? null : (
              <th scope="col">{t('prints.sample.proves', { target: formatShare(target, language) })}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ without, least }) => (
            <tr key={without}>
              <td className="number">{without}</td>
              <td className="number">{formatShare(least, language)}</td>
              {target === undefined ? null : (
                <td>{t(least >= target ? 'prints.sample.yes' : 'prints.sample.no')}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
