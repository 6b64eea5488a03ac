import { definitionOf } from '../../shared/documents/catalogue.ts';
import type { Definition } from '../../shared/documents/definition.ts';
import type { PrintedDocument, PrintedHead } from '../../shared/documents/render/print-of-document.ts';

/** Parts of invented documents in THL's form. */

export const code = (list: string, value: string, display: string): Record<string, string> => ({
  system: `urn:oid:${list}`,
  code: value,
  display,
});
export const person = (given: string, surname: string, title?: string): Record<string, unknown> => ({
  sukunimi: surname,
  etunimet: given,
  ...(title === undefined ? {} : { tehtavanimike: title }),
});
export const identity = (value: string): Record<string, string> => ({ system: 'urn:oid:1.2.246.21', value });
export const address = (street: string, postalCode: string, office: string): Record<string, string> => ({
  lahiosoite: street,
  postinumero: postalCode,
  postitoimipaikka: office,
});
export const unit = { system: 'urn:oid:1.2.246.537.6.202', display: 'Lastensuojelun avohuolto' };

const HEAD: PrintedHead = {
  documentId: '01KBN4PZ00000000000000000A',
  correction: 0,
  state: 'final',
  documentAt: '2026-11-24T08:30:00.000Z',
  finalAt: '2026-11-24T08:45:00.000Z',
  author: { name: 'Kaisa Vastuullinen', post: 'sosiaalityöntekijä' },
  organiser: { name: 'Keski-Uudenmaan hyvinvointialue' },
  unit: 'Lastensuojelun avohuolto',
  caseId: '01KBN4PZ00000000000000000C',
  serviceTasks: ['childWelfare'],
  socialServices: [],
};

export function sample(
  typeOid: string,
  content: Record<string, unknown>,
  head: Partial<PrintedHead> = {},
): PrintedDocument & { definition: Definition } {
  const definition = definitionOf(typeOid);
  if (definition === undefined) throw new Error(`The catalogue has no ${typeOid}.`);
  return { definition, content: { [definition.key]: content }, hidden: [], head: { ...HEAD, ...head } };
}
