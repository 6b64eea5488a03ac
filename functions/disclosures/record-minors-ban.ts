import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { birthDateIn } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { judgeMinorsBan } from '../../shared/domain/disclosures/judge-declaration.ts';
import {
  BanContent,
  BanJudgement,
  isBanJustified,
  MinorsBan,
} from '../../shared/domain/disclosures/minors-ban.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { sealBan } from '../../shared/domain/disclosures/store.ts';
import { MinorsBanId } from '../../shared/kernel/id.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { relationOf } from './known-giver.ts';

export const RecordMinorsBan = z
  .strictObject({
    askedOn: MinorsBan.shape.askedOn,
    towards: MinorsBan.shape.towards,
    scope: MinorsBan.shape.scope,
    judged: BanJudgement,
    ...BanContent.shape,
  })
  .meta({ id: 'RecordMinorsBan' });

export const MinorsBanChanged = z
  .strictObject({ banId: MinorsBanId, version: z.int(), state: MinorsBan.shape.state })
  .meta({ id: 'MinorsBanChanged' });

/**
 * A minor forbids giving data to a representative, and an official judges it. Justified, it holds from this moment for
 * whatever is handed out; denied, it stands in the file with the grounds and has no effect.
 */
export async function recordMinorsBan(
  context: ClientContext,
  { body }: { body: z.infer<typeof RecordMinorsBan> },
): Promise<Answer<z.infer<typeof MinorsBanChanged>>> {
  const { file, actor, services, now, today } = context;
  const { clientId } = file.head;
  refuseMerged(file.head);
  const ring = ringOf(context);
  const { askedOn, towards, scope, judged, ...content } = body;
  const [{ data }, relations] = await Promise.all([
    openBase(ring, file.head),
    Promise.all(towards.map(async (id) => (await relationOf(context, id))?.content)),
  ]);
  const facts = { birthDate: birthDateIn(data), towards: relations };
  refuseErrors(DISCLOSURE_REFUSALS.declarationNotValid, judgeMinorsBan(body, facts, today));
  const banId = MinorsBanId.parse(newId(services));
  const key = clientKeys.minorsBan(actor.controller, clientId, banId);
  const state = isBanJustified(judged) ? 'inForce' : 'denied';
  const put: MinorsBan = {
    ...key,
    entity: 'minorsBan',
    ...created(now, actor.userId),
    banId,
    clientId,
    documentClass: 'permitOrDenial',
    state,
    askedOn,
    towards,
    scope,
    judged,
    content: await sealBan(ring, key, BanContent.parse(content)),
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: {
      clients: [clientId],
      resources: [{ kind: 'minorsBan', id: banId, client: clientId, version: 1 }],
      dataGroups: ['disclosures'],
      changedFields: ['minorsBan'],
      reasonCode: state,
    },
    answer: { body: { banId, version: 1, state }, version: 1 },
  });
}
