import type { KeyRing } from '../../crypto/key-ring.ts';
import type { ControllerId, DraftId, UnitId, UserId } from '../../kernel/id.ts';
import { type Instant, plusMilliseconds } from '../../kernel/instant.ts';
import type { Services } from '../../services.ts';
import { outOfIndexes } from '../../table/item.ts';
import { bodyKey, indexKeys, userKeys } from '../../table/keys.ts';
import { getItem, type Page, query } from '../../table/read.ts';
import { DraftContent, type DraftEntry, DraftHead, NoteBody } from './model.ts';
import { placeOfContent } from './texts.ts';

/** What is stored of drafts: a head with the writer, a body written once and sealed under the client. */

type Where = { services: Services; actor: { controller: ControllerId } };

const DAY = 86_400_000;
/** Drafts not saved after this moment are stale: so many days are the controller's choice. */
export const staleBefore = (now: Instant, days: number): Instant => plusMilliseconds(now, -days * DAY);

export const loadDraft = (
  { services, actor }: Where,
  writerId: UserId,
  draftId: DraftId,
): Promise<DraftHead | undefined> =>
  getItem(
    services.tables,
    actor.controller,
    'records',
    userKeys.draft(actor.controller, writerId, draftId),
    DraftHead,
  );

/** A writer's drafts, the latest begun first. */
export const draftsOfWriter = (
  { services, actor }: Where,
  writerId: UserId,
  page: { limit: number; after?: Record<string, string> },
): Promise<Page<DraftHead>> =>
  query(
    services.tables,
    actor.controller,
    {
      table: 'records',
      pk: userKeys.draftPartition(actor.controller, writerId),
      descending: true,
      ...page,
    },
    DraftHead,
  );

/** Drafts of a unit's writers that were last saved by the moment, the oldest first. */
export const draftsOfUnit = (
  { services, actor }: Where,
  unitId: UnitId,
  savedBy: Instant,
  page: { limit: number; after?: Record<string, string> },
): Promise<Page<DraftHead>> =>
  query(
    services.tables,
    actor.controller,
    {
      table: 'records',
      index: 'gsi2',
      pk: indexKeys.unit(actor.controller, unitId),
      span: indexKeys.unitDraftsSavedBy(savedBy),
      ...page,
    },
    DraftHead,
  );

export async function openDraft(
  { services, actor }: Where,
  ring: KeyRing,
  draft: DraftHead,
): Promise<DraftEntry> {
  const key = bodyKey(actor.controller, draft.bodyId);
  const body = await getItem(services.tables, actor.controller, 'records', key, NoteBody);
  if (body === undefined) throw new Error('A draft has no body.');
  const content = await ring.open(body.content, placeOfContent(body), DraftContent);
  const { entryType, caseId, serviceTasks, chosenSensitivity, phase, eventAt, eventUntil } = draft;
  return {
    entryType,
    ...(caseId === undefined ? {} : { caseId }),
    serviceTasks,
    ...(chosenSensitivity === undefined ? {} : { chosenSensitivity }),
    ...(phase === undefined ? {} : { phase }),
    ...(eventAt === undefined ? {} : { eventAt }),
    ...(eventUntil === undefined ? {} : { eventUntil }),
    content,
  };
}

/** What of an entry under way stands in the head: everything but its texts. */
export function draftFacts(entry: DraftEntry): Omit<DraftEntry, 'content'> {
  const { content: _content, ...facts } = entry;
  return facts;
}

/** A draft's place in its unit's list follows its last saving. */
export function indexedDraft(controller: ControllerId, draft: DraftHead): DraftHead {
  const rest = outOfIndexes(draft);
  if (draft.unitId === undefined) return rest;
  return {
    ...rest,
    g2pk: indexKeys.unit(controller, draft.unitId),
    g2sk: indexKeys.unitDraft(draft.savedAt, draft.draftId),
  };
}
