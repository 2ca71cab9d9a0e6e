import { type RefObject, useEffect, useState } from 'react';
import type { CellAt } from './cellRange.ts';
import type { GridColumn } from './gridTypes.ts';

const numberWidthPx = 52;

/** The part of a grid in view, and bringing a cell into it. */
export function useGridWindow<Row>(
  holder: RefObject<HTMLDivElement | null>,
  columns: readonly GridColumn<Row>[],
  rowHeightPx: number,
  hasRowNumbers: boolean,
) {
  const [scrollTopPx, setScrollTop] = useState(0);
  const [heightPx, setHeight] = useState(240);
  const [wanted, setWanted] = useState<CellAt | null>(null);

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [holder]);

  useEffect(() => {
    const element = holder.current;
    if (!element || !wanted) return;
    const headPx = element.querySelector<HTMLElement>('.grid-head')?.offsetHeight ?? 0;
    const topPx = wanted.row * rowHeightPx;
    const roomPx = element.clientHeight - headPx;
    if (topPx < element.scrollTop) element.scrollTop = topPx;
    else if (topPx + rowHeightPx > element.scrollTop + roomPx)
      element.scrollTop = topPx + rowHeightPx - roomPx;
    const startPx = hasRowNumbers ? numberWidthPx : 0;
    const leftPx = columns.slice(0, wanted.column).reduce((sum, column) => sum + column.widthPx, startPx);
    const rightPx = leftPx + (columns[wanted.column]?.widthPx ?? 0);
    if (leftPx - startPx < element.scrollLeft) element.scrollLeft = leftPx - startPx;
    else if (rightPx > element.scrollLeft + element.clientWidth)
      element.scrollLeft = rightPx - element.clientWidth;
  }, [holder, wanted, columns, rowHeightPx, hasRowNumbers]);

  return {
    scrollTopPx,
    heightPx,
    onScroll: () => setScrollTop(holder.current?.scrollTop ?? 0),
    show: (at: CellAt) => setWanted({ ...at }),
  };
}
