import { readNumber } from '../../core/io/tables/cells/readNumber.ts';
import type { Claim } from '../../core/model/county.ts';
import { type Refusal, refuse, type WriteCellOf } from './tableEdit.ts';

/** Statements of reports. They belong to the county, not to a scenario; rows go by their place in the list. */

type Claims = readonly Claim[];

export const claimRowId = (index: number): string => String(index);

const texts = ['subject', 'unit', 'document', 'asOf', 'note'] as const satisfies readonly (keyof Claim)[];
const isText = (key: string): key is (typeof texts)[number] => texts.some((each) => each === key);

/** As printed; a range (1-3) or a class (次日达) is what the report says and has no number. */
function valueFrom(text: string): Pick<Claim, 'valueText' | 'value'> {
  const percent = /^(.*\d)\s*[%％]$/u.exec(text)?.[1];
  const reading = readNumber(percent ?? text, 'none');
  const isPlain =
    reading.kind === 'number' && reading.doubt !== 'rangeAveraged' && reading.doubt !== 'approximate';
  return { valueText: text, ...(isPlain ? { value: reading.value } : {}) };
}

export const writeClaim: WriteCellOf<Claims> = (claims, rowId, columnKey, text) => {
  const index = Number(rowId);
  const claim = claims[index];
  if (!claim) return claims;
  const put = (next: Claim): Claims => claims.with(index, next);
  if (columnKey === 'code') {
    if (text === '') return refuse('required', text);
    return claims.some((each, at) => at !== index && each.id === text)
      ? refuse('nameTaken', text)
      : put({ ...claim, id: text });
  }
  if (columnKey === 'value') {
    if (text === '') return refuse('required', text);
    const { value: _, ...rest } = claim;
    return put({ ...rest, ...valueFrom(text) });
  }
  if (!isText(columnKey)) return refuse('readOnly', text);
  if (text === '' && columnKey === 'subject') return refuse('required', text);
  return put({ ...claim, [columnKey]: text });
};

export function addClaim(
  claims: Claims,
  typed: Readonly<Record<string, string>>,
): { readonly claims: Claims; readonly rowId: string } | Refusal {
  const { subject = '', value = '', unit = '', document = '' } = typed;
  if (subject === '' || value === '') return refuse('required', '');
  const taken = new Set(claims.map(({ id }) => id));
  let number = claims.length + 1;
  while (taken.has(`U-${number}`)) number++;
  const claim: Claim = {
    id: `U-${number}`,
    document,
    asOf: '',
    kind: '',
    subject,
    ...valueFrom(value),
    unit,
    note: '',
  };
  return { claims: [...claims, claim], rowId: claimRowId(claims.length) };
}

export const removeClaim = (claims: Claims, rowId: string): Claims =>
  claims.filter((_, index) => claimRowId(index) !== rowId);
