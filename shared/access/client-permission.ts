import type { ActContext } from '../act.ts';
import type { ClientHead } from '../domain/clients/model.ts';
import { settingsOf } from '../domain/controllers/settings-cache.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Basis } from '../trail/event.ts';

/**
 * Uses of a file that no duty of the controller calls for: a student who learns from a guide's clients (457/2024 § 21),
 * and a unit to which a case was only proposed. All else is work that the law sets, and a permission of the client's can
 * be no condition of it (docs/decisions/0091).
 */
const BEYOND_DUTY: ReadonlySet<Basis['kind']> = new Set(['guidance', 'referral']);

/** Given, not withdrawn, and not past its last day. */
export const isPermitted = (
  { usePermission, usePermissionUntil }: Pick<ClientHead, 'usePermission' | 'usePermissionUntil'>,
  today: LocalDate,
): boolean => usePermission === 'given' && (usePermissionUntil === undefined || today <= usePermissionUntil);

type Where = Pick<ActContext, 'services' | 'actor' | 'today'>;

/** Whether the permission stands that this use needs: the setting is asked only where it can matter. */
export async function hasPermission(
  { services, actor, today }: Where,
  { kind }: Basis,
  head: ClientHead | undefined,
): Promise<boolean> {
  if (!BEYOND_DUTY.has(kind) || head === undefined || isPermitted(head, today)) return true;
  const { access } = await settingsOf(services, actor.controller);
  return !access.requireClientPermission;
}

/**
 * C-04: where the controller has so chosen, these uses need the client's permission on record besides the tie.
 *
 * @throws Refusal `access.permissionMissing`.
 */
export async function expectPermission(
  where: Where,
  basis: Basis,
  head: ClientHead | undefined,
): Promise<void> {
  if (!(await hasPermission(where, basis, head))) throw new Refusal(COMMON_REFUSALS.permissionMissing);
}
