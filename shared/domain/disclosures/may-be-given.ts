import type { MinorsBanId, RelationId } from '../../kernel/id.ts';
import type { MinorsBan } from './minors-ban.ts';
import { type Datum, touches } from './scope.ts';

/**
 * Who stands before us: the client; somebody who acts for the client, named by the relation in the file where that is
 * known; or anybody else, whom a minor's ban does not concern.
 */
export type Receiver =
  | { kind: 'client' }
  | {
      kind: 'representative';
      relationId?: RelationId | undefined;
      /** The representative is a party of the matter, or the minor is: the right to know stays (§ 51; 621/1999 § 11). */
      asParty?: boolean;
    }
  | { kind: 'other' };

export type Giving =
  | { may: true }
  | { may: false; banId: MinorsBanId; because: 'banned' | 'representativeUnnamed' };

type Aimed = Pick<MinorsBan, 'banId' | 'state' | 'towards' | 'scope'>;

const concerningOf = (data: readonly Datum[] | undefined, bans: readonly Aimed[]): Aimed[] =>
  bans.filter(
    ({ state, scope }) =>
      state === 'inForce' && (data === undefined || data.some((datum) => touches(scope, datum))),
  );

/** Whom a minor has shut out from these data: relations of the minor's file. */
export const shutOutFrom = (
  data: readonly Datum[] | undefined,
  bans: readonly Aimed[],
): ReadonlySet<RelationId> => new Set(concerningOf(data, bans).flatMap(({ towards }) => towards));

/**
 * Whether a minor's ban lets this be given to who is to receive it. `data` left out: whatever there is of the client,
 * which any ban concerns. A representative who is not named may be the one whom a ban is aimed at.
 */
export function mayBeGivenTo(
  receiver: Receiver,
  data: readonly Datum[] | undefined,
  bans: readonly Aimed[],
): Giving {
  if (receiver.kind !== 'representative' || receiver.asParty === true) return { may: true };
  const { relationId } = receiver;
  const aimed = concerningOf(data, bans).find(
    ({ towards }) => relationId === undefined || towards.includes(relationId),
  );
  if (aimed === undefined) return { may: true };
  return {
    may: false,
    banId: aimed.banId,
    because: relationId === undefined ? 'representativeUnnamed' : 'banned',
  };
}
