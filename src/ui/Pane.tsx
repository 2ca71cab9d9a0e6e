import type { ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';

interface PaneProps {
  readonly title: string;
  readonly className: string;
  readonly isTitleHidden?: boolean;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of the screen with its own error boundary. */
export function Pane({ title, className, isTitleHidden = false, extra, children }: PaneProps) {
  return (
    <section className={`pane ${className}`} aria-label={title}>
      {isTitleHidden ? null : (
        <header className="pane-head">
          <h2>{title}</h2>
          {extra}
        </header>
      )}
      <ErrorBoundary>{children}</ErrorBoundary>
    </section>
  );
}
