import type { ControllerSettings } from '../../domain/controllers/settings/settings.ts';
import type { ControllerId, UnitId } from '../../kernel/id.ts';
import { addMonths, helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { outOfIndexes } from '../../table/item.ts';
import { indexKeys } from '../../table/keys.ts';
import type { Grant } from '../actor.ts';
import type { GrantItem } from './model.ts';

/**
 * Käyttöoikeuksien tarkistus: the supervisor looks at each right of the unit before its day and says that it is still
 * needed. The day stands on the grant in the powers, so that what nobody attested gives nothing from the day after.
 */

/** The day by which a grant given or attested today is to be attested next. */
export const nextAttestation = (
  { range }: Pick<Grant, 'range'>,
  today: LocalDate,
  { attestationMonths }: Pick<ControllerSettings['rights'], 'attestationMonths'>,
): LocalDate => addMonths(range.from > today ? range.from : today, attestationMonths);

/** Whose supervisor attests a grant: that of the first unit named in it, and of the user's own where none is named. */
export const attestingUnit = ({ unitIds }: Pick<Grant, 'unitIds'>, usersUnit: UnitId): UnitId =>
  unitIds[0] ?? usersUnit;

/**
 * The last day on which a grant holds, or held, by what its item says; what ended with the duties or the employment has
 * another. Nothing while it waits, or holds until further notice.
 */
export function lastDayOf({ course, grant }: Pick<GrantItem, 'course' | 'grant'>): LocalDate | undefined {
  switch (course.state) {
    case 'proposed':
      return undefined;
    case 'refused':
      return helsinkiDateOf(course.decidedAt);
    case 'ended':
      return helsinkiDateOf(course.endedAt);
    case 'granted': {
      const { role, range, attestBy } = grant;
      // The grant of a main user does not lapse.
      const days = [range.to, role === 'mainUser' ? undefined : attestBy].filter((day) => day !== undefined);
      return days.toSorted()[0];
    }
    default:
      return course satisfies never;
  }
}

/** A grant with its row on the list of its supervisor, or without where there will be nothing to attest, and by its last day. */
export function listed(item: GrantItem, usersUnit: UnitId, controller: ControllerId): GrantItem {
  const unlisted = outOfIndexes(item);
  const { course, grant, userId } = item;
  const lastDay = lastDayOf(item);
  const rest: GrantItem =
    lastDay === undefined
      ? unlisted
      : {
          ...unlisted,
          g4pk: indexKeys.ended(controller, 'grant'),
          g4sk: indexKeys.endedOn(lastDay, userId, grant.grantId),
        };
  const { attestBy, range, grantId } = grant;
  const endsFirst = range.to !== undefined && attestBy !== undefined && range.to <= attestBy;
  if (course.state !== 'granted' || attestBy === undefined || endsFirst) return rest;
  return {
    ...rest,
    g2pk: indexKeys.unit(controller, attestingUnit(grant, usersUnit)),
    g2sk: indexKeys.unitGrant(attestBy, grantId),
  };
}
