import { LocalDate } from '../kernel/local-date.ts';
import { isOver } from './password-age.ts';
import { signsInElsewhere } from './token-claims.ts';

/**
 * Asked before a password is looked at. One that is over its age opens nothing, though the nightly run that puts
 * another in its place has not come to it yet; and whoever signs in elsewhere has no password here.
 * @throws Error when the attempt ends here. The pool tells the person no more than that it was refused.
 */
export function mayTryPassword(
  attributes: Readonly<Record<string, string | undefined>>,
  today: LocalDate,
): void {
  if (signsInElsewhere(attributes)) throw new Error('This account signs in elsewhere.');
  const until = attributes['custom:password_until'];
  if (until === undefined || until === '') return;
  if (isOver(LocalDate.parse(until), today)) throw new Error('The password is over its age.');
}
