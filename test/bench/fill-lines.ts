import { ClientId, EventId, UserId } from '../../shared/kernel/id.ts';
import { plusMilliseconds } from '../../shared/kernel/instant.ts';
import { newId } from '../../shared/new-id.ts';
import { trailItemOf } from '../../shared/trail/line.ts';
import { linesOfClient } from '../../shared/trail/read.ts';
import type { County } from './county.ts';
import { type Filler, fill } from './fill.ts';
import type { Stage } from './stage.ts';

/** Of so many others are the lines, by so many workers, each a quarter of a minute before the other. */
const CLIENTS = 3_000;
const WORKERS = 60;
const BETWEEN_MS = 15_000;

/** So many more lines in the access log, of other clients and by other workers: each as one of this client's is. */
export async function fillLines({ world, bare }: County, { clientId }: Stage, count: number): Promise<void> {
  const { services, controller } = world;
  const now = services.clock.now();
  const days = { from: plusMilliseconds(now, -86_400_000), to: now };
  const { items } = await linesOfClient(services.tables, controller, clientId, days);
  const [line] = items;
  if (line === undefined) throw new Error('The client has no line.');
  const clients = Array.from({ length: CLIENTS }, () => ClientId.parse(newId(services)));
  const workers = Array.from({ length: WORKERS }, () => UserId.parse(newId(services)));
  function* lines(): Generator<Filler, void> {
    for (let place = 0; place < count; place += 1) {
      const eventTime = plusMilliseconds(now, -BETWEEN_MS * (place + 1));
      const [other, userId] = [clients[place % CLIENTS], workers[place % WORKERS]];
      if (other === undefined || userId === undefined || line === undefined) continue;
      const event = {
        ...line,
        eventId: EventId.parse(newId(services, eventTime)),
        eventTime,
        clients: [other],
        resources: [{ kind: 'client' as const, id: other }],
        userIdentity: { ...line.userIdentity, userId },
      };
      yield { table: services.tables.trail, item: trailItemOf(event) };
    }
  }
  await fill(bare, lines());
}
