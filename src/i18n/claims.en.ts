import type { claimsZh } from './claims.zh.ts';

export const claimsEn: typeof claimsZh = {
  title: 'Claims of reports, checked',
  counts:
    'holds {{holds}} · by definition {{byDefinition}} · does not hold {{fails}} · not compared {{rest}}',
  hint: 'Held against the figures of the present plan; another scenario may give another verdict.',
  empty: 'No claims of reports yet. Import a table of them, or add them under Tables.',
  needsPlan: 'Claims can be checked once the lines are solved.',
  edit: 'Edit claims',
  columns: {
    claim: 'The report says',
    value: 'Value',
    figures: 'The plan has',
    verdict: 'Verdict',
    why: 'Why',
  },
  verdicts: {
    holds: 'holds',
    fails: 'does not hold',
    byDefinition: 'by definition',
    noNumber: 'no number',
    noFigure: 'not compared',
  },
  relations: {
    atLeast: 'Holds if the plan has at least as much.',
    atMost: 'Holds if the plan has no more.',
    equal: 'Counts must be equal, others within 10%.',
    about: 'The report gives it roughly: holds within 10%.',
    aboutAtLeast: 'The report gives it roughly: holds if the plan has at least 90% of it.',
    aboutAtMost: 'The report gives it roughly: holds if the plan has no more than 110% of it.',
  },
  parts: {
    numerator: 'Villages of: {{name}}',
    denominator: 'Administrative villages',
    withBranches: '{{name}} with branch lines',
  },
  saving: 'Saving ({{before}}, {{basis}})',
  estimated: 'Rests on estimates.',
  compare: 'What to compare with: {{subject}}',
  byWords: 'By its words',
  withNothing: 'Do not compare',
  chosen: 'Compared as chosen by hand.',
  asideByChoice: 'Not compared, by choice.',
  byDefinition: 'The definitions disagree: the report has to say which it means.',
  byBefore: 'It depends on what it is compared with: the report has to say which "before" it means.',
  onlyOneBefore:
    'Against this "before" only; others may give another verdict and are under Cost and befores.',
  averageDay: 'By the timetable of an average day; weather, peaks and delays make it longer, see Simulate.',
  noFigure: 'The plan has no figure of this.',
  noNumber: 'A class or a text, which cannot be compared.',
};
