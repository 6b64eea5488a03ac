import type { ActContext } from '../../../act.ts';
import { keyRing } from '../../../crypto/key-ring.ts';
import { sha256Of } from '../../../crypto/sha256.ts';
import { isRecord } from '../../../documents/visit.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { ClientId } from '../../../kernel/id.ts';
import { Instant } from '../../../kernel/instant.ts';
import { loadClientKeys } from '../../clients/file.ts';
import { hasSafetyBan } from '../../clients/rules.ts';
import { loadHeads } from '../../clients/store.ts';
import { besidesFileOfClient, fileOfClient, type RawOfClient } from '../../stores/walk.ts';
import type { SubjectRequest, Target } from '../model.ts';
import type { PeopleOfFile } from '../pointing/gather-people.ts';
import { receiverOf } from '../receiver.ts';
import type { InspectionPackage, StoredItem } from './model.ts';
import { presented } from './present.ts';

type Where = Pick<ActContext, 'services' | 'actor' | 'today'>;
type Asked = Pick<SubjectRequest, 'kind' | 'targets' | 'asker' | 'relationId'>;

/** A part that was put together: not stored yet. */
export type AssembledPart = { items: StoredItem[]; sha256: string };

/** Characters of the JSON of a part, and items in it: what one person goes through at a sitting, and one print holds. */
const PART_CHARACTERS = 300_000;
const PART_ITEMS = 100;

/** What a request is about: everything on the person, or the documents that were named. */
function isAsked({ kind, targets }: Pick<SubjectRequest, 'kind' | 'targets'>, item: RawOfClient): boolean {
  if (kind === 'inspection') return true;
  const isIt = ({ kind: of, id }: Target): boolean =>
    item.entity === of && (item['noteId'] === id || item['documentId'] === id);
  return targets.some(isIt) || targets.some(({ id }) => id === ownerOf(item));
}

/** The thing that an attached file belongs to: it is asked for with it. */
function ownerOf({ entity, belongsTo }: RawOfClient): string | undefined {
  const owner = entity === 'attachment' && isRecord(belongsTo) ? belongsTo['id'] : undefined;
  return typeof owner === 'string' ? owner : undefined;
}

/**
 * Walks through all that the register of stores says of the files of one person, and gives it in parts, in an order that is
 * always the same. What was stored after `asOf` is left out. `people`: meets whom the file knows on the way.
 */
export async function* assembled(
  where: Where,
  request: Asked,
  files: readonly ClientId[],
  { asOf, hidesDwelling: hides }: Pick<InspectionPackage, 'asOf' | 'hidesDwelling'>,
  people: PeopleOfFile,
): AsyncGenerator<AssembledPart> {
  let items: StoredItem[] = [];
  let characters = 0;
  const asked = { ...where, hidesDwelling: hides === true };
  for await (const item of itemsOf(asked, request, { files, asOf, people })) {
    const length = JSON.stringify(item).length;
    if (items.length > 0 && (characters + length > PART_CHARACTERS || items.length >= PART_ITEMS)) {
      yield partOf(items);
      items = [];
      characters = 0;
    }
    items.push({ ...item, place: items.length });
    characters += length;
  }
  if (items.length > 0) yield partOf(items);
}

const partOf = (items: StoredItem[]): AssembledPart => ({ items, sha256: sha256Of(canonicalJson(items)) });

/**
 * Whether the person's dwelling is left out: it is told to oneself, and under a safety ban to nobody else, a guardian
 * included (661/2009 § 36).
 */
export async function hidesDwelling(
  { services, actor, today }: Where,
  request: Asked,
  files: readonly ClientId[],
): Promise<boolean> {
  if (receiverOf(request).kind === 'client') return false;
  const heads = await loadHeads(services, actor.controller, files);
  return heads.some((head) => hasSafetyBan(head, today));
}

async function* itemsOf(
  where: Where & { hidesDwelling: boolean },
  request: Asked,
  { files, asOf, people }: { files: readonly ClientId[]; asOf: Instant; people: PeopleOfFile },
): AsyncGenerator<Omit<StoredItem, 'place'>> {
  const { services, actor } = where;
  for (const clientId of files) {
    const keys = await loadClientKeys(services.tables, actor.controller, clientId);
    if (keys === undefined) continue;
    const ring = keyRing(services, actor.controller, keys);
    let bodies: RawOfClient[] = [];
    for await (const found of fileOfClient(where, clientId)) {
      if (found.store.lies.in === 'body') {
        bodies.push(found.item);
        continue;
      }
      const own = bodies;
      bodies = [];
      if (Instant.parse(found.item['createdAt']) > asOf) continue;
      await people.meet(ring, found);
      if (!isAsked(request, found.item)) continue;
      const item = await presented(where, ring, found, own);
      if (item !== undefined) yield item;
    }
    if (request.kind !== 'inspection') continue;
    for await (const found of besidesFileOfClient(where, clientId)) {
      if (Instant.parse(found.item['createdAt']) > asOf) continue;
      const item = await presented(where, ring, found, []);
      if (item !== undefined) yield item;
    }
  }
}
