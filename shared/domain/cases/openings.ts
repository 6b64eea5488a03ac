import * as z from 'zod';
import type { ActContext, Answer, Change } from '../../act.ts';
import { againWhen } from '../../again.ts';
import { CaseId } from '../../kernel/id.ts';
import { epochMsOf } from '../../kernel/instant.ts';
import { COMMON_REFUSALS, Refusal, type RefusalDefinition } from '../../kernel/refusal.ts';
import { changed, created, storedItem } from '../../table/item.ts';
import { caseOpeningsKey } from '../../table/keys.ts';
import { getItem } from '../../table/read.ts';
import { CASE_REFUSALS } from './refusals.ts';

/**
 * Nothing is opened in a case in the same moment as it is closed: both change this one item of the case, each under
 * the version it has read, so that the second of two sees what the first has done (docs/decisions/0065). It says
 * nothing of anybody, and is of use for the moment of the meeting only: the table takes it away.
 */
export const CaseOpenings = storedItem('caseOpenings', {
  caseId: CaseId,
  state: z.enum(['open', 'closed']),
  ttl: z.int(),
});
export type CaseOpenings = z.infer<typeof CaseOpenings>;

const KEPT_SECONDS = 2 * 86_400;
/** Told only to ourselves: something else was opened meanwhile, so that it is looked at again. */
const MOVED: RefusalDefinition = { ...COMMON_REFUSALS.conflict, code: 'case.openingsMoved' };

export const loadOpenings = (
  { services, actor: { controller } }: Pick<ActContext, 'services' | 'actor'>,
  caseId: CaseId,
): Promise<CaseOpenings | undefined> =>
  getItem(services.tables, controller, 'records', caseOpeningsKey(controller, caseId), CaseOpenings);

/** The case is closed or opened again, if nothing was opened in it since `before` was read. */
export function openingsChange(
  { actor, now }: Pick<ActContext, 'actor' | 'now'>,
  caseId: CaseId,
  before: CaseOpenings | undefined,
  state: CaseOpenings['state'],
): Change {
  const put: CaseOpenings = {
    ...caseOpeningsKey(actor.controller, caseId),
    entity: 'caseOpenings',
    ...(before === undefined ? created(now, actor.userId) : changed(before, now, actor.userId)),
    caseId,
    state,
    ttl: Math.floor(epochMsOf(now) / 1000) + KEPT_SECONDS,
  };
  const when = before === undefined ? ('absent' as const) : { version: before.version };
  return { put, when, otherwise: COMMON_REFUSALS.conflict };
}

/**
 * Opens what keeps a case open, unless the case is closed in the same moment. `held` goes into the commit.
 * @throws Refusal `case.isClosed`.
 */
export const openedInCase = <R>(
  context: ActContext,
  caseId: CaseId,
  attempt: (held: Change) => Promise<Answer<R>>,
): Promise<Answer<R>> =>
  againWhen(MOVED, async () => {
    const before = await loadOpenings(context, caseId);
    if (before?.state === 'closed') throw new Refusal(CASE_REFUSALS.isClosed);
    return attempt({ ...openingsChange(context, caseId, before, 'open'), otherwise: MOVED });
  });
