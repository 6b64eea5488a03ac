import * as z from 'zod';
import { listedClients } from '../../shared/access/listed-clients.ts';
import type { ActContext, LinePart, Reading } from '../../shared/act.ts';
import { sha256Of } from '../../shared/crypto/sha256.ts';
import {
  type PersonCollection,
  PersonCollectionId,
  type PersonRecord,
  type PersonValue,
} from '../../shared/domain/controllers/settings/person-collections.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { allUnits } from '../../shared/domain/controllers/store.ts';
import { isFirstOf, stopsOf } from '../../shared/domain/disclosures/population.ts';
import { isRepealed } from '../../shared/domain/disclosures/provisions.ts';
import { csvOfRows } from '../../shared/domain/statistics/csv.ts';
import { daysOf, isOfYear, rowsOfChild } from '../../shared/domain/statistics/persons/child.ts';
import { PERSON_COLLECTIONS } from '../../shared/domain/statistics/persons/collections.ts';
import { type FoundChild, loadChild, openingOf } from '../../shared/domain/statistics/persons/load-child.ts';
import { PERSON_COLLECTION_REFUSALS } from '../../shared/domain/statistics/persons/refusals.ts';
import { STATISTICS_REFUSALS } from '../../shared/domain/statistics/refusals.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { cursorOf, placeOf, rowsFrom } from './case-rows.ts';

export const OneCollection = z.strictObject({
  collectionId: PersonCollectionId.meta({ id: 'PersonCollectionId', examples: ['childWelfareYear'] }),
  year: z
    .string()
    .regex(/^[12]\d{3}$/, 'a year, as 2026')
    .meta({ id: 'PersonCollectionYear', examples: ['2025'] }),
});
export const CollectionQuery = PageQuery.pick({ cursor: true });

export const CollectionPart = z
  .strictObject({
    collectionId: PersonCollectionId,
    version: z.int(),
    year: z.string(),
    recipient: z.string(),
    provision: z.string(),
    /** RFC 7638, of the key that opens it. */
    keyThumbprint: z.string().optional(),
    columns: z.array(z.string()),
    persons: z.int(),
    rows: z.int(),
    /** Restricted and merged files that this part met: nothing of them is given here. */
    leftOut: z.int(),
    /** Measures whose documents are restricted in their processing. */
    limited: z.int(),
    /** A JWE of CSV, where there are rows; and the SHA-256 of the JWE: one of the rows could be guessed back. */
    sealed: z.string().optional(),
    sha256: z.string().optional(),
    next: z.string().optional(),
  })
  .meta({ id: 'PersonCollectionPart' });

/**
 * The next part of a collection by person, sealed for its recipient: neither the caller nor this system can open it, and
 * nothing of it is kept. Children are found case by case through the units, each once; each is named in the line, which is
 * of the disclosure log.
 */
export async function giveCollection(
  context: ActContext,
  {
    params: { collectionId, year },
    query: { cursor },
  }: { params: z.infer<typeof OneCollection>; query: z.infer<typeof CollectionQuery> },
): Promise<Reading<z.infer<typeof CollectionPart>>> {
  const collection = await collectionOf(context, collectionId, year);
  const definition = PERSON_COLLECTIONS[collectionId];
  const record = collection.record ?? definition.record;
  const question = `${collectionId} ${year}`;
  const [units, opened] = await Promise.all([allUnits(context), openCursor(context, question, cursor)]);
  const stops = stopsOf(units.map(({ unit }) => unit.unitId).toSorted());
  const { found, leftOut, next } = await childrenFrom(context, record, year, {
    stops,
    from: placeOf(stops, opened),
  });
  const openings = found.map((one) => openingOf(context, one, record));
  return {
    line: lineOf(context, collection, { version: definition.version, record }, found),
    body: async () => {
      const children = await Promise.all(openings.map((open) => open()));
      const rows = children.flatMap((child) => rowsOfChild(record, year, child));
      const columns = record.fields.map(({ name }) => name);
      const [sealed, further] = await Promise.all([
        rows.length === 0 ? undefined : sealedRows(collection, columns, rows),
        sealCursor(context, question, cursorOf(next)),
      ]);
      return {
        collectionId,
        version: definition.version,
        year,
        recipient: collection.recipient,
        provision: collection.provision,
        columns,
        persons: found.length,
        rows: rows.length,
        leftOut,
        limited: found.reduce((sum, { limited }) => sum + limited, 0),
        ...sealed,
        ...(further === undefined ? {} : { next: further }),
      };
    },
  };
}

/** @throws Refusal `statistics.noRecipient`, `statistics.mayNotBeGiven`, `statistics.provisionRepealed`, `statistics.notOver`. */
async function collectionOf(
  { services, actor, today }: ActContext,
  collectionId: PersonCollectionId,
  year: string,
): Promise<PersonCollection> {
  const { personCollections, statistics } = await settingsOf(services, actor.controller);
  const collection = personCollections.find((one) => one.collection === collectionId);
  if (collection === undefined) throw new Refusal(PERSON_COLLECTION_REFUSALS.noRecipient);
  if (!statistics.recipients.includes(collection.recipient)) {
    throw new Refusal(STATISTICS_REFUSALS.mayNotBeGiven);
  }
  const { provisionRepealed } = PERSON_COLLECTION_REFUSALS;
  if (isRepealed(collection.provision, today)) throw new Refusal(provisionRepealed);
  if (today <= daysOf(year).to) throw new Refusal(STATISTICS_REFUSALS.notOver);
  return collection;
}

async function childrenFrom(
  context: ActContext,
  record: PersonRecord,
  year: string,
  at: Parameters<typeof rowsFrom>[2],
): Promise<{ found: FoundChild[]; leftOut: number; next: Awaited<ReturnType<typeof rowsFrom>>['next'] }> {
  const { rows, next } = await rowsFrom(context, (heads) => heads.filter((head) => isOfYear(head, year)), at);
  const ids = new Set(rows.map(({ clientId }) => clientId));
  const listed = await listedClients(context, [...ids]);
  const children = await Promise.all(
    [...listed.values()].map((one) => loadChild(context, one, record, year)),
  );
  const found = children
    .filter((one) => one !== undefined)
    .filter(({ clientId, cases }) => rows.some((row) => row.clientId === clientId && isFirstOf(row, cases)));
  return { found, leftOut: ids.size - listed.size, next };
}

async function sealedRows({ key }: PersonCollection, columns: readonly string[], rows: string[][]) {
  const { sealForRecipient } = await import('../../shared/crypto/seal-for-recipient.ts');
  const made = await sealForRecipient(key, csvOfRows(columns, rows), 'text/csv');
  return { ...made, sha256: sha256Of(made.sealed) };
}

const OF_ASSESSMENTS: readonly PersonValue[] = ['assessmentsBegun', 'assessmentsReady'];

/** Each child is named, so that it is seen in the own log; it is of the disclosure log. */
const lineOf = (
  { today }: ActContext,
  { collection, recipient, provision }: PersonCollection,
  { version, record }: { version: number; record: PersonRecord },
  found: readonly FoundChild[],
): LinePart => ({
  clients: found.map(({ clientId }) => clientId),
  resources: [
    { kind: 'statistics', id: collection, version },
    ...found.map(({ clientId: id }) => ({ kind: 'client' as const, id })),
  ],
  dataGroups:
    found.length === 0
      ? ['statistics']
      : [
          'statistics',
          'identity',
          'decisions',
          ...(record.fields.some(({ value }) => OF_ASSESSMENTS.includes(value))
            ? (['assessments'] as const)
            : []),
        ],
  ...(found.length === 0
    ? {}
    : {
        disclosure: {
          on: today,
          recipient: { kind: 'authority', reference: recipient },
          purpose: 'statistics',
          ground: { kind: 'provision', provision },
        },
      }),
});
