import * as z from 'zod';
import { openingsInForce, powersOf, putPowers } from '../../shared/access/powers.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { type Opening, OpeningDuty, OpeningWords } from '../../shared/domain/access-rights/model.ts';
import { sealWords } from '../../shared/domain/access-rights/openings.ts';
import { OPENING_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { judgeDays, MOST_OPENINGS } from '../../shared/domain/access-rights/rules.ts';
import { type ClientFile, loadClientFile } from '../../shared/domain/clients/file.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { ClientId, OpeningId } from '../../shared/kernel/id.ts';
import { Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { clientKeys, indexKeys } from '../../shared/table/keys.ts';

/** So many clients one ticket or matter names at most: all are opened at once or none. */
const MOST_CLIENTS = 10;
const MINUTES_OF_DAY = 24 * 60;

export const OpenForDuty = z
  .strictObject({
    duty: OpeningDuty,
    /** The number of the support ticket, reminder, complaint or request: no name, no identity code. */
    reference: z
      .string()
      .trim()
      .regex(/^(?=.*\d)(?!.*\d{6}[-+A-Z]\d{3})[A-Za-z0-9][A-Za-z0-9/._-]{1,39}$/),
    clientIds: z
      .array(ClientId)
      .min(1)
      .max(MOST_CLIENTS)
      .refine((ids) => new Set(ids).size === ids.length, 'each client once'),
    /** What has to be seen and why. */
    words: OpeningWords,
    days: z.int().min(1).max(90),
  })
  .meta({ id: 'OpenForDuty' });
type OpenForDuty = z.infer<typeof OpenForDuty>;

export const OpenedForDuty = z
  .strictObject({ openingId: OpeningId, until: Instant })
  .meta({ id: 'OpenedForDuty' });

/**
 * Tehtävä avaa tiedot (457/2024 §§ 22–24): who investigates a fault, archives or handles a reminder has no clients of
 * one's own and opens the files of those whom the task names, for some days. Each opening ends by itself and with the
 * grant, stands in the supervisor's queue beside those without a tie, and is named by every line it led to.
 */
export async function openForDuty(
  context: ActContext,
  { body }: { body: OpenForDuty },
): Promise<Answer<z.infer<typeof OpenedForDuty>>> {
  const { services, actor, action, now } = context;
  const { controller, userId } = actor;
  const { duty, reference, clientIds, words, days } = body;
  const grant = actor.grants.find(({ role, duties }) => action.roles.includes(role) && duties.includes(duty));
  if (grant === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  context.grant = grant;
  const [files, powers, { dutyOpenings }] = await Promise.all([
    Promise.all(clientIds.map((clientId) => loadClientFile(services, controller, clientId))),
    powersOf(services, controller, userId),
    settingsOf(services, controller),
  ]);
  const known = files.map((file) => expectOpen(context, file));
  const findings = judgeDays(days, dutyOpenings.maxDays);
  if (findings.length > 0) throw new Refusal(OPENING_REFUSALS.notValid, { findings, concerns: clientIds });
  const openings = openingsInForce(powers.powers, now);
  if (openings.length + clientIds.length > MOST_OPENINGS) {
    throw new Refusal(OPENING_REFUSALS.tooMany, { concerns: clientIds });
  }

  const openingId = OpeningId.parse(newId(services));
  const until = plusMinutes(now, days * MINUTES_OF_DAY);
  const puts = await Promise.all(
    known.map(async ({ head, keys }): Promise<Opening> => {
      const { clientId } = head;
      const key = clientKeys.opening(controller, clientId, openingId);
      const unitId = grant.unitIds[0] ?? head.relationship?.responsibleUnitId ?? head.intake.unitId;
      return {
        ...key,
        entity: 'opening',
        ...created(now, userId),
        openingId,
        clientId,
        userId,
        unitId,
        reasonCode: duty,
        reference,
        until,
        words: await sealWords(keyRing(services, controller, keys), key, words),
        g2pk: indexKeys.unit(controller, unitId),
        g2sk: indexKeys.unitOpening(openingId),
      };
    }),
  );
  const inForce = [...openings, ...clientIds.map((clientId) => ({ openingId, clientId, until, duty }))];
  const next = {
    ...powers,
    ...changed(powers, now, userId),
    powers: { ...powers.powers, openings: inForce },
  };
  context.basis = { ...context.basis, kind: 'duty', reference: openingId };
  return commit(context, {
    changes: [...puts.map((put) => ({ put, when: 'absent' as const })), putPowers(next)],
    line: {
      clients: clientIds,
      resources: clientIds.flatMap((clientId) => [
        { kind: 'client' as const, id: clientId },
        { kind: 'opening' as const, id: openingId, client: clientId },
      ]),
      dataGroups: ['accessRights'],
      changedFields: ['opening'],
      reasonCode: duty,
    },
    answer: { body: { openingId, until } },
  });
}

/** Another controller's file, and a restricted one of whose readers the worker is none, do not exist here either. */
function expectOpen({ actor }: ActContext, file: ClientFile | undefined): ClientFile {
  const readers = file?.head.restriction?.readers;
  if (file === undefined || (readers !== undefined && !readers.includes(actor.userId))) {
    throw new Refusal(COMMON_REFUSALS.notFound, { concerns: file === undefined ? [] : [file.head.clientId] });
  }
  refuseMerged(file.head);
  return file;
}
