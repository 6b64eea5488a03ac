import { ClientId, EventId, formatId, UserId } from '../../shared/kernel/id.ts';
import { epochMsOf, Instant } from '../../shared/kernel/instant.ts';
import { AccessEvent, EVENT_VERSION } from '../../shared/trail/event.ts';

/** Invented clients and workers of a log that no store made. */
const idOf = (kind: number, nth: number): string =>
  formatId(1_700_000_000_000 + kind, new Uint8Array(10).fill(nth));
export const clientOf = (nth: number): ClientId => ClientId.parse(idOf(1, nth));
export const workerOf = (nth: number): UserId => UserId.parse(idOf(2, nth));

let events = 0;

/** A line of this moment: worker 1 opens the file of client 1 as her own worker, unless it is told otherwise. */
export function logEvent(
  time: string,
  changes: Partial<Omit<AccessEvent, 'userIdentity'>> & {
    userIdentity?: Partial<AccessEvent['userIdentity']>;
  } = {},
): AccessEvent {
  events += 1;
  const eventTime = Instant.parse(time);
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(6, events);
  return AccessEvent.parse({
    eventVersion: EVENT_VERSION,
    eventId: EventId.parse(formatId(epochMsOf(eventTime), random)),
    eventTime,
    eventName: 'ClientFileOpened',
    action: 'clients.openFile',
    controller: 'KEUSOTE',
    sourceIPAddress: '192.0.2.1',
    userAgent: 'vitest',
    requestId: `request-${events}`,
    awsRegion: 'local',
    readOnly: true,
    clients: [clientOf(1)],
    resources: [],
    basis: { kind: 'ownWorker', legalGround: '703/2023 § 9' },
    outcome: { result: 'allowed' },
    dataGroups: ['baseData'],
    changedFields: [],
    ...changes,
    userIdentity: {
      userId: workerOf(1),
      name: 'Ville Virta',
      post: 'Sosiaalityöntekijä',
      authenticationMethod: 'card',
      ...changes.userIdentity,
    },
  });
}
