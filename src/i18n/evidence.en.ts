import type { evidenceZh } from './evidence.zh.ts';

export const evidenceEn: typeof evidenceZh = {
  title: 'Evidence pack',
  export: 'Export evidence pack (.zip)',
  exportHint:
    'Project, plan, figures, claims checked, all settings with their sources, tables and network, each file with its checksum; whoever receives it can compute everything again.',
  verify: 'Verify an evidence pack',
  verifyHint:
    'Nothing is solved anew: every figure is computed again from the lines in the pack, and files are compared with its checksums.',
  verifying: 'Computing again',
  refused: '“{{file}}” was not verified',
  sound:
    'Files agree with the checksums in the pack, {{count}} figures come out the same from its inputs and lines, the check of the plan finds nothing.',
  made: 'Exported {{file}}. Tell the recipient its fingerprint by another way:',
  fingerprint:
    'Fingerprint (compare with what the sender told you by another way; another one is another pack):',
  unsound: 'Does not hold; see below.',
  ofScenario: '{{file}}; made {{date}} by Cuntong {{version}}',
  states: {
    changed: 'Files changed: {{names}}',
    missing: 'Files missing: {{names}}',
    added: 'Files not in the manifest: {{names}}',
  },
  and: ', ',
  figure: 'Figure',
  recorded: 'In pack',
  recomputed: 'Anew',
  faults: 'The check of the plan finds {{count}} problems: open the project and look under Solve.',
  besides: '(last digits, target, verdict or counts differ)',
  limits:
    'This shows that the figures follow from the inputs and lines in the pack, not that the inputs are true. The page and the tables are compared by checksum only, not computed again: a pack rewritten with its checksums shows by its fingerprint alone. What counts is what is computed again here.',
  open: 'Open its project',
  page: {
    intro:
      'Made {{date}} by Cuntong {{version}}. In the same pack: project.cuntong.json with all inputs, plan.json with lines and figures, manifest.json with the checksum (SHA-256) of every file.',
    how: "To verify: in Cuntong, Data, “Verify an evidence pack”; or npm run -s cli -- verify FILE. Nothing is solved anew: all figures are computed again from the same lines, and an independent check goes through the plan. Then compare the fingerprint of the manifest with the sender's.",
    limits:
      'Verifying shows that the figures follow from these inputs and lines, not that the inputs are true: their sources and grades are in the table of settings.',
    figures: 'All figures',
    inputs: 'All settings and their sources',
    columns: { name: 'Setting', value: 'Value', range: 'Range', grade: 'Grade', source: 'Source' },
  },
};
