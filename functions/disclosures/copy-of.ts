import { openedTexts } from '../../shared/access/opened-texts.ts';
import { visibleBaseData } from '../../shared/access/visibility.ts';
import { withoutDwellings } from '../../shared/access/visible-content.ts';
import { openNotes } from '../../shared/domain/case-notes/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { BaseData } from '../../shared/domain/clients/model.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { redacted, revealing, unknownPlaces } from '../../shared/domain/decisions/rules/copies.ts';
import { DisclosedCopy } from '../../shared/domain/disclosures/copy.ts';
import { disclosureFinding } from '../../shared/domain/disclosures/disclosure-finding.ts';
import { definitionOfDocument } from '../../shared/domain/documents/definitions.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import { Json } from '../../shared/kernel/json.ts';
import { type Found, hidesDwellings, type PreparedFacts } from './gate-of.ts';
import { protectedWords } from './protected-words.ts';

/** Places to leave out of a document or an entry, by its id: JSON pointers into its content. */
export type LeftOut = readonly { id: string; places: readonly string[] }[];

type Made = { copy: DisclosedCopy; findings: Finding[] };

/** Of the base data what was chosen, and the name, which every copy has. */
export function baseOf(
  { actor }: ClientContext,
  data: BaseData,
  { baseData, hides }: Pick<PreparedFacts, 'baseData'> & { hides: boolean },
): Pick<DisclosedCopy, 'client' | 'baseData'> {
  const base = hides ? visibleBaseData({ ...actor, grants: [] }, data, true).data : data;
  const chosen = baseData.flatMap((field) => (base[field] === undefined ? [] : [[field, base[field]]]));
  return DisclosedCopy.pick({ client: true, baseData: true }).parse({
    client: { family: data.name.family, given: data.name.given },
    baseData: Object.fromEntries(chosen),
  });
}

/**
 * The minimised copy. Under a safety ban nobody's dwelling is in it, whoever made it, unless the task of the authority
 * that asks needs the address and that is said; where one still stands in words, the copy is not made.
 */
export async function copyOf(
  context: ClientContext,
  found: Found,
  { facts, leftOut }: { facts: PreparedFacts; leftOut: LeftOut },
): Promise<Made> {
  const ring = ringOf(context);
  const hides = hidesDwellings(found, facts);
  const { data } = await openBase(ring, context.file.head);
  const words = hides ? await protectedWords(context, found) : [];
  const findings: Finding[] = [];

  const without = (id: string, content: Json): Record<string, Json> => {
    const places = leftOut.find((one) => one.id === id)?.places ?? [];
    if (unknownPlaces(content, places).length > 0)
      findings.push(disclosureFinding('placeUnknown', '/body/leftOut'));
    if (revealing(content, places, words).length > 0) {
      findings.push(disclosureFinding('addressInWords', '/body/leftOut'));
    }
    return Object(redacted(content, places));
  };

  const [documents, notes] = await Promise.all([
    Promise.all(
      found.documents.map(async ({ document, isBanned }) => {
        const [{ definition }, texts] = await Promise.all([
          definitionOfDocument(context.services, document.definitionOid),
          openedTexts(context, document, isBanned),
        ]);
        const whole = texts.content ?? {};
        const content = hides ? withoutDwellings(definition, whole).content : whole;
        return {
          documentId: document.documentId,
          version: document.version,
          definition: definition.oid,
          name: texts.name.fi,
          documentAt: document.documentAt,
          content: without(document.documentId, Json.parse(content)),
        };
      }),
    ),
    openNotes(context, ring, found.notes),
  ]);
  return {
    findings,
    copy: DisclosedCopy.parse({
      ...baseOf(context, data, { ...facts, hides }),
      documents,
      notes: notes.map((view) => ({
        noteId: view.noteId,
        version: view.version,
        entryType: view.entryType,
        eventAt: view.eventAt,
        content: without(view.noteId, Json.parse(view.content ?? {})),
      })),
    }),
  };
}
