import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { DoorPermit, MOST_DAYS } from '../../shared/domain/citizens/door-permit.ts';
import { loadDoorPermit, sealPermit } from '../../shared/domain/citizens/door-permit-store.ts';
import { birthDateIn } from '../../shared/domain/clients/rules.ts';
import { openBase } from '../../shared/domain/clients/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { ReasonWords } from '../../shared/domain/log-requests/model.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { type ClientId, DoorPermitId } from '../../shared/kernel/id.ts';
import { addDays, ageOn } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { logRequestKeys } from '../../shared/table/keys.ts';

const OF_AGE = 18;
const { from, until } = DoorPermit.shape;
export const PermitMinor = z
  .strictObject({
    from,
    until,
    /** On what the judgement of age, development and the matter rests. */
    words: ReasonWords,
  })
  .meta({ id: 'PermitMinor' });
export const MinorPermitted = z
  .strictObject({ permitId: DoorPermitId, version: z.int() })
  .meta({ id: 'MinorPermitted' });
type MinorPermitted = z.infer<typeof MinorPermitted>;

/**
 * Records that an official has judged of this minor that the own log may be seen alone at the citizens' door.
 * @throws Refusal where the controller keeps the door shut to minors, of a client who is of age or whose birth is not
 *   known, and for days that do not fit.
 */
export async function permitMinor(
  context: ActContext,
  { params: { clientId }, body }: { params: { clientId: ClientId }; body: z.infer<typeof PermitMinor> },
): Promise<Answer<MinorPermitted>> {
  const { services, actor, now, today } = context;
  const concerns = [clientId];
  const [head, { citizens }, ring] = await Promise.all([
    knownClient(context, clientId),
    settingsOf(services, actor.controller),
    ringOfAsker(context, clientId),
  ]);
  if (citizens.minors !== 'judged') throw new Refusal(LOG_REQUEST_REFUSALS.doorClosed, { concerns });
  const born = birthDateIn((await openBase(ring, head)).data);
  if (born === undefined || ageOn(born, today) >= OF_AGE) {
    throw new Refusal(LOG_REQUEST_REFUSALS.notMinor, { concerns });
  }
  const { words, ...days } = body;
  const fits = today <= days.from && days.from <= days.until && days.until <= addDays(days.from, MOST_DAYS);
  if (!fits) throw new Refusal(LOG_REQUEST_REFUSALS.permitDays, { concerns });
  const permitId = DoorPermitId.parse(newId(services));
  const key = logRequestKeys.doorPermit(actor.controller, clientId, permitId);
  const put: DoorPermit = {
    ...key,
    entity: 'doorPermit',
    ...created(now, actor.userId),
    permitId,
    clientId,
    ...days,
    words: await sealPermit(ring, key, words),
  };
  return stored(context, put, 'absent', ['identity']);
}

/** The judgement holds no longer: the door is shut from today on. */
export async function endMinorsPermit(
  context: ActContext,
  {
    params: { clientId, permitId },
    version,
  }: { params: { clientId: ClientId; permitId: DoorPermitId }; version: number },
): Promise<Answer<MinorPermitted>> {
  const { actor, now, today } = context;
  const [, permit] = await Promise.all([
    knownClient(context, clientId),
    loadDoorPermit(context, clientId, permitId),
  ]);
  const concerns = [clientId];
  if (permit === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns });
  if (permit.endedOn !== undefined) throw new Refusal(LOG_REQUEST_REFUSALS.permitEnded, { concerns });
  expectVersion(permit, version);
  const put: DoorPermit = { ...permit, ...changed(permit, now, actor.userId), endedOn: today };
  return stored(context, put, { version });
}

function stored(
  context: ActContext,
  put: DoorPermit,
  when: 'absent' | { version: number },
  alsoSeen: readonly 'identity'[] = [],
): Promise<Answer<MinorPermitted>> {
  const { permitId, clientId, version } = put;
  return commit(context, {
    changes: [{ put, when }],
    line: {
      clients: [clientId],
      resources: [{ kind: 'accessLog', id: permitId, client: clientId, version }],
      dataGroups: ['accessLog', ...alsoSeen],
      changedFields: [when === 'absent' ? 'doorPermit' : 'endedOn'],
      reasonId: permitId,
    },
    answer: { body: { permitId, version }, version },
  });
}
