import type { AppState } from '../appState.ts';
import { importRoads } from './importRoads.ts';
import { openWizard, readTableFiles } from './importTables.ts';
import { openProjectFile, verifyEvidence } from './projectFiles.ts';

/** False while the import of tables is past its first step: what is settled there stays. */
export function mayTakeFiles(app: AppState): boolean {
  const { isOpen, step } = app.imports.store.getState();
  return !isOpen || step === 'files';
}

/**
 * Takes files that were dropped anywhere on the screen to where they belong: a project is opened, an evidence pack gone
 * through, then tables go to the wizard and roads to their room.
 */
export async function takeFiles(app: AppState, files: readonly File[]): Promise<void> {
  if (files.length === 0 || !mayTakeFiles(app)) return;
  try {
    const roles = await app.ports.files.sortFiles(files);
    const of = (role: (typeof roles)[number]): File[] => files.filter((_, index) => roles[index] === role);
    for (const project of of('project')) {
      await openProjectFile(app, project);
      if (!app.drafts.store.getState().refused) continue;
      // Told there; the next one opened would take the message away.
      app.view.openRoom('data');
      break;
    }
    const [pack] = of('evidence');
    if (pack) {
      app.view.openRoom('data');
      await verifyEvidence(app, pack);
    }
    const [tables, roads] = [of('table'), of('road')];
    if (roads.length > 0) {
      app.view.openRoom('roads');
      void importRoads(app, roads);
    }
    if (tables.length > 0) {
      if (!app.imports.store.getState().isOpen) openWizard(app);
      await readTableFiles(app, tables);
    }
  } catch (error) {
    // A folder, or a file that is gone by now.
    app.view.notify('filesFailed', String(error));
  }
}
