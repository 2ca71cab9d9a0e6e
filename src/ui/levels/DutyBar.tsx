import { memo } from 'react';
import { lineColour } from '../theme.ts';
import type { PieceKind, TripBar } from './timeline.ts';

interface DutyBarProps {
  readonly bar: TripBar;
  readonly leftPx: number;
  readonly widthPx: number;
  readonly label: string;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
  readonly isDimmed: boolean;
}

const kinds: readonly PieceKind[] = ['loading', 'driving', 'dwell', 'rest', 'waiting'];

/** One trip: a button (the rows around it hear its clicks) in which each kind of work is one path, drawn in minutes and stretched to the button. */
export const DutyBar = memo(function DutyBar(props: DutyBarProps) {
  const { bar, leftPx, widthPx, label, isTabStop, isSelected, isDimmed } = props;
  const spanMin = bar.endClockMin - bar.startClockMin;
  const pathOf = (pieces: TripBar['pieces']): string =>
    pieces
      .map(({ fromMin, toMin }) => {
        const from = (fromMin - bar.startClockMin).toFixed(2);
        return `M${from} 0h${(toMin - fromMin).toFixed(2)}v10h-${(toMin - fromMin).toFixed(2)}z`;
      })
      .join('');
  const late = bar.pieces.filter((piece) => piece.isLate);
  return (
    <button
      type="button"
      className={`duty-bar ${isSelected ? 'duty-bar-selected' : ''} ${isDimmed ? 'duty-bar-dimmed' : ''} ${bar.overlapMin > 0 ? 'duty-bar-late' : ''}`}
      style={{ left: leftPx, width: Math.max(4, widthPx), color: lineColour(bar.lineIndex) }}
      data-bar={bar.key}
      data-bar-line={bar.line.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      aria-pressed={isSelected}
    >
      <svg viewBox={`0 0 ${spanMin} 10`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {kinds.map((kind) => (
          <path
            key={kind}
            className={`piece-${kind}`}
            d={pathOf(bar.pieces.filter((piece) => piece.kind === kind && !piece.isLate))}
          />
        ))}
        {late.length > 0 ? <path className="piece-late" d={pathOf(late)} /> : null}
      </svg>
      <span className="duty-bar-number" aria-hidden="true">
        {widthPx > 30 ? bar.lineIndex + 1 : ''}
      </span>
    </button>
  );
});
