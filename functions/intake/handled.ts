import type { ActContext, Change, LinePart } from '../../shared/act.ts';
import { handedToClients, type MatterRing } from '../../shared/crypto/matter-ring.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { factOfHandled } from '../../shared/domain/intake/counted.ts';
import { deadlinesOfHandled } from '../../shared/domain/intake/deadlines.ts';
import type { IntakeMatter, IntakeOutcome, MatterOfClient } from '../../shared/domain/intake/model.ts';
import { queuedMessage } from '../../shared/domain/intake/notifier-message.ts';
import { headChange, withMatter } from '../../shared/domain/intake/of-client.ts';
import type { IntakeRecord } from '../../shared/domain/intake/record.ts';
import { loadMatterKey, movedMatter } from '../../shared/domain/intake/store.ts';
import { handleSubject } from '../../shared/domain/intake/transitions.ts';
import { clientsOfMatter } from '../../shared/domain/retention/store.ts';
import type { Outgoing } from '../../shared/events/envelope.ts';
import type { CaseId, DocumentId, SubjectId } from '../../shared/kernel/id.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { changed } from '../../shared/table/item.ts';
import { matterKeys } from '../../shared/table/keys.ts';
import { handlingOf } from './new-handling.ts';

export type Outcome = {
  matter: IntakeMatter;
  record: IntakeRecord;
  subjectId: SubjectId;
  ring: MatterRing;
  running: readonly Deadline[];
  outcome: IntakeOutcome;
  /** Perustelut: why it ended so. */
  grounds: string;
  receiver?: string | undefined;
  caseId?: CaseId | undefined;
  documentId?: DocumentId | undefined;
  /** In whose file, where the person is known. */
  client?: { head: ClientHead; inFile: MatterOfClient } | undefined;
};

/**
 * What every outcome of a matter for one person changes: the matter, its place in the client's file, the tie that it
 * gave, the entry that says why, its times. With the last of its persons the matter
 * goes over to its clients, and whoever notified may be told.
 */
export async function handled(
  context: ActContext,
  of: Outcome,
): Promise<{
  after: IntakeMatter;
  changes: Change[];
  events: Outgoing[];
  facts: Fact[];
  disclosed: Pick<LinePart, 'disclosure'>;
}> {
  const { now, today, actor, services } = context;
  const { matter, record, subjectId, ring, running, outcome, grounds, receiver, caseId, documentId, client } =
    of;
  const mover = { now, by: actor.userId };
  const end = {
    outcome,
    ...(caseId === undefined ? {} : { caseId }),
    ...(documentId === undefined ? {} : { documentId }),
  };
  const after = handleSubject(matter, subjectId, end, mover);
  const isLast = after.state === 'handled';
  const { intake } = await settingsOf(services, actor.controller);
  const [{ handlingId, change }, keyChanges, message] = await Promise.all([
    handlingOf(context, ring, {
      matterId: matter.matterId,
      kind: 'outcome',
      subjectId,
      content: { words: grounds, ...(receiver === undefined ? {} : { receiver }) },
    }),
    isLast ? handedOver(context, after) : [],
    isLast
      ? queuedMessage(context, after, record, { choice: intake.notifierMessage, about: 'handled' })
      : undefined,
  ]);
  const clientId = client?.head.clientId;
  return {
    after,
    changes: [
      movedMatter(actor.controller, matter, after),
      change,
      ...keyChanges,
      ...(client === undefined
        ? []
        : [
            ...movedInFile(context, client.inFile, { ...end, at: now, by: actor.userId }),
            headChange(actor.controller, client.head, withMatter(client.head, after, false, mover)),
          ]),
      ...deadlinesOfHandled(context, running, {
        matter,
        isLast,
        outcome,
        inFile: clientId === undefined || caseId === undefined ? undefined : { clientId, caseId },
      }),
      ...(message?.changes ?? []),
    ],
    events: [
      ...(message?.events ?? []),
      // Of a matter of family law the sealed births of its clients are asked.
      ...(isLast && after.serviceTasks.includes('familyLaw') && clientsOfMatter(after).length > 0
        ? [{ type: 'RetentionEventKnown' as const, clientIds: clientsOfMatter(after) }]
        : []),
    ],
    // Hallintoasian siirto: the whole matter goes to the authority whose task it is, which the entry names.
    disclosed:
      outcome === 'otherAuthority'
        ? {
            disclosure: {
              on: today,
              ...(clientId === undefined ? {} : { client: clientId }),
              recipient: { kind: 'authority', reference: handlingId },
              purpose: 'transferOfMatter',
              ground: { kind: 'provision', provision: '434/2003 21 §' },
            },
          }
        : {},
    facts: [
      factOfHandled(matter, {
        subjectId,
        on: today,
        outcome,
        inFile: clientId === undefined ? undefined : { clientId, timesCounted: 1 },
      }),
    ],
  };
}

function movedInFile(
  { actor, now }: ActContext,
  inFile: MatterOfClient,
  end: NonNullable<MatterOfClient['handled']>,
): Change[] {
  const put: MatterOfClient = {
    ...inFile,
    ...matterKeys.handledOfClient(actor.controller, inFile.clientId, inFile.matterId),
    ...changed(inFile, now, actor.userId),
    handled: end,
    timesCounted: 1,
  };
  return [
    { remove: inFile, when: { version: inFile.version } },
    { put, when: 'absent' },
  ];
}

/** Where everybody whom the matter concerns is a client, their keys alone open it from now on. */
async function handedOver(context: ActContext, { matterId, subjects }: IntakeMatter): Promise<Change[]> {
  if (subjects.some(({ clientId }) => clientId === undefined)) return [];
  const item = await loadMatterKey(context, matterId);
  if (item === undefined || item.wrapped === undefined) return [];
  const put = handedToClients(item, { now: context.now, userId: context.actor.userId });
  return [{ table: 'keys', put, when: { version: item.version } }];
}
