import * as z from 'zod';
import type { ActContext, Answer, Reading } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { openLabel } from '../../shared/crypto/key-ring.ts';
import { AffectedTold } from '../../shared/domain/breaches/model.ts';
import { BREACH_REFUSALS } from '../../shared/domain/breaches/refusals.ts';
import { loadAllAffected, openBreach } from '../../shared/domain/breaches/store.ts';
import { loadClientKeys } from '../../shared/domain/clients/file.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { helsinkiDateOf, LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { created } from '../../shared/table/item.ts';
import { breachKeys } from '../../shared/table/keys.ts';
import { LetterQuery, letterFile } from './print-letter.ts';
import {
  type BreachChanged,
  expectOpenBreach,
  knownBreach,
  lineOfBreach,
  OneBreach,
  steppedBreach,
} from './record-breach.ts';

export const OneAffected = OneBreach.extend({ clientId: ClientId });
type OneAffected = z.infer<typeof OneAffected>;
export const NoticeQuery = LetterQuery.omit({ letter: true });

async function expectAffected(context: ActContext, { breachId, clientId }: OneAffected): Promise<void> {
  if (!(await loadAllAffected(context, breachId)).has(clientId)) throw new Refusal(COMMON_REFUSALS.notFound);
}

/** The notice to one client (art. 34), as a page or a PDF in three languages. */
export async function printNotice(
  context: ActContext,
  { params, query }: { params: OneAffected; query: z.infer<typeof NoticeQuery> },
): Promise<Reading<FileAnswer>> {
  const { services, actor, now } = context;
  const [breach] = await Promise.all([knownBreach(context, params), expectAffected(context, params)]);
  const content = await openBreach(context, breach);
  // A notice says what happened, what may follow and what was done (art. 34(2)): before that there is none.
  const { toClients, consequences, measures } = content;
  if (toClients === undefined || consequences === undefined || measures === undefined) {
    throw new Refusal(BREACH_REFUSALS.notNow);
  }
  const { clientId, breachId } = params;
  return {
    line: {
      ...lineOfBreach(breach),
      clients: [clientId],
      resources: [
        { kind: 'breach', id: breachId },
        { kind: 'client', id: clientId },
      ],
      dataGroups: ['identity'],
    },
    body: async () => {
      const [keys, { organiser }, { controller }] = await Promise.all([
        loadClientKeys(services.tables, actor.controller, clientId),
        officeOf(services, actor.controller, undefined),
        settingsOf(services, actor.controller),
      ]);
      if (keys === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
      const { given, family } = await openLabel(services, actor.controller, keys.client);
      const { noticeOf } = await import('../../shared/domain/breaches/affected-letter.ts');
      const print = noticeOf(
        {
          breach,
          content,
          client: `${given} ${family}`,
          authority: organiser.name,
          contact: controller.dpo,
          printedAt: now,
        },
        query.language,
      );
      return letterFile([print], { form: query.form, name: `loukkaus-${breachId}`, now });
    },
  };
}

export const TellAffected = z
  .strictObject({ on: LocalDate, way: AffectedTold.shape.way })
  .meta({ id: 'TellAffectedClient' });

/** One client has been told. */
export async function tellAffected(
  context: ActContext,
  { params, body, version }: { params: OneAffected; body: z.infer<typeof TellAffected>; version: number },
): Promise<Answer<BreachChanged>> {
  const { actor, now, today } = context;
  const { clientId, breachId } = params;
  const [breach] = await Promise.all([knownBreach(context, params), expectAffected(context, params)]);
  expectOpenBreach(breach, version);
  // Nobody was told of it before it was known.
  if (body.on > today || body.on < helsinkiDateOf(breach.knownAt)) throw new Refusal(BREACH_REFUSALS.notNow);
  const told: AffectedTold = {
    ...breachKeys.told(actor.controller, breachId, clientId),
    entity: 'affectedTold',
    ...created(now, actor.userId),
    breachId,
    clientId,
    toldOn: body.on,
    way: body.way,
  };
  const next = { ...steppedBreach(context, breach, 'clientTold', {}), steps: breach.steps };
  return commit(context, {
    changes: [
      { put: told, when: 'absent', otherwise: BREACH_REFUSALS.notNow },
      { put: next, when: { version } },
    ],
    line: {
      ...lineOfBreach(next),
      clients: [clientId],
      resources: [
        { kind: 'breach', id: breachId, version: next.version },
        { kind: 'client', id: clientId },
      ],
      changedFields: ['told'],
    },
    answer: { body: { breachId, version: next.version }, version: next.version },
  });
}
