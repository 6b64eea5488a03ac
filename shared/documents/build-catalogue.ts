import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { compareArcs } from './catalogue.ts';
import { catalogueEntryOf, Definition, splitDefinitionOid } from './definition.ts';

/**
 * Brings national definitions into the catalogue:
 *
 *   node shared/documents/build-catalogue.ts <folder> [oid ...]
 *
 * `folder` holds one JSON file of facts per definition, named by its OID with version. Without OIDs
 * all of them are brought; an OID is a type's (every version) or a definition's. Each is checked before
 * anything is written, and what the catalogue had stays: documents are kept under the version they
 * were written in.
 */
const CATALOGUE = join(import.meta.dirname, 'catalogue');

const Facts = z.record(z.string(), z.unknown());

/**
 * The facts say closed values twice (`accepted` beside `codes` or `values`) and an unknown author as
 * null; a definition says a thing once.
 */
export function definitionFromFacts(facts: unknown): Definition {
  const withoutRepetition = (value: unknown): unknown => {
    const field = Facts.safeParse(value).data;
    if (field === undefined) return value;
    const { accepted, author, fields, ...rest } = field;
    const closed = rest.type === 'code' ? 'codes' : 'values';
    return {
      ...rest,
      ...(accepted !== undefined && { [closed]: rest[closed] ?? accepted }),
      ...(typeof author === 'string' && { author }),
      ...(Array.isArray(fields) && { fields: fields.map(withoutRepetition) }),
    };
  };
  return Definition.parse(withoutRepetition(facts));
}

function readDefinition(path: string): Definition {
  try {
    const definition = definitionFromFacts(JSON.parse(readFileSync(path, 'utf8')));
    if (`${definition.oid}.json` === basename(path)) return definition;
  } catch (error) {
    throw new Error(`${path} is not a definition`, { cause: error });
  }
  throw new Error(`${path} holds a definition of another OID than its name says`);
}

const writeJson = (name: string, value: unknown): void =>
  writeFileSync(join(CATALOGUE, name), `${JSON.stringify(value)}\n`);

function buildCatalogue(folder: string, wanted: readonly string[]): void {
  const available = readdirSync(folder).filter((name) => splitDefinitionOid(basename(name, '.json')));
  const isNamed = (name: string, oid: string): boolean => {
    const definitionOid = basename(name, '.json');
    return definitionOid === oid || splitDefinitionOid(definitionOid)?.typeOid === oid;
  };
  for (const oid of wanted) {
    if (!available.some((name) => isNamed(name, oid))) throw new Error(`${folder} has no definition ${oid}`);
  }
  const chosen = available.filter((name) => wanted.length === 0 || wanted.some((oid) => isNamed(name, oid)));
  const definitions = chosen.map((name) => readDefinition(join(folder, name)));

  mkdirSync(CATALOGUE, { recursive: true });
  for (const definition of definitions) writeJson(`${definition.oid}.json`, definition);

  const entries = readdirSync(CATALOGUE)
    .filter((name) => splitDefinitionOid(basename(name, '.json')))
    .map((name) => Definition.parse(JSON.parse(readFileSync(join(CATALOGUE, name), 'utf8'))))
    .map(catalogueEntryOf)
    .sort((a, b) => compareArcs(a.oid, b.oid));
  const lines = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  writeFileSync(join(CATALOGUE, 'index.json'), `[\n${lines}\n]\n`);
  process.stdout.write(`${definitions.length} brought, ${entries.length} in the catalogue\n`);
}

if (import.meta.main) {
  const [folder, ...wanted] = process.argv.slice(2);
  if (folder === undefined) throw new Error('give the folder of the facts');
  buildCatalogue(folder, wanted);
}
