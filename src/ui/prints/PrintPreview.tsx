import { Button, Segmented } from 'antd';
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { County } from '../../core/model/county.ts';
import type { Report } from '../../core/model/report.ts';
import { type PrintKey, printKeys } from '../../state/rooms.ts';
import { useApp, useDocument, useLanguage, useShownResult, useView } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { CloseOutlined, PrinterOutlined } from '../icons.tsx';
import { mapSources } from '../map/sources.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { ClaimSheet } from './ClaimSheet.tsx';
import { LineSheets } from './LineSheets.tsx';
import { SampleSheet } from './SampleSheet.tsx';
import { StationSheets } from './StationSheets.tsx';
import { StopCostSheet } from './StopCostSheet.tsx';
import { SummarySheet } from './SummarySheet.tsx';

/** Sheets as they will come out of the printer, in front of the screen; a browser also prints into a PDF file. */
export function PrintPreview() {
  const print = useView((view) => view.print);
  return print === null ? null : <Preview print={print} />;
}

function Preview({ print }: { readonly print: PrintKey }) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const county = useDocument()?.county ?? null;
  const { report } = useShownResult();
  const dialog = useRef<HTMLDivElement>(null);
  // Hundreds of sheets are drawn behind the bar, which answers meanwhile.
  const drawn = useDeferredValue(print, null);
  const close = useEffectEvent(() => app.view.closePrint());

  useEffect(() => {
    // In the next frame: asked for at once, it would have the whole screen laid out within the click.
    requestAnimationFrame(() => dialog.current?.focus());
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  }, []);

  const title =
    county && report
      ? `${nameIn(county.name, language)} · ${nameIn(report.scenario.name, language)}`
      : t('app.name');
  const fileName = `${title} ${t(`prints.kinds.${print}`)}`;
  useEffect(() => {
    // Browsers take the page's title for the name of a PDF file.
    const before = document.title;
    document.title = fileName;
    return () => {
      document.title = before;
    };
  }, [fileName]);

  return (
    <div
      className="prints"
      role="dialog"
      aria-modal="true"
      aria-label={t('prints.title')}
      tabIndex={-1}
      ref={dialog}
      aria-busy={drawn !== print}
      data-prints={print}
    >
      <div className="prints-bar">
        <Segmented<PrintKey>
          aria-label={t('prints.title')}
          value={print}
          options={printKeys.map((key) => ({ value: key, label: t(`prints.kinds.${key}`) }))}
          onChange={(key) => app.view.showPrint(key)}
        />
        <span className="hint">{t('prints.hint')}</span>
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          disabled={drawn !== print || report === null}
          onClick={() => globalThis.print()}
          data-print-now
        >
          {t('prints.now')}
        </Button>
        <Button icon={<CloseOutlined />} onClick={() => app.view.closePrint()} data-print-close>
          {t('prints.close')}
        </Button>
      </div>
      <ErrorBoundary>
        <ScrollRegion className="sheets" label={t(`prints.kinds.${print}`)}>
          {drawn !== print ? <p className="prints-news">{t('prints.drawing')}</p> : null}
          {county && report ? (
            <Sheets print={drawn} county={county} report={report} title={title} />
          ) : (
            <p className="prints-news">{t('prints.needsPlan')}</p>
          )}
        </ScrollRegion>
      </ErrorBoundary>
    </div>
  );
}

interface SheetsProps {
  readonly print: PrintKey | null;
  readonly county: County;
  readonly report: Report;
  readonly title: string;
}

function Sheets({ print, county, report, title }: SheetsProps) {
  const hasMap = print === 'summary' || print === 'lines';
  const sources = useMemo(
    () => (hasMap ? mapSources(county, report.scenario, report, null) : null),
    [hasMap, county, report],
  );
  if (print === 'stations') return <StationSheets report={report} title={title} />;
  if (print === 'stops') return <StopCostSheet title={title} />;
  if (print === 'claims') return <ClaimSheet county={county} report={report} title={title} />;
  if (print === 'sample') return <SampleSheet report={report} title={title} />;
  if (!sources) return null;
  return print === 'summary' ? (
    <SummarySheet report={report} sources={sources} title={title} />
  ) : (
    <LineSheets report={report} sources={sources} title={title} />
  );
}
