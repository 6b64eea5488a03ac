import type * as z from 'zod';
import type { ActContext, Answer } from '../../act.ts';
import { commit } from '../../commit.ts';
import { MisuseId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { newId } from '../../new-id.ts';
import { created } from '../../table/item.ts';
import { logRequestKeys } from '../../table/keys.ts';
import type { ClientHead } from '../clients/model.ts';
import { waitingRow } from '../data-subject-requests/waiting.ts';
import { stillKept } from '../retention/gate.ts';
import { factOfSuspicion } from './counted.ts';
import type { MisuseCase, Suspected, SuspicionContent } from './misuse.ts';
import { sealSuspicion, usersOfLines } from './misuse-store.ts';
import { filesOf } from './own-lines.ts';
import { LOG_REQUEST_REFUSALS } from './refusals.ts';
import { explainBy } from './rules.ts';
import { ringOfAsker } from './store.ts';
import { usersOfSealed } from './users-of-sealed.ts';

export type Suspicion = Pick<
  MisuseCase,
  'origin' | 'sourceId' | 'requestId' | 'channel' | 'asker' | 'receivedOn'
> & { suspected: z.infer<typeof Suspected> } & z.infer<typeof SuspicionContent>;

export type MisuseOpened = { misuseId: MisuseId; dueOn: LocalDate };

/**
 * Opens a case of suspected misuse, whoever suspects: it waits in the queue until the controller has answered in
 * writing. Whose the lines are is read from the person's own log, that of files merged into this one too, and of those
 * that have left the table from the sealed one.
 * @throws Refusal for a line that is not this person's, or does not stand where it is said to.
 */
export async function openMisuse(
  context: ActContext,
  head: ClientHead,
  { words, rightToAct, suspected, ...made }: Suspicion,
): Promise<Answer<MisuseOpened>> {
  const { services, actor, now } = context;
  const { clientId } = head;
  const { userIds, eventIds, sealed } = suspected;
  const [ring, kept, users, ofSealed] = await Promise.all([
    ringOfAsker(context, clientId),
    stillKept(context, clientId),
    filesOf(services, actor.controller, head).then((files) => usersOfLines(context, files, eventIds)),
    usersOfSealed(context, head, sealed),
  ]);
  if (ofSealed === undefined || eventIds.some((eventId) => !users.has(eventId))) {
    throw new Refusal(LOG_REQUEST_REFUSALS.lineUnknown, { concerns: [clientId] });
  }
  const misuseId = MisuseId.parse(newId(services));
  const dueOn = explainBy(made.receivedOn);
  const key = logRequestKeys.misuse(actor.controller, clientId, misuseId);
  const content = { words, ...(rightToAct === undefined ? {} : { rightToAct }) };
  const misuse: MisuseCase = {
    ...key,
    entity: 'misuseCase',
    ...created(now, actor.userId),
    misuseId,
    clientId,
    state: 'open',
    ...made,
    dueOn,
    suspected: {
      userIds: [...new Set([...userIds, ...users.values(), ...ofSealed])],
      eventIds,
      ...(sealed.length === 0 ? {} : { sealed }),
    },
    said: await sealSuspicion(ring, key, content),
    hearings: [],
    measures: [],
    steps: [{ step: 'opened', at: now, by: actor.userId }],
  };
  return commit(context, {
    changes: [
      { put: misuse, when: 'absent' },
      { put: waitingRow(context, { kind: 'misuse', id: misuseId, clientId, dueOn }), when: 'absent' },
      kept,
    ],
    line: {
      clients: [clientId],
      resources: [{ kind: 'misuseCase', id: misuseId, client: clientId }],
      dataGroups: ['accessLog'],
      changedFields: ['misuseCase'],
      reasonId: misuseId,
      reasonCode: made.origin,
    },
    facts: [factOfSuspicion(misuse)],
    answer: { body: { misuseId, dueOn }, version: 1 },
  });
}
