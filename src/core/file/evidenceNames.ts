/** Names of the files an evidence pack is known by (see `src/core/evidence`). */
export const manifestName = 'manifest.json';
export const projectName = 'project.cuntong.json';
export const recordName = 'plan.json';
