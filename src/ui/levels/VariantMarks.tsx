import { useTranslation } from 'react-i18next';
import type { ComparisonQuestion } from '../../core/model/comparison.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { VariantFigures, VariantRow } from '../../state/variants.ts';
import { useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';

interface VariantMarksProps {
  readonly kind: ComparisonQuestion['kind'];
  readonly figures: VariantFigures;
  readonly rows: readonly VariantRow[];
}

/** What has to be said of a variant beside its figures. */
export function VariantMarks({ kind, figures, rows }: VariantMarksProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const from = rows.find(({ key }) => key === figures.origin && key !== figures.key);
  const others = figures.violationCount - (figures.missingVehicleCount > 0 ? 1 : 0);
  const marks = [
    ...(figures.hasFewerLines
      ? [
          {
            key: 'fewerLines',
            isBad: true,
            text: t('levels.variants.marks.fewerLines', {
              number: formatNumber(figures.depotLineCount, language),
            }),
          },
        ]
      : []),
    ...(figures.unservedStationCount > 0
      ? [
          {
            key: 'unserved',
            isBad: true,
            text: t('levels.variants.marks.unserved', {
              number: formatNumber(figures.unservedStationCount, language),
            }),
          },
        ]
      : figures.meetsTimeTarget
        ? []
        : [{ key: 'late', isBad: true, text: t('levels.variants.marks.late') }]),
    ...(figures.missingVehicleCount > 0
      ? [
          {
            key: 'vehicles',
            isBad: true,
            text: t('levels.variants.marks.vehicles', {
              number: formatNumber(figures.missingVehicleCount, language),
            }),
          },
        ]
      : []),
    ...(others > 0
      ? [{ key: 'limits', isBad: true, text: t('levels.variants.marks.limits', { number: others }) }]
      : []),
    ...(kind === 'changes' && figures.addedStationIds.length > 0
      ? [
          {
            key: 'added',
            isBad: false,
            text: t('levels.variants.marks.added', { count: figures.addedStationIds.length }),
          },
        ]
      : []),
    ...(figures.busTimetable === 'assumed'
      ? [{ key: 'assumed', isBad: false, text: t('levels.variants.marks.assumedBuses') }]
      : []),
    ...(from
      ? [
          {
            key: 'from',
            isBad: false,
            text: t('levels.variants.marks.sameAs', { name: nameIn(from.name, language) }),
          },
        ]
      : []),
  ];
  if (marks.length === 0) return null;
  return (
    <span className="variant-marks">
      {marks.map(({ key, isBad, text }) => (
        <span key={key} data-mark={key} className={isBad ? 'is-late' : 'hint'}>
          {text}
        </span>
      ))}
    </span>
  );
}
