import type { Between } from '../../../shared/domain/signs/rules.ts';
import type { ClientId, UserId } from '../../../shared/kernel/id.ts';
import { nameParts } from '../../../shared/kernel/name.ts';
import type { QuarterFacts } from '../quarter/facts.ts';

const nameOf = (name: string): string => nameParts(name).join(' ');
type Address = QuarterFacts['clients'][number]['address'];
const addressOf = ({ town, street, house, flat, postalCode }: Address): string =>
  nameOf(`${street} ${house} ${flat} ${postalCode} ${town}`);

/**
 * What the product finds out by keyed tokens and look-ups, taken from what the quarter’s county knows of its workers
 * and clients: their own code and address are on record, as a controller may have them.
 */
export function betweenOfFacts(facts: QuarterFacts): (userId: UserId, clientId: ClientId) => Between {
  const workers = new Map(facts.workers.map((worker) => [worker.userId, worker]));
  const clients = new Map(facts.clients.map((client) => [client.clientId, client]));
  const workerOf = new Map(
    facts.workers.flatMap((worker) =>
      worker.ownClientId === undefined ? [] : [[worker.ownClientId, worker] as const],
    ),
  );
  return (userId, clientId) => {
    const worker = workers.get(userId);
    const client = clients.get(clientId);
    if (worker === undefined || client === undefined) {
      return { sameSurname: false, sameAddress: false, safetyBan: false };
    }
    const asWorker = workerOf.get(clientId);
    const isOwn = asWorker?.userId === userId;
    return {
      own: isOwn ? 'record' : undefined,
      colleague:
        isOwn || asWorker === undefined
          ? undefined
          : asWorker.unitId === worker.unitId
            ? 'record'
            : 'elsewhere',
      sameSurname: nameOf(worker.family) === nameOf(client.family),
      sameAddress: !client.safetyBan && addressOf(worker.address) === addressOf(client.address),
      safetyBan: client.safetyBan,
    };
  };
}
