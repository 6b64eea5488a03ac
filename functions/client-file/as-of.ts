import * as z from 'zod';
import { mayKnowLinked, RelationView, relationView } from '../../shared/access/relation-view.ts';
import { visibleBaseData } from '../../shared/access/visibility.ts';
import type { Reading } from '../../shared/act.ts';
import {
  baseBefore,
  relationBefore,
  relationshipOn,
  wasRestricted,
} from '../../shared/domain/clients/as-of.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { mergedContexts } from '../../shared/domain/clients/merged.ts';
import { BaseData, ClientHead, Provenance, Relationship } from '../../shared/domain/clients/model.ts';
import type {
  RelationContent,
  RelationItem,
  RelationVersion,
} from '../../shared/domain/clients/network/model.ts';
import { isEnded } from '../../shared/domain/clients/network/rules.ts';
import {
  loadLinked,
  loadRelation,
  loadWholeNetwork,
  openRelation,
} from '../../shared/domain/clients/network/store.ts';
import { loadPeriods } from '../../shared/domain/clients/relationship-periods.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate, startOfDay } from '../../shared/kernel/local-date.ts';
import { readAllStood } from './as-of/stood.ts';
import {
  CaseThen,
  groupsThen,
  InForceThen,
  inForceThen,
  openCasesThen,
  resourcesThen,
} from './as-of/view.ts';
import type { AsOfQuery } from './day-asked.ts';
import { endOf } from './day-asked.ts';
import { lineOfFiles, MergedFrom, mergedIds } from './merged-from.ts';

const { clientId, safetyBan, diedOn } = ClientHead.shape;

export const FileAsOf = z
  .strictObject({
    clientId,
    on: LocalDate,
    /** Their cases and what was in force stand below, beside those of this file. */
    mergedFrom: MergedFrom,
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
    cases: z.array(CaseThen),
    /** Decisions and services in force or under way, plans in force, times that ran: each as it stood. */
    inForce: InForceThen,
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
  const files = [context, ...(await mergedContexts(context))];
  const mergedFrom = mergedIds(files.slice(1));
  const [base, restricted, periods, stood, relations] = await Promise.all([
    baseBefore(context, head.clientId, moment),
    wasRestricted(context, head.clientId, moment),
    loadPeriods(services, actor.controller, head.clientId),
    readAllStood(files, moment),
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
  const others = known.flatMap(({ relatedClientId }) => {
    const other = relatedClientId === undefined ? undefined : linked.get(relatedClientId)?.head;
    return other === undefined ? [] : [other.clientId];
  });
  return {
    line: {
      clients: [...new Set([head.clientId, ...mergedFrom, ...others])],
      resources: [
        ...lineOfFiles(head.clientId, mergedFrom).resources,
        ...stood.flatMap((one, nth) =>
          resourcesThen(one).map((resource) => ({
            ...resource,
            client: files[nth]?.file.head.clientId ?? head.clientId,
          })),
        ),
        ...known.map(({ relationId }) => ({
          kind: 'relation' as const,
          id: relationId,
          client: head.clientId,
        })),
      ],
      dataGroups: ['baseData', 'contactData', 'clienthood', 'case', 'family', ...groupsThen(stood)],
      historyFrom: startOfDay(on),
    },
    body: async () => {
      const ring = ringOf(context);
      const ofPerson = base ?? head;
      const [opened, openedCases, network] = await Promise.all([
        openBase(ring, ofPerson),
        Promise.all(
          files.map(async (one, nth) => {
            const ofFile = stood[nth];
            return ofFile === undefined ? [] : openCasesThen(ringOf(one), ofFile, head.clientId);
          }),
        ),
        Promise.all(known.map((item) => relationAsOf(context, item, linked, on))),
      ]);
      const { data, hidden } = visibleBaseData(actor, opened.data, hasSafetyBan(head, today));
      const relationship = relationshipOn(head.relationship, periods, on, moment);
      return {
        clientId: head.clientId,
        on,
        mergedFrom,
        baseData: data,
        hidden,
        sources: opened.sources,
        ...(hasSafetyBan(ofPerson, on) ? { safetyBan: ofPerson.safetyBan } : {}),
        ...(ofPerson.diedOn === undefined ? {} : { diedOn: ofPerson.diedOn }),
        restricted,
        ...(relationship === undefined ? {} : { relationship }),
        cases: openedCases.flat(),
        inForce: inForceThen(stood, { on, moment, own: head.clientId }),
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

/** What the relation says now: a ban that came later hides what stood before it. */
async function currentOf(
  context: ClientContext,
  { relationId }: Related,
): Promise<RelationContent | undefined> {
  const item = await loadRelation(context, context.file.head.clientId, relationId);
  return item === undefined ? undefined : (await openRelation(ringOf(context), item)).content;
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
  const other = item.relatedClientId === undefined ? undefined : linked.get(item.relatedClientId);
  const current = item.entity === 'relation' ? undefined : await currentOf(context, item);
  const view = await relationView(context, item, sealed, other, current);
  return [{ ...view, ended: false }];
}
