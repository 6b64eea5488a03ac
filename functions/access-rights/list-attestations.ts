import * as z from 'zod';
import { attestingUnit } from '../../shared/access/granting/attestation.ts';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { grantsToAttest, loadUsersNamed } from '../../shared/domain/access-rights/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { addDays, addYears, LocalDate } from '../../shared/kernel/local-date.ts';
import { GrantView, grantView } from './grant-view.ts';

export const AttestationPage = z
  .strictObject({
    grants: z.array(
      GrantView.extend({
        userName: z.string(),
        /** The last day on which it holds unless it is attested. */
        attestBy: LocalDate,
        /** Nobody attests an own right: a supervisor's own are for another supervisor or for management. */
        own: z.boolean(),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'AttestationPage' });

/**
 * The grants of a unit that come to their day within the controller's notice, and those that lapsed within a year, the
 * earliest first. What was ended otherwise is left out.
 */
export async function listAttestations(
  context: ActContext,
  {
    params: { unitId },
    query: { cursor, limit = PAGE },
  }: { params: { unitId: UnitId }; query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof AttestationPage>>> {
  const { services, actor, today } = context;
  if (!actor.grants.some(({ role }) => role === 'management')) mustSupervise(actor, unitId);
  const [after, { rights }] = await Promise.all([
    openCursor(context, unitId, cursor),
    settingsOf(services, actor.controller),
  ]);
  const days = { from: addYears(today, -1), to: addDays(today, rights.attestationNoticeDays) };
  const page = await grantsToAttest(context, unitId, days, { limit, after });
  const users = await loadUsersNamed(
    context,
    page.items.map(({ userId }) => userId),
  );
  const shown = page.items.flatMap((item) => {
    const found = users.get(item.userId);
    const { attestBy } = item.grant;
    if (found === undefined || attestBy === undefined) return [];
    if (attestingUnit(item.grant, found.user.unitId) !== unitId) return [];
    const view = grantView(item, found.endings, today);
    if (view.state !== 'inForce' && view.state !== 'unattested') return [];
    return [{ ...view, userName: found.user.name, attestBy, own: item.userId === actor.userId }];
  });
  return {
    line: {
      clients: [],
      resources: [
        { kind: 'unit', id: unitId },
        ...shown.map(({ grant }) => ({ kind: 'grant' as const, id: grant.grantId })),
      ],
      dataGroups: ['accessRights'],
    },
    body: async () => {
      const next = await sealCursor(context, unitId, page.lastKey);
      return { grants: shown, ...(next === undefined ? {} : { next }) };
    },
  };
}
