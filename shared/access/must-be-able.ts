import type { ActContext } from '../act.ts';
import { CASE_REFUSALS } from '../domain/cases/refusals.ts';
import type { UserId } from '../kernel/id.ts';
import { Refusal } from '../kernel/refusal.ts';
import { whoCannot } from './powers.ts';
import { CLIENT_WORK, NOTE_WRITERS } from './role-groups.ts';

/**
 * A case is given to workers of this controller whose account is active and whose duties include client work
 * today: the responsible one in public social welfare, the others private providers too.
 * @throws Refusal `case.workerCannot`, naming who cannot.
 */
export async function mustBeAble(
  context: ActContext,
  { responsible, others = [] }: { responsible?: UserId | undefined; others?: readonly UserId[] | undefined },
): Promise<void> {
  const beside = [...new Set(others)].filter((userId) => userId !== responsible);
  const cannot = await Promise.all([
    whoCannot(context, responsible === undefined ? [] : [responsible], CLIENT_WORK),
    whoCannot(context, beside, NOTE_WRITERS),
  ]);
  const userIds = cannot.flat();
  if (userIds.length > 0) throw new Refusal(CASE_REFUSALS.workerCannot, { details: { userIds } });
}
