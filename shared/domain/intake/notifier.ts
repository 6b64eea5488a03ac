import type { Notifier } from './record.ts';

/** Ilmoittaja: whose identity is shielded, and what is left of one who is (417/2007 § 25; 621/1999 § 11). */

const PRIVATE_PARTIES = [
  'self',
  'relativeSameHousehold',
  'relativeOtherHousehold',
  'otherPrivatePerson',
  'guardian',
] as const;

/** Yksityishenkilö ilmoittajana: not somebody who notifies by office. Who is not known is taken for one. */
export const isPrivate = ({ party }: Pick<Notifier, 'party'>): boolean =>
  party === undefined || PRIVATE_PARTIES.some((one) => one === party);

/**
 * Whether the identity of who notified is shielded: whenever it was asked to be, and of a private person until
 * somebody has seen that it need not be. The person's own matter tells who brought it.
 */
export function isShielded(notifier: Notifier): boolean {
  if (notifier.keepSecret !== undefined) return notifier.keepSecret;
  return isPrivate(notifier) && notifier.party !== 'self';
}

/** What is left of a shielded notifier for those who need not know who it is. */
export const shielded = ({ anonymous, party, keepSecret }: Notifier): Notifier => ({
  anonymous,
  ...(party === undefined ? {} : { party }),
  ...(keepSecret === undefined ? {} : { keepSecret }),
  addresses: [],
  phones: [],
  emails: [],
});
