import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { ClientId, DeclarationId, DisclosureId, MinorsBanId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { clientKeys, type Key } from '../../table/keys.ts';
import { type Asked, allOfClient, pageOfClient } from '../../table/lists.ts';
import { getItem, type Page } from '../../table/read.ts';
import { Declaration, SealedDeclaration } from './declaration.ts';
import { DisclosureItem } from './disclosure.ts';
import { type Giving, mayBeGivenTo, type Receiver } from './may-be-given.ts';
import { BanContent, MinorsBan } from './minors-ban.ts';
import { DISCLOSURE_REFUSALS } from './refusals.ts';
import type { Datum } from './scope.ts';

/** Permits, bans and consents as they are stored, and how they are found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const place = (key: Key) => recordPlace(key, 'content');

export const sealDeclaration = (ring: KeyRing, key: Key, content: SealedDeclaration): Promise<Sealed> =>
  ring.seal(undefined, place(key), 1, content);
export const openDeclaration = (ring: KeyRing, item: Declaration): Promise<SealedDeclaration> =>
  ring.open(item.content, place(item), SealedDeclaration);

export const sealBan = (ring: KeyRing, key: Key, content: BanContent): Promise<Sealed> =>
  ring.seal(undefined, place(key), 1, content);
export const openBan = (ring: KeyRing, item: MinorsBan): Promise<BanContent> =>
  ring.open(item.content, place(item), BanContent);

/** What the client has declared, withdrawn or not, the earliest first: a handful. */
export const loadDeclarations = (where: Where, clientId: ClientId): Promise<Declaration[]> =>
  allOfClient(where, clientId, clientKeys.spans.declarations, Declaration);

/** One permit, ban or consent. */
export const loadDeclaration = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  declarationId: DeclarationId,
): Promise<Declaration | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    clientKeys.declaration(controller, clientId, declarationId),
    Declaration,
  );

/** The bans of a minor toward representatives, those that were denied or lifted too. */
export const loadMinorsBans = (where: Where, clientId: ClientId): Promise<MinorsBan[]> =>
  allOfClient(where, clientId, clientKeys.spans.minorsBans, MinorsBan);

/** One ban of a minor. */
export const loadMinorsBan = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  banId: MinorsBanId,
): Promise<MinorsBan | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    clientKeys.minorsBan(controller, clientId, banId),
    MinorsBan,
  );

/** What has been asked of us and given, the latest first. */
export const loadDisclosures = (
  where: Where,
  clientId: ClientId,
  asked: Asked,
): Promise<Page<DisclosureItem>> =>
  pageOfClient(where, clientId, { span: clientKeys.spans.disclosures, ...asked }, DisclosureItem);

/** One request and what was given. */
export const loadDisclosure = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  disclosureId: DisclosureId,
): Promise<DisclosureItem | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    clientKeys.disclosure(controller, clientId, disclosureId),
    DisclosureItem,
  );

/**
 * Asked by whatever hands a client's data to somebody: a print, a letter, an extract of the log, a package. Whoever
 * gives a part says which (`data`); left out, it is all there is.
 *
 * @throws Refusal `disclosure.minorsBan`, or `disclosure.representativeUnnamed` where it may be the one whom a ban is
 *   aimed at.
 */
export async function expectMayBeGiven(
  where: Where,
  clientId: ClientId,
  receiver: Receiver,
  data?: readonly Datum[],
): Promise<void> {
  if (receiver.kind !== 'representative') return;
  expectGiving(clientId, mayBeGivenTo(receiver, data, await loadMinorsBans(where, clientId)));
}

/** The same, of whoever has read the bans. */
export function expectGiving(clientId: ClientId, giving: Giving): void {
  if (giving.may) return;
  throw new Refusal(
    DISCLOSURE_REFUSALS[giving.because === 'banned' ? 'minorsBan' : 'representativeUnnamed'],
    {
      details: { banId: giving.banId },
      concerns: [clientId],
    },
  );
}
