import type { ActContext } from '../../act.ts';
import { addDays, helsinkiDateOf, startOfDay } from '../../kernel/local-date.ts';
import { batchGet } from '../../table/read.ts';
import type { Opening } from '../access-rights/model.ts';
import { openingsBetween } from '../access-rights/openings.ts';
import type { SignCode } from '../sign-codes.ts';
import { Sign } from './model.ts';
import { signIdOf } from './sign-id.ts';
import { signKeyOf } from './store.ts';

/**
 * Every opening without a tie is brought before a reviewer twice: it stands in the unit's queue at once, and is a sign
 * from the night after. What a reviewer finds of it is found of both (docs/decisions/0079).
 */
const CODES: readonly SignCode[] = ['openedWithoutTie', 'noTie'];

type Where = Pick<ActContext, 'services' | 'actor'>;

/** The signs of the day and file of an opening, as far as the run has come there. One for a duty is no sign. */
export async function signsOfOpening(where: Where, opening: Opening): Promise<Sign[]> {
  const { services, actor } = where;
  const { userId, clientId, reference, createdAt } = opening;
  if (reference !== undefined) return [];
  const on = helsinkiDateOf(createdAt);
  const keys = CODES.map((code) => signKeyOf(where, signIdOf(userId, on, { code, clientId, numbers: {} })));
  return batchGet(services.tables, actor.controller, 'records', keys, Sign);
}

/** What the worker opened of the file without a tie on the day of the sign. */
export async function openingsOfSign(
  where: Where,
  { code, clientId, userId, on }: Pick<Sign, 'code' | 'clientId' | 'userId' | 'on'>,
): Promise<Opening[]> {
  if (clientId === undefined || !CODES.includes(code)) return [];
  const day = { from: startOfDay(on), until: startOfDay(addDays(on, 1)) };
  const openings = await openingsBetween(where, clientId, day);
  return openings.filter(
    (opening) =>
      opening.userId === userId &&
      opening.reference === undefined &&
      helsinkiDateOf(opening.createdAt) === on,
  );
}
