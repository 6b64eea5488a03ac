import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { PersonName } from '../../shared/domain/clients/model.ts';
import { loadLinked, loadRelation, openRelation } from '../../shared/domain/clients/network/store.ts';
import { birthDateIn } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import type { Giver, SealedDeclaration } from '../../shared/domain/disclosures/declaration.ts';
import type { GiverFacts } from '../../shared/domain/disclosures/judge-declaration.ts';
import type { RelationId } from '../../shared/kernel/id.ts';

/** Whoever gives or withdraws a declaration, as the client's file knows the person today. */
export type KnownGiver = GiverFacts & { person: SealedDeclaration['giver'] };

export async function knownGiver(context: ClientContext, giver: Giver): Promise<KnownGiver> {
  const ring = ringOf(context);
  const { data } = await openBase(ring, context.file.head);
  const birthDate = birthDateIn(data);
  if (giver.by === 'client') return { giver, relation: undefined, birthDate, person: undefined };
  const relation = await relationOf(context, giver.relationId);
  return { giver, relation: relation?.content, birthDate, person: relation?.person };
}

/** A relation of the client, and who the person is; undefined where the file has no such relation. */
export async function relationOf(
  context: ClientContext,
  relationId: RelationId,
): Promise<(Pick<KnownGiver, 'person'> & { content: NonNullable<KnownGiver['relation']> }) | undefined> {
  const item = await loadRelation(context, context.file.head.clientId, relationId);
  if (item === undefined) return undefined;
  const { content } = await openRelation(ringOf(context), item);
  const linked =
    item.relatedClientId === undefined ? undefined : await loadLinked(context, [item.relatedClientId]);
  const label = item.relatedClientId === undefined ? undefined : linked?.get(item.relatedClientId)?.label;
  const name: PersonName | undefined = content.person?.name ?? label;
  const [role = 'representative'] = content.roles;
  if (name === undefined) return { content, person: undefined };
  const { personalIdentityCode } = content.person ?? {};
  return {
    content,
    person: {
      family: name.family,
      given: name.given,
      role,
      ...(personalIdentityCode === undefined ? {} : { personalIdentityCode }),
    },
  };
}
