import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { useShownResult } from '../AppContext.tsx';
import { SheetFoot } from './SheetFoot.tsx';

interface SheetProps {
  /** What it is found by in tests. */
  readonly name: string;
  readonly heading: ReactNode;
  /** Of the county and the scenario. */
  readonly title: string;
  readonly report: Report;
  readonly children: ReactNode;
}

/** A sheet of paper, or several that belong together: what it is and of which plan, and below what it rests on. */
export function Sheet({ name, heading, title, report, children }: SheetProps) {
  const { t } = useTranslation();
  const { isStale, isPreliminary } = useShownResult();
  return (
    <article className="sheet" data-sheet={name}>
      <header className="sheet-head">
        <h2>{heading}</h2>
        <p>{title}</p>
      </header>
      {isPreliminary ? <p className="sheet-fault">{t('prints.preliminary')}</p> : null}
      {isStale ? <p className="sheet-fault">{t('states.staleHint')}</p> : null}
      {children}
      <SheetFoot report={report} />
    </article>
  );
}
