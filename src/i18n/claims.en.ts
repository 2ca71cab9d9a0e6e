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
  },
  parts: { numerator: 'Villages of: {{name}}', denominator: 'Administrative villages' },
  estimated: 'Rests on estimates.',
  compare: 'What to compare with: {{subject}}',
  byWords: 'By its words',
  withNothing: 'Do not compare',
  chosen: 'Compared as chosen by hand.',
  asideByChoice: 'Not compared, by choice.',
  byDefinition: 'The definitions disagree: the report has to say which it means.',
  noFigure: 'The plan has no figure of this.',
  noNumber: 'A class or a text, which cannot be compared.',
};
