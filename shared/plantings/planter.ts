import type { Made } from '../domain/plantings/model.ts';
import { Envelope } from '../events/envelope.ts';
import { outboxItemOf } from '../events/outbox.ts';
import type { ControllerId, EventId, KeyId } from '../kernel/id.ts';
import { PLANTED_CLIENT } from '../kernel/planted.ts';
import type { KeyVault, Services, Tables } from '../services.ts';
import { systemContext } from '../system-context.ts';
import { trailKeys } from '../table/keys.ts';
import { putOver } from '../table/put-over.ts';
import { endInTable, lineOf } from '../trail/line.ts';
import { PLANT } from './actions.ts';

/**
 * With what is planted: rights that nothing else has, bound to names that nothing else bears. What is undefined is not
 * there to be planted into.
 */
export type Hands = {
  /** Under these credentials lines are put over and events laid down. */
  tables: Tables;
  /** The key service as a session of this controller meets it, whatever it asks for. */
  vaultOf: (controller: ControllerId) => KeyVault;
  /** How AWS names that session. */
  sessionOf: (controller: ControllerId) => string | undefined;
  /** Whether a key that was not given was refused, and not only out of reach. */
  isRefusal: (thrown: unknown) => boolean;
  /** Whether a session of one controller is refused a partition of another. */
  tableRefuses: ((controller: ControllerId, other: ControllerId) => Promise<boolean>) | undefined;
  /** Puts an object of the archive, whatever stands there. */
  putObject: ((controller: ControllerId, name: string, body: string) => Promise<void>) | undefined;
  /** Whether a change of a line is told by a stream. */
  streams: boolean;
};

export type Outcome = 'planted' | 'notRefused' | 'notPossible';

/** Plants one violation. Safe to repeat: what it is made of is told. @throws when it cannot be planted. */
export async function plant(
  services: Services,
  hands: Hands,
  controller: ControllerId,
  made: Made,
): Promise<Outcome> {
  switch (made.kind) {
    case 'keyUseWithoutLine':
      return useKey(hands, controller, made.key);
    case 'readAcrossControllers':
      return readAcross(hands, controller, made);
    case 'lineOverwritten':
      return overwriteLine(services, hands, controller, made.lineId);
    case 'secondVersion':
      return putTwice(hands, controller, made.object);
    case 'eventDropped':
      return dropEvent(services, hands, controller, made.eventId);
    default:
      return made satisfies never;
  }
}

async function useKey(hands: Hands, controller: ControllerId, key: KeyId): Promise<Outcome> {
  const vault = hands.vaultOf(controller);
  const { wrapped } = await vault.generate('client', { controller, key });
  await vault.unwrap('client', wrapped, { controller, key });
  return 'planted';
}

/** First the tables, then the key service: both must refuse, and only the second is recorded by a witness. */
async function readAcross(
  { vaultOf, isRefusal, tableRefuses }: Hands,
  controller: ControllerId,
  { key, other }: { key: KeyId; other: ControllerId },
): Promise<Outcome> {
  if (tableRefuses !== undefined && !(await tableRefuses(controller, other))) return 'notRefused';
  // Any bytes will do: who asks is judged before what is asked.
  const wrapped = new Uint8Array(184).fill(1);
  try {
    await vaultOf(controller).unwrap('client', wrapped, { controller: other, key });
    return 'notRefused';
  } catch (thrown) {
    if (isRefusal(thrown)) return 'planted';
    throw thrown;
  }
}

/**
 * A line of the invented client, without the indexes by which lines are sealed and asked, and another over it. Only the
 * stream of the trail can tell that there was a first.
 */
async function overwriteLine(
  services: Services,
  { tables, streams }: Hands,
  controller: ControllerId,
  lineId: EventId,
): Promise<Outcome> {
  if (!streams) return 'notPossible';
  const context = systemContext(services, controller, {
    action: PLANT,
    event: 'ViolationPlanted',
    ranBy: 'plantings',
  });
  for (const code of ['plantings.first', 'plantings.second']) {
    const event = {
      ...lineOf(
        context,
        { clients: [PLANTED_CLIENT], resources: [], dataGroups: ['accessLog'] },
        { result: 'failed', code },
      ),
      eventId: lineId,
    };
    await putOver(tables, controller, 'trail', {
      ...trailKeys.ofClient(controller, PLANTED_CLIENT, lineId),
      ttl: endInTable(event),
      event,
    });
  }
  return 'planted';
}

async function putTwice({ putObject }: Hands, controller: ControllerId, name: string): Promise<Outcome> {
  if (putObject === undefined) return 'notPossible';
  await putObject(controller, name, 'first');
  await putObject(controller, name, 'second');
  return 'planted';
}

/**
 * The stream carries what is put into the outbox where nothing stood. What is first something else, and then put over,
 * it passes by: only the sweeper finds it.
 */
async function dropEvent(
  { clock }: Services,
  { tables }: Hands,
  controller: ControllerId,
  eventId: EventId,
): Promise<Outcome> {
  const item = outboxItemOf(
    Envelope.parse({
      eventId,
      type: 'PlantedEvent',
      typeVersion: 1,
      controller,
      occurredAt: clock.now(),
    }),
  );
  await putOver(tables, controller, 'records', { ...item, entity: 'planted' });
  await putOver(tables, controller, 'records', item);
  return 'planted';
}
