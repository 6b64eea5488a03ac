import * as z from 'zod';
import { Definition, type Field, splitDefinitionOid } from '../../shared/documents/definition.ts';
import { fieldFromSchema, type Problems } from './field-from-schema.ts';
import { DefinitionSchema, notTaken } from './schema-nodes.ts';

/** What is wrong with a file, each with its JSON pointer into it. */
export type Problem = { path: string; text: string };

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const problemsIn = (error: z.ZodError): Problem[] =>
  error.issues.map(({ path, message }) => ({ path: pointerOf(path), text: message }));

/** A definition of THL's draft-07 form in ours, or all that stands in the way of it. */
export function definitionFromSchema(
  json: unknown,
): { definition: Definition } | { problems: readonly Problem[] } {
  const parsed = DefinitionSchema.safeParse(json);
  if (!parsed.success) return { problems: problemsIn(parsed.error) };
  const schema = parsed.data;
  const problems: Problem[] = [];
  const tell: Problems = (path, text) => void problems.push({ path, text });
  const { sosmeta } = schema;
  for (const keyword of notTaken(schema)) tell(`/${keyword}`, 'is a rule that a definition cannot hold');
  if (splitDefinitionOid(sosmeta.oid) === undefined) {
    tell('/sosmeta/oid', 'does not end in a version: year, month and day');
  }
  const [root, ...more] = Object.entries(schema.properties ?? {});
  if (root === undefined || more.length > 0)
    tell('/properties', 'must hold one document and nothing beside it');
  if (root === undefined) return { problems };
  const [key, node] = root;
  if (!(schema.required ?? []).includes(key)) tell('/required', `must name ${key}`);
  const field = fieldFromSchema({ key, node, required: true, path: `/properties/${key}` }, tell);
  if (field !== undefined && (field.type !== 'group' || field.repeats)) {
    tell(`/properties/${key}`, 'must be one object');
  }
  if (problems.length > 0 || field?.type !== 'group') return { problems };
  return ofDefinition(schema, key, field);
}

function ofDefinition(
  { sosmeta }: DefinitionSchema,
  key: string,
  { fi, sv, fields }: Field & { type: 'group' },
): { definition: Definition } | { problems: readonly Problem[] } {
  const author = said(sosmeta.documentAuthor);
  const made = Definition.safeParse({
    oid: sosmeta.oid,
    documentType: sosmeta.documentType,
    ...(author !== '' && { author }),
    subject: said(sosmeta.documentSubject),
    definitionVersion: sosmeta.documentDefinitionVersion,
    componentVersion: sosmeta.dataComponentLibraryVersion,
    key,
    fi,
    ...(sv !== undefined && { sv }),
    type: 'group',
    required: true,
    fields,
  });
  return made.success ? { definition: made.data } : { problems: problemsIn(made.error) };
}

const said = (text: string | null | undefined): string => {
  const plain = (text ?? '').replaceAll(/[^\S\n]+/g, ' ').trim();
  return plain === '-' ? '' : plain;
};
