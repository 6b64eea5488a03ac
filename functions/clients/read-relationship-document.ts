import * as z from 'zod';
import { mayKnowLinked, type RelationView, relationView } from '../../shared/access/relation-view.ts';
import { visibleBaseData } from '../../shared/access/visibility.ts';
import type { Reading } from '../../shared/act.ts';
import { validateContent } from '../../shared/documents/validate.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadLinked, loadWholeNetwork, openRelation } from '../../shared/domain/clients/network/store.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import {
  type DocumentRelation,
  RELATIONSHIP_DOCUMENT,
  relationshipDocument,
} from '../../shared/domain/clients/relationship-document.ts';
import { loadPeriods, openExplanation } from '../../shared/domain/clients/relationship-periods.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { builtBy } from '../../shared/domain/documents/definitions.ts';
import { SECRECY_MARK, SecrecyMark } from '../../shared/domain/secrecy.ts';
import { isRefugee } from '../../shared/domain/services/refunds/rules.ts';
import { loadRefunds } from '../../shared/domain/services/refunds/store.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { Json } from '../../shared/kernel/json.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

export const RelationshipDocument = z
  .strictObject({
    clientId: ClientId,
    /** OID of the definition, with its version. */
    definition: z.string(),
    secrecy: SecrecyMark,
    content: z.record(z.string(), Json),
    /** What the definition asks for and is not held here, and the code lists that are not loaded. */
    findings: z.array(z.strictObject({ rule: z.string(), path: z.string() })),
  })
  .meta({ id: 'RelationshipDocument' });

/** The relationship document of a client as the national definition has it, and what is missing of it. */
export async function readRelationshipDocument(
  context: ClientContext,
): Promise<Reading<z.infer<typeof RelationshipDocument>>> {
  const { file, actor, services, today } = context;
  const { head, cases } = file;
  const { clientId, relationship } = head;
  if (relationship === undefined) throw new Refusal(CLIENT_REFUSALS.noRelationship);
  const [items, periods, refunds] = await Promise.all([
    loadWholeNetwork(context, clientId),
    loadPeriods(services, actor.controller, clientId),
    loadRefunds(context, clientId),
  ]);
  const linked = await loadLinked(
    context,
    items.flatMap(({ relatedClientId }) => (relatedClientId === undefined ? [] : [relatedClientId])),
  );
  const shown = items.filter(
    ({ relatedClientId }) =>
      relatedClientId === undefined || mayKnowLinked(actor, linked.get(relatedClientId)),
  );
  const others = shown.flatMap(({ relatedClientId }) => {
    const other = relatedClientId === undefined ? undefined : linked.get(relatedClientId);
    return other === undefined ? [] : [other.head.clientId];
  });
  const ended = relationship.state === 'ended' ? periods.at(-1) : undefined;
  return {
    line: {
      clients: [clientId, ...others],
      resources: [
        { kind: 'relationship', id: clientId, client: clientId, version: head.version },
        ...others.map((id) => ({ kind: 'client' as const, id, client: id })),
      ],
      dataGroups: ['baseData', 'contactData', 'family', 'clienthood'],
    },
    body: async () => {
      const ring = ringOf(context);
      const isBanned = hasSafetyBan(head, today);
      const [base, { definition, find }, explanation, views] = await Promise.all([
        openBase(ring, head),
        builtBy(services, RELATIONSHIP_DOCUMENT),
        ended === undefined ? undefined : openExplanation(ring, ended),
        Promise.all(
          shown.map(async (item) => {
            const other = item.relatedClientId === undefined ? undefined : linked.get(item.relatedClientId);
            return relationView(context, item, await openRelation(ring, item), other);
          }),
        ),
      ]);
      const content = relationshipDocument({
        data: visibleBaseData(actor, base.data, isBanned).data,
        safetyBan: isBanned ? head.safetyBan : undefined,
        relationship,
        isRefugee: isRefugee(refunds, today),
        explanation,
        relations: views.filter((view) => !view.ended).flatMap(documentRelationOf),
        serviceTasks: [...new Set(cases.flatMap((item) => item.serviceTasks))],
        find,
      });
      return {
        clientId,
        definition: definition.oid,
        secrecy: SECRECY_MARK,
        content: z.record(z.string(), Json).parse(content),
        findings: validateContent(definition, content, 'final', find, today).map(({ rule, path = '' }) => ({
          rule,
          path,
        })),
      };
    },
  };
}

function documentRelationOf(view: RelationView): DocumentRelation[] {
  const name = view.person?.name ?? view.client;
  if (name === undefined) return [];
  const { sameHousehold: _household, ...content } = view;
  return [{ content, name: { family: name.family, given: name.given }, isBanned: view.safetyBan }];
}
