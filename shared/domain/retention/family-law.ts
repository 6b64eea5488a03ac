import type { ActContext } from '../../act.ts';
import { keyRing } from '../../crypto/key-ring.ts';
import type { ClientId } from '../../kernel/id.ts';
import { addMonths, ageOn, type LocalDate } from '../../kernel/local-date.ts';
import { type ClientFile, loadClientFile } from '../clients/file.ts';
import type { ClientHead } from '../clients/model.ts';
import { birthDateIn } from '../clients/rules.ts';
import { openBase } from '../clients/store.ts';
import type { Reckoned } from './reckon.ts';

/**
 * Perheoikeudelliset palvelut: of a matter about a child the annex of 703/2023 counts from the birth of the child, of any
 * other from its end. Which it is, and whose birth, is said with the case (`childrenBorn`), or stands in the files of its
 * clients.
 */
export type ConcernsChild = {
  aboutChild: boolean;
  born?: LocalDate;
  /** Whether `born` is the day by which a child must have been born, for want of the birth itself. */
  presumed: boolean;
};

/**
 * Pure. The last birth of all counts: one case may be about several children.
 * @param minors births of those of its clients who were minors when it began.
 * @param ended the day it ended.
 */
export function concernsChild(of: {
  childrenBorn: readonly LocalDate[] | undefined;
  minors: readonly LocalDate[];
  ended: LocalDate;
}): ConcernsChild {
  const births = [...(of.childrenBorn ?? []), ...of.minors].toSorted();
  const born = births.at(-1);
  if (born !== undefined) return { aboutChild: true, born, presumed: false };
  if (of.childrenBorn !== undefined) return { aboutChild: false, presumed: false };
  return { aboutChild: true, born: bornByThen(of.ended), presumed: true };
}

/** A matter may be about a child who is not born yet; of none about one who is born later than ten months after its end. */
const bornByThen = (ended: LocalDate): LocalDate => addMonths(ended, 10);

/** Says so where the birth was presumed: whoever looks through a list sees that nobody has said which child it is about. */
export const withPresumedBirth = ({ reasons, ...rest }: Reckoned): Reckoned => ({
  ...rest,
  reasons: reasons.map((reason) =>
    reason.event === 'childBorn' ? { ...reason, event: 'childBornAtLatest' } : reason,
  ),
});

type Where = Pick<ActContext, 'services' | 'actor'>;

/** The birth is sealed: one opening of the client's key, which the run's line names. */
export async function bornOn({ services, actor }: Where, file: ClientFile): Promise<LocalDate | undefined> {
  const { data } = await openBase(keyRing(services, actor.controller, file.keys), file.head);
  return birthDateIn(data);
}

/** Births of those of the clients who were minors on a day, and the heads in which the births stand. */
export async function minorsOn(
  where: Where,
  clients: readonly ClientId[],
  day: LocalDate,
): Promise<{ minors: LocalDate[]; heads: ClientHead[] }> {
  const files = await Promise.all(
    clients.map((clientId) => loadClientFile(where.services, where.actor.controller, clientId)),
  );
  const found = files.flatMap((file) => file ?? []);
  const births = await Promise.all(found.map((file) => bornOn(where, file)));
  return {
    minors: births.flatMap((born) => (born !== undefined && ageOn(born, day) < 18 ? [born] : [])),
    heads: found.map(({ head }) => head),
  };
}
