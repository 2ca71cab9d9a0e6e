import { z } from 'zod';
import { leastInput } from '../model/leastInputs.ts';

/** Field types that several parts of the scenario file share. */
export const id = <Id extends string>() => z.string().min(1) as unknown as z.ZodType<Id, Id>;
export const amount = z.number().min(0);
export const share = z.number().min(0).max(1);
export const clockMin = z.number().min(0).max(2880);
export const wholeNumber = z.int().min(0);
export const grade = z.enum(['sourced', 'derived', 'assumption', 'user']);
export const lineKind = z.enum(['direct', 'trunk', 'branch', 'urban', 'bus']);

/** No input is below 0: a price below it would be an income nobody pays. */
export const graded = z.strictObject({
  value: amount,
  low: amount.exactOptional(),
  high: amount.exactOptional(),
  grade,
  source: z.string(),
});

/** An input that means nothing near 0, by the name of its field. */
export const gradedInput = (name: string) => graded.extend({ value: z.number().min(leastInput(name)) });

export const serviceDays = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('daily') }),
  z.strictObject({ kind: z.literal('everyNDays'), n: z.int().min(1) }),
  z.strictObject({ kind: z.literal('weekdays'), days: z.array(z.int().min(0).max(6)).min(1) }),
]);
