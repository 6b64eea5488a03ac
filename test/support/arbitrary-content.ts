import fc from 'fast-check';
import { deliveredCodeList } from '../../shared/documents/code-lists.ts';
import type { CodeField, Definition, Field } from '../../shared/documents/definition.ts';

/** Contents that a definition lets be final: all required and conditional fields, some of the others. */
const someText = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '');

const someDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString());

function codeArbitrary({ codeList, systems, codes, displays }: CodeField): fc.Arbitrary<unknown> {
  const known = codeList === undefined ? [] : (deliveredCodeList(codeList)?.codes ?? []);
  const knownCodes = known.map(({ code }) => code).filter((code) => code !== null);
  // 24, institutional service, is accepted with both service tasks of a restrictive measure.
  const accepted = codes?.includes('24') ? ['24'] : (codes ?? knownCodes);
  const isOid = codeList !== undefined && /^[\d.]+$/.test(codeList);
  return fc.record({
    system: fc.constantFrom(
      ...(systems ?? (isOid ? [`urn:oid:${codeList}`, `urn:oid:${codeList}.201601`] : ['own'])),
    ),
    code: accepted.length > 0 ? fc.constantFrom(...accepted) : someText,
    display: displays === undefined ? someText : fc.constantFrom(...displays),
  });
}

function valueArbitrary(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'group':
      return groupArbitrary(field.fields);
    case 'text':
      return field.values === undefined ? someText : fc.constantFrom(...field.values);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'date':
      return fc.oneof(
        someDay.map((day) => day.slice(0, 10)),
        someDay.map((day) => day.slice(0, 7)),
        someDay.map((day) => day.slice(0, 4)),
      );
    case 'datetime':
      return fc.oneof(
        someDay,
        someDay.map((day) => `${day.slice(0, 19)}+03:00`),
        someDay.map((day) => day.slice(0, 10)),
      );
    case 'code':
      return codeArbitrary(field);
    case 'identifier':
      return fc.record({
        value: someText,
        ...(field.system !== undefined && { system: fc.constant(field.system) }),
      });
    case 'quantity':
    default:
      return fc.record({
        value: fc.integer(),
        code: field.units === undefined ? fc.constant('EUR') : fc.constantFrom(...field.units),
      });
  }
}

function groupArbitrary(fields: readonly Field[]): fc.Arbitrary<Record<string, unknown>> {
  const members = fields.map((field) => {
    const value = valueArbitrary(field);
    return [field.key, field.repeats ? fc.array(value, { minLength: 1, maxLength: 2 }) : value] as const;
  });
  const always = fields.filter((field) => field.required || field.conditional).map(({ key }) => key);
  return fc.record(Object.fromEntries(members), { requiredKeys: always, noNullPrototype: true });
}

const PRESCRIBED = 'Määrittelyn säätämä teksti.';

/** The definition as it is once an operator has loaded the paragraphs that it prescribes. */
export function withPrescribedTexts(definition: Definition): Definition {
  const told = (field: Field): Field => {
    if (field.type === 'group') return { ...field, fields: field.fields.map(told) };
    return field.type === 'text' && field.fixedText ? { ...field, values: [PRESCRIBED] } : field;
  };
  return { ...definition, fields: definition.fields.map(told) };
}

export const contentArbitrary = (definition: Definition): fc.Arbitrary<Record<string, unknown>> =>
  groupArbitrary(definition.fields).map((below) => ({ [definition.key]: below }));
