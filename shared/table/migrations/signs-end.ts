import * as z from 'zod';
import { ControllerId, SignId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';
import { signKeys } from '../keys.ts';
import type { Migration, RawItem } from './register.ts';

/** What of a sign says since when and for how long it is kept; the rest passes as it is. */
const Outcome = z.looseObject({ outcome: z.string(), at: Instant });
const Reviewed = z.looseObject({
  pk: z.string(),
  signId: SignId,
  state: z.literal('reviewed'),
  outcomes: z.array(Outcome).min(1),
});

/**
 * What was looked into before signs had an end (docs/decisions/0105) stood in no index by which the night finds it: it
 * comes where it would stand had it been looked into since. What waits is found as before.
 */
function withEnd(item: RawItem): RawItem {
  const reviewed = Reviewed.safeParse(item);
  if (!reviewed.success || item['g1pk'] !== undefined) return item;
  const { pk, signId, outcomes } = reviewed.data;
  const last = outcomes.at(-1);
  if (last === undefined) return item;
  const controller = ControllerId.parse(signKeys.controllerIn(pk));
  const kind = last.outcome === 'misuseSuspected' ? 'suspected' : 'reviewed';
  return {
    ...item,
    g1pk: signKeys.ending(controller, kind),
    g1sk: signKeys.endingFrom(helsinkiDateOf(last.at), signId),
  };
}

export const SIGNS_END: readonly Migration[] = [
  { table: 'records', entity: 'sign', from: 1, change: withEnd },
];
