import type { Actor } from '../../shared/access/actor.ts';
import { visibleRelation } from '../../shared/access/visibility.ts';
import type { KnownPerson } from '../../shared/documents/prefill-person.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type {
  RelationContent,
  RelationItem,
  RelationRole,
} from '../../shared/domain/clients/network/model.ts';
import { isUnderBan } from '../../shared/domain/clients/network/own-ban.ts';
import { isEnded } from '../../shared/domain/clients/network/rules.ts';
import {
  type LinkedClient,
  loadLinked,
  loadWholeNetwork,
  openRelation,
} from '../../shared/domain/clients/network/store.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';

/** A relation that the worker may know of, still sealed. */
export type KnownRelation = { item: RelationItem; linked: LinkedClient | undefined };

/** The relations of the client's network: one to a file that is closed to the worker is not there. */
export async function knownRelations(context: ClientContext): Promise<KnownRelation[]> {
  const items = await loadWholeNetwork(context, context.file.head.clientId);
  const linked = await loadLinked(
    context,
    items.flatMap(({ relatedClientId }) => (relatedClientId === undefined ? [] : [relatedClientId])),
  );
  return items.flatMap((item): KnownRelation[] => {
    if (item.relatedClientId === undefined) return [{ item, linked: undefined }];
    const other = linked.get(item.relatedClientId);
    return other !== undefined && isOpenTo(context.actor, other) ? [{ item, linked: other }] : [];
  });
}

const isOpenTo = ({ userId }: Actor, { head }: LinkedClient): boolean => !isShutTo(head, userId);

const GROUPS = {
  guardians: ['custodian'],
  parents: ['parent'],
  spouses: ['spouse', 'cohabitant'],
  trustees: ['guardian', 'continuingPowerOfAttorney'],
} as const satisfies Record<string, readonly RelationRole[]>;

type Group = keyof typeof GROUPS;
export type KnownPersons = Record<Group, KnownPerson[]>;

/** Who stands beside the client today, as this worker may see them. */
export async function personsOf(
  context: ClientContext,
  relations: readonly KnownRelation[],
): Promise<KnownPersons> {
  const ring = ringOf(context);
  const opened = await Promise.all(
    relations.map(async ({ item, linked }) => {
      const { content } = await openRelation(ring, item);
      const isBanned =
        linked === undefined
          ? await isUnderBan(context, { content })
          : hasSafetyBan(linked.head, context.today);
      return { content, linked, isBanned };
    }),
  );
  const current = opened.filter(({ content }) => !isEnded(content, context.today));
  const of = (group: Group): KnownPerson[] =>
    current
      .filter(({ content }) => content.roles.some((role) => GROUPS[group].some((one) => one === role)))
      .flatMap((one) => personOf(context, one) ?? []);
  return {
    guardians: of('guardians'),
    parents: of('parents'),
    spouses: of('spouses'),
    trustees: of('trustees'),
  };
}

function personOf(
  { actor, file, today }: ClientContext,
  {
    content,
    linked,
    isBanned,
  }: { content: RelationContent; linked: LinkedClient | undefined; isBanned: boolean },
): KnownPerson | undefined {
  const betraysClient = hasSafetyBan(file.head, today) && content.sameHousehold;
  const { relation } = visibleRelation(actor, content, isBanned || betraysClient);
  const name = linked?.label ?? relation.person?.name;
  if (name === undefined) return undefined;
  const { personalIdentityCode, birthDate, secretContacts } = relation.person ?? {};
  return {
    name: { family: name.family, given: name.given },
    personalIdentityCode,
    birthDate,
    secretContacts,
    safetyBan: isBanned,
    ...relation.contacts,
  };
}
