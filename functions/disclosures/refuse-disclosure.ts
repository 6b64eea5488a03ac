import * as z from 'zod';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { type DisclosureItem, RefusalWords } from '../../shared/domain/disclosures/disclosure.ts';
import { sealRefusal } from '../../shared/domain/disclosures/texts.ts';
import { loadBody } from '../../shared/domain/documents/body.ts';
import { bodiesRemoved } from '../../shared/domain/documents/versions.ts';
import { changed } from '../../shared/table/item.ts';
import {
  answerOf,
  type DisclosureChanged,
  expectState,
  knownDisclosure,
  lineOfDisclosure,
  type OneDisclosure,
} from './one-disclosure.ts';

export const RefuseDisclosure = z
  .strictObject({
    outcome: z.enum(['refused', 'withdrawn']),
    /** Why it is not given, as the requester is told; of what is withdrawn, by whom. */
    reasons: RefusalWords,
  })
  .meta({ id: 'RefuseDisclosure' });

/** The data are not given, with the reasons; or nobody asks for them any more. A copy that was made is taken away. */
export async function refuseDisclosure(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: OneDisclosure; body: z.infer<typeof RefuseDisclosure>; version: number },
): Promise<Answer<z.infer<typeof DisclosureChanged>>> {
  const { actor, now } = context;
  const item = await knownDisclosure(context, params);
  expectState(item, ['asked', 'prepared'], version);
  const head = changed(item, now, actor.userId);
  const { bodyId, ...rest } = item;
  const copy = bodyId === undefined ? [] : (await loadBody(context, bodyId)).pieces;
  const next: DisclosureItem = {
    ...rest,
    ...head,
    state: body.outcome,
    refused: { at: now, by: actor.userId },
    refusal: await sealRefusal(ringOf(context), item, head.version, body.reasons),
  };
  return commit(context, {
    changes: [
      { put: next, when: { version } },
      ...copy.map((remove): Change => ({ remove, when: { version: 1 } })),
    ],
    events: bodiesRemoved(copy),
    line: { ...lineOfDisclosure(next, ['state']), reasonCode: body.outcome },
    answer: answerOf(next),
  });
}
