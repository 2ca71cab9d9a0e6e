import type { Relation } from './rule.ts';

/** What words beside a number make of it. */
export type Bound = 'atLeast' | 'atMost' | 'about';

/** Clear wherever they stand: also in the subject or at the start of the note. */
const clear: Readonly<Record<Bound, RegExp>> = {
  atMost: /不(?:超过|高于|大于|多于)|至多|最多|以内|以下|≤|≦|at most|no(?:t)? more than|not exceeding/,
  atLeast:
    /至少|不(?:少|低|小)于|(?<!不)超过|(?<![及级人])以上|≥|≧|at least|no(?:t)? (?:less|fewer|lower) than/,
  about: /大约|左右|(?<![节预])约(?=\s*\d)|approximately|about (?=\d)/,
};
/** In the cell of the number nothing else can be meant. */
const beside: Readonly<Record<Bound, RegExp>> = {
  atMost: /内|不足|不到|(?<!不)(?:少于|低于|小于)|<|within|under|below|up to/,
  atLeast: /(?<!不)(?:多于|大于|高于|超)|起码|最少|>|\d\s*(?:余|多|\+)|more than|over|above/,
  about: /(?<![节预])约|大概|近|接近|上下|nearly|around|approx|about|circa|≈|^~/,
};

const found = (words: Readonly<Record<Bound, RegExp>>, text: string): Bound | null =>
  (['atMost', 'atLeast', 'about'] as const).find((bound) => words[bound].test(text)) ?? null;

/** The first that says anything of: the value, the subject, the start of the note (目标：不低于). All in small letters. */
export function boundOf(value: string, subject: string, note: string): Bound | null {
  return found(clear, value) ?? found(beside, value) ?? found(clear, subject) ?? found(clear, note);
}

/** A rule's relation as the words change it. */
export function relationWith(relation: Relation, bound: Bound | null): Relation {
  if (bound === 'atLeast' || bound === 'atMost') return bound;
  if (bound === null) return relation;
  if (relation === 'atLeast') return 'aboutAtLeast';
  return relation === 'atMost' ? 'aboutAtMost' : 'about';
}

const opposites: Readonly<Record<Relation, Relation>> = {
  atLeast: 'atMost',
  atMost: 'atLeast',
  aboutAtLeast: 'aboutAtMost',
  aboutAtMost: 'aboutAtLeast',
  equal: 'equal',
  about: 'about',
};
/** Of what is left, at most is at least of what is taken off. */
export const oppositeOf = (relation: Relation): Relation => opposites[relation];
