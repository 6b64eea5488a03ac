import type { ActContext, LinePart } from '../act.ts';
import { type ClientId, EventId } from '../kernel/id.ts';
import { epochMsOf } from '../kernel/instant.ts';
import { newId } from '../new-id.ts';
import { type PartitionKey, SHARDS, trailKeys } from '../table/keys.ts';
import type { Disclosure } from './disclosure.ts';
import { AccessEvent, type Basis, EVENT_BYTES, EVENT_VERSION, type Outcome, type Resource } from './event.ts';

/** 26 months: how long a line lies in the table before the archive alone answers for it. */
export const DAYS_IN_TABLE = 26 * 31;

/** The line of an act. Throws when the act put more into it than an event can hold: then nothing happens. */
export function lineOf(context: ActContext, told: LinePart, outcome: Outcome, replay?: true): AccessEvent {
  const part = ofBothFiles(context, told);
  const { actor, basis, grant = actor.grants[0] } = context;
  if (part.disclosure !== undefined && context.discloses !== true) {
    throw new Error('An act that hands data out says so in its route.');
  }
  // What is seen under an opening is seen for its reason: every line of it names where the words are.
  const reasonId = part.reasonId ?? openingOf(basis);
  // One moment for both: readers find a span of time by a span of ids.
  const eventTime = context.services.clock.now();
  const event = AccessEvent.parse({
    eventVersion: EVENT_VERSION,
    eventId: newId(context.services, eventTime),
    eventTime,
    eventName: context.eventName,
    action: context.action.name,
    controller: actor.controller,
    userIdentity: {
      userId: actor.userId,
      name: actor.name,
      post: actor.postTitle,
      ...(grant === undefined ? {} : { role: grant.role }),
      ...(grant?.unitIds[0] === undefined ? {} : { unitId: grant.unitIds[0] }),
      ...(actor.professionalNumber === undefined ? {} : { professionalNumber: actor.professionalNumber }),
      authenticationMethod: actor.authenticationMethod,
      ...(grant?.deputyFor === undefined ? {} : { deputyFor: grant.deputyFor }),
    },
    sourceIPAddress: context.request.sourceIPAddress,
    userAgent: context.request.userAgent,
    requestId: context.request.requestId,
    awsRegion: context.services.region,
    readOnly: context.readOnly,
    clients: [...new Set(part.clients)],
    resources: [...part.resources],
    basis,
    outcome,
    ...keysOf(context, part.clients),
    dataGroups: [...part.dataGroups],
    changedFields: [...(part.changedFields ?? [])],
    ...(part.historyFrom === undefined ? {} : { historyFrom: part.historyFrom }),
    ...(reasonId === undefined ? {} : { reasonId }),
    ...(part.reasonCode === undefined ? {} : { reasonCode: part.reasonCode }),
    ...(replay === undefined ? {} : { replay }),
    ...(part.disclosure === undefined ? {} : { disclosure: part.disclosure }),
  });
  if (Buffer.byteLength(JSON.stringify(event)) > EVENT_BYTES) throw new Error('A line holds at most 64 KB.');
  return event;
}

/** In a merged file: told in the log of both clients, and what the line names is the merged one's unless it says whose. */
const ofBothFiles = ({ merged }: ActContext, part: LinePart): LinePart =>
  merged === undefined
    ? part
    : {
        ...part,
        clients: [merged.into, merged.from, ...part.clients],
        resources: part.resources.map((one) => ({ client: merged.from, ...one })),
      };

/** A key of somebody whom the line does not name stands there by its id alone. */
function keysOf({ keys }: ActContext, clients: readonly ClientId[]): Pick<AccessEvent, 'keys'> {
  if (keys.size === 0) return {};
  return {
    keys: [...keys.values()].map(({ id, client }) =>
      client !== undefined && clients.includes(client) ? { id, client } : { id },
    ),
  };
}

const openingOf = ({ kind, reference }: Basis): string | undefined =>
  kind === 'breakGlass' || kind === 'duty' ? reference : undefined;

/** When a line leaves the table, in seconds since 1970. */
export const endInTable = ({ eventTime }: AccessEvent): number =>
  Math.floor(epochMsOf(eventTime) / 1000) + DAYS_IN_TABLE * 86_400;

const minuteOf = (event: AccessEvent): string => event.eventTime.slice(0, 16);

const shardOf = (event: AccessEvent): number => (event.eventId.codePointAt(25) ?? 0) % SHARDS;

/** Where a line lies. */
export function partitionOf({ controller, userIdentity, clients }: AccessEvent): PartitionKey {
  const [only, second] = clients;
  return only !== undefined && second === undefined
    ? trailKeys.clientPartition(controller, only)
    : trailKeys.workerPartition(controller, userIdentity.userId);
}

/**
 * The item of a line. A line about one client lies with that client, every other with the worker; the
 * indexes answer "whose files did this worker open" and "what was written in this minute".
 */
export function trailItemOf(event: AccessEvent): Record<string, unknown> {
  const { controller, userIdentity, eventId } = event;
  return {
    pk: partitionOf(event),
    sk: trailKeys.event(eventId),
    g1pk: trailKeys.workerMonth(controller, userIdentity.userId, event.eventTime.slice(0, 7)),
    g1sk: trailKeys.event(eventId),
    g2pk: trailKeys.minute(controller, minuteOf(event), shardOf(event)),
    g2sk: trailKeys.event(eventId),
    ttl: endInTable(event),
    event,
  };
}

/** What belongs to no client and may stand in every copy. */
const OF_NOBODY: ReadonlySet<Resource['kind']> = new Set([
  'user',
  'grant',
  'unit',
  'post',
  'settings',
  'party',
  'contract',
  'job',
  'delegation',
  'researchPermit',
  'accessLog',
  'statistics',
]);

const isPartOf = (clientId: ClientId, { kind, id, client }: Resource): boolean =>
  kind === 'client' ? id === clientId : client === clientId || (client === undefined && OF_NOBODY.has(kind));

/** Whether what was handed out was this client's: where the disclosure does not say whose, it was that of all named. */
export const isDisclosureOf = ({ client }: Disclosure, clientId: ClientId): boolean =>
  client === undefined || client === clientId;

/**
 * One client's part of a line about several: the same event, naming only this client. A case or a note that
 * does not say whose it is stands in no copy, since it may be another's.
 */
export function copyFor(event: AccessEvent, clientId: ClientId): Record<string, unknown> {
  const { pk, sk } = trailKeys.ofClient(event.controller, clientId, EventId.parse(event.eventId));
  return { pk, sk, ttl: endInTable(event), event: ownPart(event, clientId) };
}

/** What of a line about several is this client's. */
export function ownPart(event: AccessEvent, clientId: ClientId): AccessEvent {
  const { keys, disclosure, ...rest } = event;
  const ownKeys = keys?.filter(({ client }) => client === clientId) ?? [];
  return {
    ...rest,
    clients: [clientId],
    resources: event.resources.filter((resource) => isPartOf(clientId, resource)),
    ...(ownKeys.length === 0 ? {} : { keys: ownKeys }),
    ...(disclosure !== undefined && isDisclosureOf(disclosure, clientId) ? { disclosure } : {}),
  };
}
