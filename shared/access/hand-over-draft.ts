import * as z from 'zod';
import type { ActContext, Answer, LinePart, StoredItem } from '../act.ts';
import { commit } from '../commit.ts';
import { NOTE_REFUSALS } from '../domain/case-notes/refusals.ts';
import { expectVersion } from '../expect-version.ts';
import { type ControllerId, DraftId, type UnitId, UserId } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import { changed } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import { whoCannot } from './powers.ts';
import { NOTE_WRITERS } from './role-groups.ts';
import { supervises } from './supervision.ts';

export const HandOverDraft = z
  .strictObject({ writerId: UserId, successorId: UserId })
  .meta({ id: 'HandOverDraft' });
export const DraftHandedOver = z
  .strictObject({ draftId: DraftId, version: z.int(), successorId: UserId })
  .meta({ id: 'DraftHandedOver' });
type DraftHandedOver = z.infer<typeof DraftHandedOver>;

export type HandingOver = {
  params: { draftId: DraftId };
  body: z.infer<typeof HandOverDraft>;
  version: number;
};

type Draft = StoredItem & {
  schemaVersion: 1;
  createdAt: Instant;
  createdBy: string;
  draftId: DraftId;
  writerId: UserId;
  unitId?: UnitId | undefined;
  takenOverFrom?: UserId | undefined;
};

/** Drafts of one kind: of entries, or of documents. */
type Drafts<D extends Draft> = {
  load: (context: ActContext, writerId: UserId, draftId: DraftId) => Promise<D | undefined>;
  keyOf: (controller: ControllerId, writerId: UserId, draftId: DraftId) => Key;
  indexed: (controller: ControllerId, draft: D) => D;
  lineOf: (draft: D, changedFields: readonly string[]) => LinePart;
  /** Refuses what another act hands over. */
  judge?: (context: ActContext, draft: D) => Promise<void>;
};

/**
 * Hands a leaver's draft to a named successor: one commit a draft, so that a long row can go on where it
 * stopped. The supervisor reads nothing of it. The successor has a right in force to make entries; opening
 * the draft still needs the successor's own tie to the client (703/2023 § 9).
 */
export async function handOver<D extends Draft>(
  context: ActContext,
  { params, body: { writerId, successorId }, version }: HandingOver,
  drafts: Drafts<D>,
): Promise<Answer<DraftHandedOver>> {
  const { actor, now } = context;
  const [draft] = await Promise.all([
    drafts.load(context, writerId, params.draftId),
    mustBeAbleToWrite(context, successorId),
  ]);
  if (draft === undefined || !supervises(actor, draft.unitId)) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(draft, version);
  if (successorId === writerId) throw new Refusal(NOTE_REFUSALS.successorCannot);
  await drafts.judge?.(context, draft);
  const handed = drafts.indexed(actor.controller, {
    ...draft,
    ...changed(draft, now, actor.userId),
    ...drafts.keyOf(actor.controller, successorId, draft.draftId),
    writerId: successorId,
    takenOverFrom: draft.takenOverFrom ?? writerId,
  });
  const line = drafts.lineOf(handed, ['writer']);
  return commit(context, {
    changes: [
      { remove: draft, when: { version } },
      { put: handed, when: 'absent' },
    ],
    line: {
      ...line,
      resources: [...line.resources, { kind: 'user', id: writerId }, { kind: 'user', id: successorId }],
    },
    answer: {
      body: { draftId: draft.draftId, version: handed.version, successorId },
      version: handed.version,
    },
  });
}

async function mustBeAbleToWrite(context: ActContext, userId: UserId): Promise<void> {
  const cannot = await whoCannot(context, [userId], NOTE_WRITERS);
  if (cannot.length > 0) throw new Refusal(NOTE_REFUSALS.successorCannot);
}
