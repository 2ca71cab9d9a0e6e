import { expose, transfer } from 'comlink';
import type { FilesApi } from './filesProtocol.ts';
import { exportTask, openTask, saveTask } from './filesTask.ts';

/** Writes and reads whole files off the main thread. */
const api: FilesApi = {
  exportFile(request) {
    const file = exportTask(request);
    return file && transfer(file, [file.bytes.buffer as ArrayBuffer]);
  },
  saveProject: saveTask,
  openOwnFile: openTask,
  async packEvidence(request) {
    const { packTask } = await import('./evidenceTask.ts');
    const file = packTask(request);
    return file && transfer(file, [file.bytes.buffer as ArrayBuffer]);
  },
  async verifyEvidence(name, bytes) {
    const { verifyTask } = await import('./evidenceTask.ts');
    return verifyTask(name, bytes);
  },
  async sortFiles(files) {
    const { sortFiles } = await import('./sortFiles.ts');
    return await sortFiles(files);
  },
  async readTimedTrack(name, bytes) {
    const { readTimedTrack } = await import('../src/core/io/mapFiles/timedTrack.ts');
    return readTimedTrack({ name, bytes });
  },
  async measureDay(request) {
    const { drivenTask } = await import('./drivenTask.ts');
    return drivenTask(request);
  },
};

expose(api);
