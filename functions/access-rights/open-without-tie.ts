import * as z from 'zod';
import { judgeFile } from '../../shared/access/authorise.ts';
import { openingsInForce, powersOf, putPowers } from '../../shared/access/powers.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { Opening, OpeningReason, OpeningWords } from '../../shared/domain/access-rights/model.ts';
import { sealWords } from '../../shared/domain/access-rights/openings.ts';
import { OPENING_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { judgeHours, MOST_OPENINGS } from '../../shared/domain/access-rights/rules.ts';
import { type ClientFile, loadClientFile } from '../../shared/domain/clients/file.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { ClientId, OpeningId } from '../../shared/kernel/id.ts';
import { Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { clientKeys, indexKeys } from '../../shared/table/keys.ts';

export const OpenWithoutTie = z
  .strictObject({
    clientId: ClientId,
    reason: z.strictObject({ code: OpeningReason, words: OpeningWords }),
    /** How long it is needed; as long as the controller lets it last when it is not said. */
    hours: z.int().min(1).max(168).optional(),
  })
  .meta({ id: 'OpenWithoutTie' });
type OpenWithoutTie = z.infer<typeof OpenWithoutTie>;

export const OpenedWithoutTie = z
  .strictObject({ openingId: OpeningId, until: Instant })
  .meta({ id: 'OpenedWithoutTie' });

/**
 * Opens a file to a worker whom nothing ties to the client, for the reason given and for some hours. From then on
 * the worker's requests about this client pass on that basis, each with its own line, and the supervisor of the
 * worker's unit finds the opening and its reason in the queue.
 */
export async function openWithoutTie(
  context: ActContext,
  { body: { clientId, reason, hours } }: { body: OpenWithoutTie },
): Promise<Answer<z.infer<typeof OpenedWithoutTie>>> {
  const { services, actor, now } = context;
  const { controller, userId } = actor;
  const [file, powers, { breakGlass }] = await Promise.all([
    loadClientFile(services, controller, clientId),
    powersOf(services, controller, userId),
    settingsOf(services, controller),
  ]);
  expectUntied(context, clientId, file);
  const findings = judgeHours(hours, breakGlass.hours);
  if (findings.length > 0) throw new Refusal(OPENING_REFUSALS.notValid, { findings, concerns: [clientId] });
  const openings = openingsInForce(powers.powers, now);
  if (openings.length >= MOST_OPENINGS) {
    throw new Refusal(OPENING_REFUSALS.tooMany, { concerns: [clientId] });
  }

  const openingId = OpeningId.parse(newId(services));
  const until = plusMinutes(now, (hours ?? breakGlass.hours) * 60);
  const key = clientKeys.opening(controller, clientId, openingId);
  const { head, keys } = file;
  const unitId = context.grant?.unitIds[0] ?? head.relationship?.responsibleUnitId ?? head.intake.unitId;
  const opening: Opening = {
    ...key,
    entity: 'opening',
    ...created(now, userId),
    openingId,
    clientId,
    userId,
    unitId,
    reasonCode: reason.code,
    until,
    words: await sealWords(keyRing(services, controller, keys), key, reason.words),
    g2pk: indexKeys.unit(controller, unitId),
    g2sk: indexKeys.unitOpening(openingId),
  };
  const next = {
    ...powers,
    ...changed(powers, now, userId),
    powers: { ...powers.powers, openings: [...openings, { openingId, clientId, until }] },
  };
  context.basis = { ...context.basis, kind: 'breakGlass', reference: openingId };
  return commit(context, {
    changes: [{ put: opening, when: 'absent' }, putPowers(next)],
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        { kind: 'opening', id: openingId, client: clientId },
      ],
      dataGroups: ['accessRights'],
      changedFields: ['opening'],
      reasonCode: reason.code,
    },
    answer: { body: { openingId, until } },
  });
}

/**
 * Only a worker whom nothing ties may open this way: who is tied needs no reason, and to whom the file does not
 * exist, another controller's or a restricted one, no reason opens it. Who tried stands in the client's log.
 */
function expectUntied(
  context: ActContext,
  clientId: ClientId,
  file: ClientFile | undefined,
): asserts file is ClientFile {
  const concerns = file === undefined ? [] : [clientId];
  const judgement = judgeFile(context.actor, context.action, file, context);
  if (judgement.allowed) throw new Refusal(OPENING_REFUSALS.notNeeded, { concerns });
  if (judgement.refusal !== COMMON_REFUSALS.noTie) throw new Refusal(judgement.refusal, { concerns });
  if (file !== undefined) refuseMerged(file.head);
}
