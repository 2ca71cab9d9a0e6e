import { useTranslation } from 'react-i18next';

const kinds = ['loading', 'driving', 'dwell', 'rest', 'waiting', 'late', 'link'] as const;

interface LegendProps {
  readonly hasLinks: boolean;
  readonly hasWaiting: boolean;
}

export function DutyLegend({ hasLinks, hasWaiting }: LegendProps) {
  const { t } = useTranslation();
  return (
    <ul className="duty-legend">
      {kinds
        .filter((kind) => (kind !== 'link' || hasLinks) && (kind !== 'waiting' || hasWaiting))
        .map((kind) => (
          <li key={kind}>
            <svg width="16" height="10" aria-hidden="true">
              {kind === 'link' ? (
                <path className="legend-link" d="M1 2L9 8H15" />
              ) : (
                <rect className={`piece-${kind}`} width="16" height="10" />
              )}
            </svg>
            {t(`levels.duties.pieces.${kind}`)}
          </li>
        ))}
    </ul>
  );
}
