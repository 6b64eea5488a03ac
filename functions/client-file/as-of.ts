import * as z from 'zod';
import { mayKnowLinked, RelationView, relationView } from '../../shared/access/relation-view.ts';
import { visibleBaseData } from '../../shared/access/visibility.ts';
import type { Reading } from '../../shared/act.ts';
import { openCases } from '../../shared/domain/cases/store.ts';
import { CaseView } from '../../shared/domain/cases/view.ts';
import {
  baseBefore,
  casesClosedSince,
  relationBefore,
  relationshipOn,
  wasRestricted,
} from '../../shared/domain/clients/as-of.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { BaseData, ClientHead, Provenance, Relationship } from '../../shared/domain/clients/model.ts';
import type { RelationItem, RelationVersion } from '../../shared/domain/clients/network/model.ts';
import { isEnded } from '../../shared/domain/clients/network/rules.ts';
import { loadLinked, loadWholeNetwork, openRelation } from '../../shared/domain/clients/network/store.ts';
import { loadPeriods } from '../../shared/domain/clients/relationship-periods.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate, startOfDay } from '../../shared/kernel/local-date.ts';
import type { AsOfQuery } from './day-asked.ts';
import { endOf } from './day-asked.ts';

const { clientId, safetyBan, diedOn } = ClientHead.shape;

export const FileAsOf = z
  .strictObject({
    clientId,
    on: LocalDate,
    baseData: BaseData.partial(),
    /** Fields held back by the safety ban of today. */
    hidden: z.array(z.string()),
    sources: z.record(z.string(), Provenance),
    safetyBan,
    diedOn,
    restricted: z.boolean(),
    relationship: z
      .strictObject(Relationship.pick({ startedOn: true, endedOn: true, endGround: true }).shape)
      .optional(),
    /** Cases that were open, by the names they have today. */
    cases: z.array(CaseView),
    network: z.array(RelationView),
  })
  .meta({ id: 'FileAsOf' });

/**
 * The file as it stood: what had been recorded by the end of the day, and nothing that was recorded later. What a
 * safety ban or a restriction hides today is hidden of the past too.
 */
export async function readAsOf(
  context: ClientContext,
  { query: { on } }: { query: z.infer<typeof AsOfQuery> },
): Promise<Reading<z.infer<typeof FileAsOf>>> {
  const { file, actor, today, services } = context;
  const { head } = file;
  const moment = endOf(context, on);
  const [base, restricted, periods, closed, relations] = await Promise.all([
    baseBefore(context, head.clientId, moment),
    wasRestricted(context, head.clientId, moment),
    loadPeriods(services, actor.controller, head.clientId),
    casesClosedSince(context, head.clientId, moment),
    networkThen(context, moment),
  ]);
  const linked = await loadLinked(
    context,
    relations.flatMap(({ relatedClientId }) => (relatedClientId === undefined ? [] : [relatedClientId])),
  );
  const known = relations.filter(
    ({ relatedClientId }) =>
      relatedClientId === undefined || mayKnowLinked(actor, linked.get(relatedClientId)),
  );
  const cases = [...file.cases.filter(({ createdAt }) => createdAt < moment), ...closed];
  const others = known.flatMap(({ relatedClientId }) => {
    const other = relatedClientId === undefined ? undefined : linked.get(relatedClientId)?.head;
    return other === undefined ? [] : [other.clientId];
  });
  return {
    line: {
      clients: [head.clientId, ...new Set(others)],
      resources: [
        { kind: 'client', id: head.clientId, client: head.clientId },
        ...cases.map(({ caseId, serviceTasks }) => ({
          kind: 'case' as const,
          id: caseId,
          client: head.clientId,
          serviceTasks,
        })),
        ...known.map(({ relationId }) => ({
          kind: 'relation' as const,
          id: relationId,
          client: head.clientId,
        })),
      ],
      dataGroups: ['baseData', 'contactData', 'clienthood', 'case', 'family'],
      historyFrom: startOfDay(on),
    },
    body: async () => {
      const ring = ringOf(context);
      const stood = base ?? head;
      const [opened, openedCases, network] = await Promise.all([
        openBase(ring, stood),
        openCases(ring, cases),
        Promise.all(known.map((item) => relationAsOf(context, item, linked, on))),
      ]);
      const { data, hidden } = visibleBaseData(actor, opened.data, hasSafetyBan(head, today));
      const relationship = relationshipOn(head.relationship, periods, on, moment);
      return {
        clientId: head.clientId,
        on,
        baseData: data,
        hidden,
        sources: opened.sources,
        ...(hasSafetyBan(stood, on) ? { safetyBan: stood.safetyBan } : {}),
        ...(stood.diedOn === undefined ? {} : { diedOn: stood.diedOn }),
        restricted,
        ...(relationship === undefined ? {} : { relationship }),
        // What has become of a case since is not what it was: an ending is left out.
        cases: openedCases.map(({ closedOn: _on, closingGround: _ground, dueMonth: _due, ...item }) =>
          item.state === 'closed' ? { ...item, state: 'open' as const } : item,
        ),
        network: network.flat(),
      };
    },
  };
}

type Related = RelationItem | RelationVersion;

/** The relations as they stood: today's where nothing has changed since, else the version put away first. */
async function networkThen(context: ClientContext, moment: Instant): Promise<Related[]> {
  const { head } = context.file;
  const items = await loadWholeNetwork(context, head.clientId);
  const recorded = items.filter(({ createdAt }) => createdAt < moment);
  return Promise.all(
    recorded.map(async (item): Promise<Related> => {
      if (item.updatedAt < moment) return item;
      return (await relationBefore(context, head.clientId, item.relationId, moment)) ?? item;
    }),
  );
}

/** A relation that had not ended by the day. */
async function relationAsOf(
  context: ClientContext,
  item: Related,
  linked: Awaited<ReturnType<typeof loadLinked>>,
  on: LocalDate,
): Promise<RelationView[]> {
  const sealed = await openRelation(ringOf(context), item);
  if (isEnded(sealed.content, on)) return [];
  const view = relationView(
    context,
    item,
    sealed,
    item.relatedClientId === undefined ? undefined : linked.get(item.relatedClientId),
  );
  return [{ ...view, ended: false }];
}
