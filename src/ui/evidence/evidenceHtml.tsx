import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { inSlices, nextTask } from '../../clients/inSlices.ts';
import type { County } from '../../core/model/county.ts';
import type { Report } from '../../core/model/report.ts';
import type { AppState } from '../../state/appState.ts';
import { appVersion } from '../../state/appVersion.ts';
import { AppContext } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { EvidencePage } from './EvidencePage.tsx';
import { usedStyles } from './usedStyles.ts';

/** A file is read, printed and saved by other programs too: nothing in it waits until it is scrolled to. */
const pageStyles = '.sheet { content-visibility: visible; min-height: 0; }';

/** The page of an evidence pack as one HTML file that needs nothing else: drawn aside, with the styles it uses. */
export async function evidenceHtml(app: AppState, county: County, report: Report): Promise<string> {
  const { language } = app.view.store.getState();
  const title = `${nameIn(county.name, language)} · ${nameIn(report.scenario.name, language)}`;
  const made = { version: appVersion, date: new Date(app.ports.timeMs()).toLocaleString(language) };
  const holder = document.createElement('div');
  let fail = (_error: unknown): void => undefined;
  const root = createRoot(holder, { onUncaughtError: (error) => fail(error) });
  try {
    await new Promise<void>((resolve, reject) => {
      fail = reject;
      // A county's stations are hundreds of elements: drawn in slices, like whatever else may wait.
      startTransition(() =>
        root.render(
          <AppContext value={app}>
            <EvidencePage county={county} report={report} title={title} made={made} onDrawn={resolve} />
          </AppContext>,
        ),
      );
    });
    await nextTask();
    const styles = await inSlices(usedStyles(holder, [...document.styleSheets]));
    const head = document.createElement('head');
    head.innerHTML = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
    head.append(Object.assign(document.createElement('title'), { textContent: title }));
    head.append(Object.assign(document.createElement('style'), { textContent: `${styles}\n${pageStyles}` }));
    return `<!doctype html>\n<html lang="${language}">${head.outerHTML}<body>${holder.innerHTML}</body></html>\n`;
  } finally {
    root.unmount();
  }
}
