import * as z from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import type { CollectionForm } from '../controllers/settings/collection-forms.ts';
import type { StatisticsUse } from './edition.ts';
import type { FigureDefinition } from './figure-definition.ts';
import type { Dimension, Row } from './model.ts';
import type { Period } from './periods.ts';
import { STATISTICS_REFUSALS } from './refusals.ts';

/** Lomake: an edition in the fields of its recipient. */
export const Form = z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) });
export type Form = z.infer<typeof Form>;

type Counted = {
  definition: FigureDefinition;
  period: Period;
  rows: readonly Row[];
  divisions: readonly Dimension[];
};
type Field = CollectionForm['fields'][number];

/** The form that the settings have of a definition for whom it is given to. */
export const formFor = (
  forms: readonly CollectionForm[],
  { id }: FigureDefinition,
  use: StatisticsUse,
): CollectionForm | undefined =>
  use.kind === 'own'
    ? undefined
    : forms.find((one) => one.definitionId === id && one.recipient === use.recipient);

/**
 * The sums in the fields of the form, in their order; a part of which there is nothing is 0.
 * @throws Refusal `statistics.formUnknown` where a field names no number of the edition: it would be empty and look like one.
 */
export function filledForm(form: CollectionForm, counted: Counted): Form {
  const { rows } = counted;
  for (const field of form.fields) mustBeThere(form, field, counted);
  const parts =
    form.rowPer === 'whole'
      ? [undefined]
      : [
          ...new Set(rows.flatMap(({ by, key }) => (by === form.rowPer && key !== undefined ? [key] : []))),
        ].toSorted();
  const sums = new Map(rows.map((row) => [nameOf(row.measure, row.by, row.key), row.value ?? 0]));
  const cellOf = (field: Field, part: string | undefined): string => {
    if ('value' in field) {
      return { period: counted.period, part: part ?? '', absent: '' }[field.value];
    }
    const [by, key] = part === undefined ? [field.of?.by, field.of?.part] : [form.rowPer, part];
    return String(sums.get(nameOf(field.measure, by, key)) ?? 0);
  };
  return {
    columns: form.fields.map(({ name }) => name),
    rows: parts.map((part) => form.fields.map((field) => cellOf(field, part))),
  };
}

const nameOf = (measure: string, by = '', key = ''): string => [measure, by, key].join('\u0000');

function mustBeThere({ rowPer }: CollectionForm, field: Field, { definition, divisions }: Counted): void {
  if ('value' in field) return;
  const by = rowPer === 'whole' ? field.of?.by : rowPer;
  const isThere =
    definition.measures.some(({ id }) => id === field.measure) &&
    (by === undefined || divisions.includes(by));
  if (!isThere) throw new Refusal(STATISTICS_REFUSALS.formUnknown);
}
