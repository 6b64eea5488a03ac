import { PowersItem } from '../../shared/access/powers.ts';
import { CLIENT_WORK, NOTE_WRITERS } from '../../shared/access/role-groups.ts';
import type { ActContext } from '../../shared/act.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { inForce } from '../../shared/kernel/date-range.ts';
import type { UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { batchGet } from '../../shared/table/read.ts';

/**
 * A case is given to workers of this controller whose account is active and whose duties include client work
 * today: the responsible one in public social welfare, the others private providers too.
 * @throws Refusal `case.workerCannot`, naming who cannot.
 */
export async function mustBeAble(
  { services, actor, today }: ActContext,
  named: { responsible?: UserId | undefined; others?: readonly UserId[] | undefined },
): Promise<void> {
  const { responsible, others = [] } = named;
  const all = [...new Set([...(responsible === undefined ? [] : [responsible]), ...others])];
  if (all.length === 0) return;
  const found = await batchGet(
    services.tables,
    actor.controller,
    'records',
    all.map((userId) => userKeys.powers(actor.controller, userId)),
    PowersItem,
  );
  const cannot = all.filter((userId) => {
    const powers = found.find((item) => item.powers.userId === userId)?.powers;
    const roles = userId === responsible ? CLIENT_WORK : NOTE_WRITERS;
    return (
      powers?.status !== 'active' ||
      !powers.grants.some((grant) => roles.includes(grant.role) && inForce(grant.range, today))
    );
  });
  if (cannot.length > 0) throw new Refusal(CASE_REFUSALS.workerCannot, { details: { userIds: cannot } });
}
