import { z } from 'zod';

/** Field types that several parts of the scenario file share. */
export const id = <Id extends string>() => z.string().min(1) as unknown as z.ZodType<Id, Id>;
export const amount = z.number().min(0);
export const share = z.number().min(0).max(1);
export const clockMin = z.number().min(0).max(2880);
export const wholeNumber = z.int().min(0);
export const grade = z.enum(['sourced', 'derived', 'assumption', 'user']);
export const lineKind = z.enum(['direct', 'trunk', 'branch', 'urban', 'bus']);

export const graded = z.strictObject({
  value: z.number(),
  low: z.number().exactOptional(),
  high: z.number().exactOptional(),
  grade,
  source: z.string(),
});

/** A value without which nothing can be reckoned. */
export const gradedAboveZero = graded.extend({ value: z.number().positive() });

export const serviceDays = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('daily') }),
  z.strictObject({ kind: z.literal('everyNDays'), n: z.int().min(1) }),
  z.strictObject({ kind: z.literal('weekdays'), days: z.array(z.int().min(0).max(6)) }),
]);
