import * as z from 'zod';
import type { RecipientKind } from '../../trail/disclosure.ts';

/**
 * Tietojen pyytäjä. Public providers act as authorities (703/2023 § 56, 2 mom.); private ones do not, and neither does
 * whoever asks for an own cause.
 */
export const Requester = z
  .enum([
    'representative',
    'party',
    'court',
    'police',
    'prosecutor',
    'kela',
    'thl',
    'employmentAuthority',
    'publicSocialProvider',
    'publicHealthProvider',
    'otherAuthority',
    'foreignAuthority',
    'privateSocialProvider',
    'privateHealthProvider',
    'organisation',
    'person',
  ])
  .meta({ id: 'DisclosureRequester' });
export type Requester = z.infer<typeof Requester>;

const KINDS: Readonly<Record<Requester, RecipientKind>> = {
  representative: 'representative',
  party: 'party',
  court: 'court',
  police: 'authority',
  prosecutor: 'authority',
  kela: 'authority',
  thl: 'authority',
  employmentAuthority: 'authority',
  publicSocialProvider: 'authority',
  publicHealthProvider: 'authority',
  otherAuthority: 'authority',
  foreignAuthority: 'authority',
  privateSocialProvider: 'provider',
  privateHealthProvider: 'provider',
  organisation: 'other',
  person: 'other',
};

/** What the disclosure log says of who was given it. */
export const recipientKindOf = (requester: Requester): RecipientKind => KINDS[requester];

export const isAuthority = (requester: Requester): boolean =>
  KINDS[requester] === 'authority' || KINDS[requester] === 'court';

export const SOCIAL_PROVIDERS: readonly Requester[] = ['publicSocialProvider', 'privateSocialProvider'];
export const HEALTH_PROVIDERS: readonly Requester[] = ['publicHealthProvider', 'privateHealthProvider'];
export const AUTHORITIES: readonly Requester[] = Requester.options.filter(isAuthority);

/**
 * The European Economic Area: the 27 member states, Iceland, Liechtenstein and Norway. Whatever lies elsewhere is a
 * third country ((EU) 2016/679 art. 44).
 */
const EEA: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);
export const isThirdCountry = (country: string): boolean => !EEA.has(country);
