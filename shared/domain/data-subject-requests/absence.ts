import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { controllerRing } from '../../crypto/controller-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import { Sealed } from '../../crypto/sealed.ts';
import { SubjectRequestId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { type Key, subjectRequestKeys } from '../../table/keys.ts';
import { getItem } from '../../table/read.ts';

/**
 * Vastaus, ettei rekisterissä ole pyytäjän tietoja ((EU) 2016/679 art. 15(1)): a confirmation that nothing is processed.
 * Of the person the name alone is kept, sealed under the controller, for a year.
 */
export const Absence = storedItem('absence', {
  requestId: SubjectRequestId,
  receivedOn: LocalDate,
  answeredOn: LocalDate,
  name: Sealed,
  ttl: z.int().positive(),
});
export type Absence = z.infer<typeof Absence>;

export const DAYS_KEPT = 366;

type Where = Pick<ActContext, 'services' | 'actor'>;
const place = (key: Key) => recordPlace(key, 'name');

export const sealName = ({ services, actor }: Where, key: Key, name: string): Promise<Sealed> =>
  controllerRing(services, actor.controller).seal(place(key), 1, name);
export const openName = ({ services, actor }: Where, item: Absence): Promise<string> =>
  controllerRing(services, actor.controller).open(item.name, place(item), z.string());

export const loadAbsence = (
  { services, actor: { controller } }: Where,
  requestId: SubjectRequestId,
): Promise<Absence | undefined> =>
  getItem(services.tables, controller, 'records', subjectRequestKeys.absence(controller, requestId), Absence);
