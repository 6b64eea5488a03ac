import * as z from 'zod';
import { mayReview, watchesAllSigns } from '../../shared/access/sign-reviewers.ts';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { loadHeads } from '../../shared/domain/clients/store.ts';
import type { Sign } from '../../shared/domain/signs/model.ts';
import { escalatedSigns, signsOfUnit } from '../../shared/domain/signs/store.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { SignShown, signShown } from './sign-view.ts';

export const SignsQuery = PageQuery.extend({
  /** Without it what waits for the data-protection officer, of all units. */
  unitId: UnitId.optional(),
  list: z.enum(['open', 'reviewed']).optional(),
});

export const SignPage = z
  .strictObject({ signs: z.array(SignShown).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'SignPage' });

/**
 * What a reviewer looks into: a supervisor what the own unit's workers did, the data-protection officer what has come
 * from any unit. Nobody finds oneself there, and a restricted file only who may know of it.
 */
export async function listSigns(
  context: ActContext,
  { query }: { query: z.infer<typeof SignsQuery> },
): Promise<Reading<z.infer<typeof SignPage>>> {
  const { actor } = context;
  const { unitId, list = 'open', cursor, limit = PAGE_OF_CLIENTS } = query;
  if (!watchesAllSigns(actor)) {
    if (unitId === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
    mustSupervise(actor, unitId);
  }
  const question = [unitId ?? '', list].join(' ');
  const after = await openCursor(context, question, cursor);
  const page =
    unitId === undefined
      ? await escalatedSigns(context, { limit, after })
      : await signsOfUnit(context, unitId, { limit, after, reviewed: list === 'reviewed' });
  const own = page.items.filter((sign) => mayReview(actor, sign));
  const shown = await knownOf(context, own);
  return {
    line: {
      clients: shown.flatMap(({ clientId }) => clientId ?? []),
      resources: [
        ...(unitId === undefined ? [] : [{ kind: 'unit' as const, id: unitId }]),
        ...shown.map(({ signId }) => ({ kind: 'accessLog' as const, id: signId })),
      ],
      dataGroups: ['accessLog'],
    },
    body: async () => {
      const next = await sealCursor(context, question, page.lastKey);
      return { signs: shown.map(signShown), ...(next === undefined ? {} : { next }) };
    },
  };
}

/** A file restricted since exists for its readers and the data-protection officer only. */
async function knownOf(context: ActContext, signs: readonly Sign[]): Promise<Sign[]> {
  const { services, actor } = context;
  if (actor.grants.some(({ role }) => role === 'dataProtectionOfficer')) return [...signs];
  const ids = signs.flatMap(({ clientId }) => clientId ?? []);
  const heads = await loadHeads(services, actor.controller, ids);
  const hidden = new Set(
    heads.filter((head) => isShutTo(head, actor.userId)).map(({ clientId }) => clientId),
  );
  return signs.filter(({ clientId }) => clientId === undefined || !hidden.has(clientId));
}
