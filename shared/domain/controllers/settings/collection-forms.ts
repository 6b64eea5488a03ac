import * as z from 'zod';
import { ServiceSettings } from './services.ts';

/**
 * Tiedonkeruiden lomakkeet: in which fields, and in which order, a collection takes the sums of a definition. Where its
 * record description was not public here an operator fits it in the settings, without code.
 */

const Name = z.string().regex(/^[\p{L}\p{N} _.,()/-]{1,120}$/u);
const Id = z.string().regex(/^[a-z][a-zA-Z]{2,59}$/);

/** By what an edition can be divided. */
const Division = z.enum([
  'unit',
  'municipality',
  'homeMunicipality',
  'ageGroup',
  'serviceTask',
  'code',
  'month',
]);

/** `part`: the municipality of the row. `absent`: what the form has and this system has not; it stays empty. */
const FormField = z.union([
  z.strictObject({ name: Name, value: z.enum(['period', 'part', 'absent']) }),
  z.strictObject({
    name: Name,
    measure: Id,
    /** One part of a division, where the form has one row for the whole. */
    of: z.strictObject({ by: Division, part: z.string().min(1).max(60) }).optional(),
  }),
]);

const CollectionForm = z
  .strictObject({
    definitionId: Id,
    recipient: ServiceSettings.shape.statistics.shape.recipients.unwrap(),
    /** What has a row: the whole controller, or each municipality. */
    rowPer: z.enum(['whole', 'municipality', 'homeMunicipality']),
    fields: z.array(FormField).min(1).max(300),
  })
  .refine(({ fields }) => new Set(fields.map(({ name }) => name)).size === fields.length, {
    message: 'each field stands once',
    path: ['fields'],
  })
  .refine(
    ({ rowPer, fields }) =>
      rowPer === 'whole' || !fields.some((field) => 'of' in field && field.of !== undefined),
    { message: 'a row a municipality is of no other part', path: ['fields'] },
  )
  .refine(
    ({ rowPer, fields }) =>
      rowPer !== 'whole' || !fields.some((field) => 'value' in field && field.value === 'part'),
    { message: 'the whole has no part', path: ['fields'] },
  );
export type CollectionForm = z.infer<typeof CollectionForm>;

export const CollectionForms = z
  .array(CollectionForm)
  .max(20)
  .refine((all) => new Set(all.map((one) => `${one.definitionId} ${one.recipient}`)).size === all.length, {
    message: 'each recipient has one form of a definition',
  });
