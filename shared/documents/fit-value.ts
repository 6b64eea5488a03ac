import { isPresent } from './conditional-rules.ts';
import type { Field } from './definition.ts';
import { checkLeaf } from './validate-leaf.ts';
import { isRecord } from './visit.ts';

/** Keeps of a value what the field has a place for, in the field's form; undefined when nothing is left. */
export function fitted(
  field: Field,
  value: unknown,
  isLeftOut: (key: string) => boolean = () => false,
): unknown {
  const items = (Array.isArray(value) ? value : [value]).flatMap((item) => {
    const fit = fittedOne(field, item, isLeftOut);
    return fit === undefined ? [] : [fit];
  });
  if (items.length === 0) return undefined;
  return field.repeats ? items : items[0];
}

function fittedOne(field: Field, value: unknown, isLeftOut: (key: string) => boolean): unknown {
  if (!isPresent(value)) return undefined;
  if (field.type !== 'group') return hasForm(field, value) ? structuredClone(value) : undefined;
  return isRecord(value) ? fittedGroup(field.fields, value, isLeftOut) : undefined;
}

function fittedGroup(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  isLeftOut: (key: string) => boolean,
): Record<string, unknown> | undefined {
  const kept = fields.flatMap((field) => {
    if (isLeftOut(field.key) || !Object.hasOwn(values, field.key)) return [];
    const value = fitted(field, values[field.key], isLeftOut);
    return value === undefined ? [] : [[field.key, value] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function hasForm(field: Exclude<Field, { type: 'group' }>, value: unknown): boolean {
  let sound = true;
  const visit = {
    stage: 'draft',
    find: () => undefined,
    on: undefined,
    report: () => void (sound = false),
  } as const;
  checkLeaf(visit, field, value, '');
  return sound;
}
