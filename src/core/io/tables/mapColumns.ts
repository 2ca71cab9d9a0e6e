import { hashText } from '../../hash.ts';
import { halfWidth, simplified } from './cells/plainText.ts';
import { editDistance } from './editDistance.ts';
import {
  directionWords,
  type Field,
  kindFields,
  kindNames,
  requiredFields,
  type TableKind,
  tableKinds,
  tellingFields,
} from './kinds.ts';

/** One header of a table; two-row headers have two parts. */
export interface Header {
  readonly index: number;
  /** As typed in the file. */
  readonly text: string;
  readonly parts: readonly string[];
}

export interface ColumnMatch {
  readonly fieldKey: string;
  readonly header: Header;
  /** 1 = the header is the field's name, below 0.6 = a guess. */
  readonly score: number;
}

export interface Mapping {
  readonly kind: TableKind;
  readonly matches: readonly ColumnMatch[];
  /** Groups of fields of which the table has none. */
  readonly missing: readonly (readonly string[])[];
  readonly unused: readonly Header[];
  readonly score: number;
}

/** Every text is compared with a hundred fields: its plain form is made once. The map is emptied when it grows. */
const plainForms = new Map<string, string>();
const plainFormLimit = 5000;

function normalise(text: string): string {
  const known = plainForms.get(text);
  if (known !== undefined) return known;
  const plain = simplified(halfWidth(text))
    .toLowerCase()
    .replace(/[\s*_:：·、.]+/g, '')
    .replace(/[【[]/g, '(')
    .replace(/[】\]]/g, ')');
  if (plainForms.size >= plainFormLimit) plainForms.clear();
  plainForms.set(text, plain);
  return plain;
}
const withoutBrackets = (text: string): string => text.replace(/\([^()]*\)/g, '');

/** A name of a field, plain, without its brackets, and whether it is long enough to be found inside a header. */
interface FieldName {
  readonly name: string;
  readonly bare: string;
  readonly isSearched: boolean;
}

/** One letter apart and the other way round: 日均进件 is no slip of the pen for 日均出件. */
const opposites = [
  '进出',
  '派揽',
  '派收',
  '投收',
  '上下',
  '起终',
  '首末',
  '经纬',
  '东北',
  '到发',
  '来去',
  '高低',
];
function areOpposite(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return opposites.some((pair) => pair.includes(a[at] ?? ' ') && pair.includes(b[at] ?? ' '));
}

/** How well a text names a field: 1 the same, 0.9 but for brackets, then parts of it, then a slip of the pen. */
function nameScore(text: string, names: readonly FieldName[]): number {
  const plain = normalise(text);
  if (plain === '') return 0;
  const bare = withoutBrackets(plain) || plain;
  const bracketed = /\(([^()]+)\)/.exec(plain)?.[1];
  let best = 0;
  for (const [index, { name, bare: bareName, isSearched }] of names.entries()) {
    // Of two headers that both are names of the field, the one that comes first among its names is meant.
    if (name === plain) return 1 - index * 1e-4;
    // 位置(经纬度): what is in the brackets may say it better.
    if (isSearched && name === bracketed) best = Math.max(best, 0.92);
    if (bareName === bare) best = Math.max(best, 0.9);
    else if (isSearched && bare.length <= name.length * 3) {
      if (bare.endsWith(name)) best = Math.max(best, 0.7);
      else if (bare.startsWith(name)) best = Math.max(best, 0.6);
      else if (bare.includes(name)) best = Math.max(best, 0.5);
      else if (best < 0.4 && name.length >= 4 && editDistance(bare, name, 1) <= 1 && !areOpposite(bare, name))
        best = 0.4;
    }
  }
  return best;
}

const namesOf = new Map<Field, readonly FieldName[]>();
function plainNames(field: Field): readonly FieldName[] {
  let names = namesOf.get(field);
  if (!names) {
    names = [...new Set([field.zh, field.key, ...field.aliases].map(normalise))].map((name) => ({
      name,
      bare: withoutBrackets(name) || name,
      isSearched: name.length >= 2 && /[^\x20-\x7e]/.test(name),
    }));
    namesOf.set(field, names);
  }
  return names;
}

/** The last of a header's parts that says which way the parcels go: 派件量 under 收寄情况. */
const directionOf = ({ text, parts }: Header): string =>
  parts.findLast((part) => directionWords.test(part)) ?? text;

const leadingPeriod = /^(?:\d{4}\s*[年/.-]\s*)?(?:\d{1,2}(?:\s*[-~至到]\s*\d{1,2})?\s*月份?)?(?=\D)/;

function headerScore(header: Header, field: Field): number {
  if (field.never?.test(directionOf(header))) return 0;
  const names = plainNames(field);
  // 2025年5月派件量 is a 派件量; how long its figures count for is read from the header later.
  const bare = field.dimension === 'parcel' ? header.text.replace(leadingPeriod, '') : header.text;
  const own = bare === header.text ? nameScore(bare, names) : 0.75 * nameScore(bare, names);
  if (header.parts.length < 2) return own;
  const joined = nameScore(header.parts.join(''), names);
  const last = nameScore(header.parts.at(-1)!, names) * 0.98;
  const first = nameScore(header.parts[0]!, names) * 0.5;
  return Math.max(own, joined, last, first);
}

/** Fields and headers paired, best first, each once. */
function pair(fields: readonly Field[], headers: readonly Header[]): ColumnMatch[] {
  const candidates: ColumnMatch[] = [];
  for (const { key, ...field } of fields)
    for (const header of headers) {
      const score = headerScore(header, { key, ...field });
      if (score > 0) candidates.push({ fieldKey: key, header, score });
    }
  const order = new Map(fields.map(({ key }, index) => [key, index]));
  // Ties go by the registry's order, then by the header's words: never by the order of the columns.
  candidates.sort(
    (a, b) =>
      b.score - a.score ||
      order.get(a.fieldKey)! - order.get(b.fieldKey)! ||
      (a.header.text < b.header.text
        ? -1
        : a.header.text > b.header.text
          ? 1
          : a.header.index - b.header.index),
  );
  const usedFields = new Set<string>();
  const usedHeaders = new Set<number>();
  return candidates.filter(({ fieldKey, header }) => {
    if (usedFields.has(fieldKey) || usedHeaders.has(header.index)) return false;
    usedFields.add(fieldKey);
    usedHeaders.add(header.index);
    return true;
  });
}

/** Months (5月, 2024年5月) or couriers as columns: a volume table turned on its side. */
export const wideMonth = /^(?:(\d{4})[年/.-]?)?(1[0-2]|0?[1-9])月(?:份)?$/;
export const courierNames =
  /^(中通|圆通|申通|韵达|极兔|邮政|ems|中国邮政|顺丰|京东|百世|德邦|丹鸟|菜鸟|天天|优速|安能|快手)(快递|速递|物流|速运|件量)?$/i;
const measures: readonly (readonly [RegExp, 'delivery' | 'pickup' | 'total'])[] = [
  [/派|投递|进件|进港|到件|下行/, 'delivery'],
  [/揽|收件|收寄|出件|出港|寄件|上行/, 'pickup'],
  [/合计|总|业务量|件量/, 'total'],
];
/** Month or courier of a header, alone or over one of the measures; null where it names neither. */
export function wideParts(
  header: Header,
): { readonly word: string; readonly measure: 'delivery' | 'pickup' | 'total' } | null {
  const isWord = (text: string): boolean => wideMonth.test(text) || courierNames.test(text);
  const parts = header.parts.map((part) => normalise(part).replace(/\([^()]*\)$/, ''));
  const last = parts.at(-1) ?? normalise(header.text);
  if (isWord(last)) return { word: last, measure: 'total' };
  const above = parts.at(-2);
  const measure = measures.find(([words]) => words.test(last))?.[1];
  return above !== undefined && isWord(above) && measure ? { word: above, measure } : null;
}
export const isWideHeader = (header: Header): boolean => wideParts(header) !== null;

/** The mapping of a table's headers for one kind; fields a user has settled are left as they are. */
export function mapColumns(
  kind: TableKind,
  headers: readonly Header[],
  settled: readonly ColumnMatch[] = [],
  settledKeys: readonly string[] = [],
): Mapping {
  const taken = new Set(settled.map(({ header }) => header.index));
  const named = headers.filter(({ text }) => text !== '');
  const wide =
    kind === 'volumes' ? named.filter((header) => isWideHeader(header) && !taken.has(header.index)) : [];
  const guessed = pair(
    kindFields[kind].filter(({ key }) => !settledKeys.includes(key)),
    named.filter((header) => !wide.includes(header) && !taken.has(header.index)),
  );
  const matches = [...settled, ...guessed];
  // A guess by a piece of a word is only worth keeping where the kind needs it.
  const found = new Set(matches.map(({ fieldKey }) => fieldKey));
  const isWideVolume = wide.length >= 2;
  const missing = requiredFields[kind].filter(
    (group) => !group.some((key) => found.has(key)) && !(isWideVolume && group.includes('total')),
  );
  const telling = new Set(tellingFields[kind]);
  let score = -4 * missing.length + (isWideVolume ? Math.min(3, wide.length) + 2 : 0);
  for (const match of matches) score += match.score * (telling.has(match.fieldKey) ? 2 : 1);
  const used = new Set([...matches.map(({ header }) => header.index), ...wide.map(({ index }) => index)]);
  return { kind, matches, missing, unused: named.filter(({ index }) => !used.has(index)), score };
}

/** Mappings for every kind, the likeliest first; names of file and sheet count a little. */
export function rankKinds(headers: readonly Header[], fileAndSheetName: string): readonly Mapping[] {
  return tableKinds
    .map((kind) => {
      const mapping = mapColumns(kind, headers);
      return { ...mapping, score: mapping.score + (kindNames[kind].test(fileAndSheetName) ? 1.5 : 0) };
    })
    .sort((a, b) => b.score - a.score);
}

/** A header's words without blanks, width and punctuation. */
export const plainHeader = ({ parts }: Header): string => normalise(parts.join('/'));

/** Key under which a mapping is remembered: the same headers in any order. */
export const headerSignature = (headers: readonly Header[]): string =>
  hashText(
    headers
      .map(plainHeader)
      .filter((text) => text !== '')
      .sort()
      .join('|'),
  )
    .toString(16)
    .padStart(8, '0');

const everyField = tableKinds.flatMap((kind) => kindFields[kind]);
const plainKnown = new Map<string, boolean>();

/** True for a text that names a field of any kind, at 0.6 or better. */
function isKnownName(text: string): boolean {
  if (text === '' || text.length > 24) return false;
  const plain = normalise(text);
  let isKnown = plainKnown.get(plain);
  if (isKnown === undefined) {
    const header: Header = { index: 0, text, parts: [text] };
    isKnown = isWideHeader(header) || everyField.some((field) => headerScore(header, field) >= 0.6);
    if (plainKnown.size >= plainFormLimit) plainKnown.clear();
    plainKnown.set(plain, isKnown);
  }
  return isKnown;
}

/** How much a row of texts looks like a header: its cells that name a field. */
export const headerLikeness = (texts: readonly string[]): number => texts.filter(isKnownName).length;
