import { useEffect, useEffectEvent, useRef } from 'react';
import type { ChartOption, OpenChart } from './echarts.ts';

interface ChartProps {
  readonly option: ChartOption;
  /** Says in a sentence what the chart shows. */
  readonly description: string;
  /** Lends the picture to whoever saves it; null when it is gone. */
  readonly onOpen?: (chart: OpenChart | null) => void;
  /** A mark was clicked; `data` is what the option gave it. */
  readonly onPick?: (data: unknown) => void;
}

/** Runs when nothing else wants the main thread, so that a new result never blocks it with all charts at once. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: 1000 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(work, 30);
  return () => clearTimeout(handle);
}

/** Draws one option; the engine is loaded when first needed. */
export function Chart({ option, description, onOpen, onPick }: ChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<OpenChart | null>(null);
  const lend = useEffectEvent((opened: OpenChart | null) => onOpen?.(opened));
  const pick = useEffectEvent((data: unknown) => onPick?.(data));

  useEffect(() => {
    let isGone = false;
    let stopIdle = (): void => undefined;
    const draw = (): void => {
      stopIdle = whenIdle(() => chart.current?.setOption(option, { notMerge: true }));
    };
    if (chart.current) draw();
    else {
      void import('./echarts.ts').then(({ openChart }) => {
        if (isGone || !element.current) return;
        if (!chart.current) {
          chart.current = openChart(element.current);
          chart.current.on('click', ({ data }) => pick(data));
          lend(chart.current);
        }
        draw();
      });
    }
    return () => {
      isGone = true;
      stopIdle();
    };
  }, [option]);

  useEffect(() => {
    const holder = element.current;
    if (!holder) return;
    const observer = new ResizeObserver(() => chart.current?.resize());
    observer.observe(holder);
    return () => {
      observer.disconnect();
      chart.current?.dispose();
      chart.current = null;
      lend(null);
    };
  }, []);

  return <div className="chart-canvas" ref={element} role="img" aria-label={description} />;
}
