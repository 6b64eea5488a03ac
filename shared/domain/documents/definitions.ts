import type { FindCodeList } from '../../documents/code-lists.ts';
import {
  type CatalogueEntry,
  catalogueEntryOf,
  type Definition,
  splitDefinitionOid,
} from '../../documents/definition.ts';
import { libraryOf } from '../../documents/library.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Services } from '../../services.ts';
import { DOCUMENT_REFUSALS } from './refusals.ts';

/** A definition, its line in the catalogue, and the code lists it names. */
export type Defined = { definition: Definition; entry: CatalogueEntry; find: FindCodeList };

async function defined(services: Services, definition: Definition): Promise<Defined> {
  const find = await libraryOf(services).codeListsOf(definition);
  return { definition, entry: catalogueEntryOf(definition), find };
}

/**
 * The definition of a document or a draft that stands, in whichever version it was written.
 * @throws Refusal `document.noDefinition`.
 */
export async function definitionOfDocument(services: Services, oid: string): Promise<Defined> {
  const definition = await libraryOf(services).definitionOf(oid);
  if (definition === undefined) throw new Refusal(DOCUMENT_REFUSALS.noDefinition);
  return defined(services, definition);
}

/**
 * A definition by which something is built here, and which is delivered with the code, so that there always is one: the
 * newest version unless one is named.
 */
export async function builtBy(services: Services, typeOid: string, version?: string): Promise<Defined> {
  const definition = await libraryOf(services).definitionOf(typeOid, version);
  if (definition === undefined) throw new Error(`The catalogue lacks ${typeOid} ${version ?? ''}.`);
  return defined(services, definition);
}

/** The newest version of the same type; undefined when the type has been withdrawn whole. */
export const newestOf = (services: Services, oid: string): Promise<Definition | undefined> =>
  libraryOf(services).definitionOf(splitDefinitionOid(oid)?.typeOid ?? oid);

/**
 * What a document may be written by today: the newest version of its type and no other.
 * @throws Refusal `document.noDefinition`; `document.staleDefinition`, naming the newest version.
 */
export async function definitionInForce(services: Services, oid: string): Promise<Defined> {
  const newest = await newestOf(services, oid);
  if (newest === undefined) throw new Refusal(DOCUMENT_REFUSALS.noDefinition);
  if (newest.oid !== oid) {
    throw new Refusal(DOCUMENT_REFUSALS.staleDefinition, { details: { newest: newest.oid } });
  }
  return defined(services, newest);
}
