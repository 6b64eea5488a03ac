import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import {
  AskedContent,
  type DisclosureItem,
  requestFacts,
} from '../../shared/domain/disclosures/disclosure.ts';
import { judgeRequest } from '../../shared/domain/disclosures/may-disclose.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { sealAsked } from '../../shared/domain/disclosures/texts.ts';
import { DisclosureId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { relationOf } from './known-giver.ts';
import { answerOf, type DisclosureChanged, lineOfDisclosure } from './one-disclosure.ts';

export const RecordDisclosure = z
  .strictObject({ ...requestFacts, ...AskedContent.shape })
  .meta({ id: 'RecordDisclosure' });

/**
 * Somebody asks for a client's data, or a worker means to tell something of our own accord: who, exactly what, and for
 * what. What may not be given is put on record too, and refused.
 */
export async function recordDisclosure(
  context: ClientContext,
  { body }: { body: z.infer<typeof RecordDisclosure> },
): Promise<Answer<z.infer<typeof DisclosureChanged>>> {
  const { file, actor, services, now, today } = context;
  const { clientId } = file.head;
  refuseMerged(file.head);
  const ring = ringOf(context);
  const { name, contact, asked, forWhat, ...facts } = body;
  refuseErrors(DISCLOSURE_REFUSALS.requestNotValid, judgeRequest(body, today));
  const relation = body.relationId === undefined ? undefined : await relationOf(context, body.relationId);
  if (body.relationId !== undefined && relation === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const disclosureId = DisclosureId.parse(newId(services));
  const key = clientKeys.disclosure(actor.controller, clientId, disclosureId);
  const put: DisclosureItem = {
    ...key,
    entity: 'disclosure',
    ...created(now, actor.userId),
    disclosureId,
    clientId,
    documentClass: 'log',
    state: 'asked',
    ...facts,
    asked: await sealAsked(ring, key, AskedContent.parse({ name, contact, asked, forWhat })),
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: lineOfDisclosure(put, ['request']),
    answer: answerOf(put),
  });
}
