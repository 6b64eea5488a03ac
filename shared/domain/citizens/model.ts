import * as z from 'zod';
import { ClientId, UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';

/**
 * Who stands behind a subject of the citizens' door. A token bears the subject alone: an id that says nothing of the
 * person. `adultOn` comes from the code of the identification: a minor's own right is decided by a person, not here.
 */
export const Citizen = storedItem('citizen', { clientId: ClientId, adultOn: LocalDate });
export type Citizen = z.infer<typeof Citizen>;

/** The subject of a person, by the keyed MAC of the identity code: the same at every sign-in. */
export const CitizenSubject = storedItem('citizenSubject', { subject: UserId });
export type CitizenSubject = z.infer<typeof CitizenSubject>;
