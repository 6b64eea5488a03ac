import { CLOUD_TRAIL_PLACE, localKeyArn } from '../../infra/local/cloud-trail.ts';
import { DOOR_PLACE, gatewayLine, gatewayLogName } from '../../infra/local/gateway-log.ts';
import { WitnessFinding } from '../../shared/domain/witnesses/model.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { LockedStore } from '../../shared/trail/sealing/places.ts';
import { judgeWindow, type Reconciler } from '../../shared/witnesses/judge-windows.ts';
import { dumpOf, linesOf } from './dump.ts';
import { START } from './services.ts';
import type { World } from './world.ts';

const over = (objects: ReadonlyMap<string, Buffer>): Pick<LockedStore, 'get' | 'list'> => ({
  get: async (name) => objects.get(name),
  list: async (begins) => ({
    names: [...objects.keys()].filter((name) => name.startsWith(begins)).toSorted(),
  }),
});

/** What a reconciliation reads of a world: what CloudTrail has delivered by now, and the log of its door. */
export function reconcilerOf(world: World, unsealed: readonly string[] = []): Reconciler {
  const { delivered, answered } = world.witness;
  const objects = new Map(delivered);
  for (const one of answered) {
    const name = gatewayLogName(one.at);
    objects.set(name, Buffer.concat([objects.get(name) ?? Buffer.alloc(0), Buffer.from(gatewayLine(one))]));
  }
  return {
    services: world.services,
    sealed: async (_, eventIds) => new Set(eventIds.filter((eventId) => !unsealed.includes(eventId))),
    lines: async (of) => (await linesOf(world.services)).filter(({ controller }) => controller === of),
    witness: over(objects),
    versioned: undefined,
    places: { cloudTrail: CLOUD_TRAIL_PLACE, doors: [DOOR_PLACE] },
    clientKeys: new Map(
      [world.controller, world.otherController].map((controller) => [
        localKeyArn('client', controller),
        controller,
      ]),
    ),
  };
}

/** The time since the last judgement is judged, all of it delivered. @returns how many new findings there are. */
export async function judged(
  world: World,
  more?: { judgement: 'second'; from: Instant; unsealed?: readonly string[] },
): Promise<number> {
  const { services, clock, witness } = world;
  const from = more?.from ?? froms.get(world) ?? START;
  const to = clock.now();
  froms.set(world, to);
  for (let minute = 0; minute < 30; minute += 1) {
    clock.advance(1);
    witness.cloudTrail.deliver();
  }
  return judgeWindow(reconcilerOf(world, more?.unsealed), [world.controller, world.otherController], {
    judgement: more?.judgement ?? 'first',
    window: { from, to },
    until: services.clock.now(),
  });
}

const froms = new WeakMap<World, Instant>();

/** Every finding that is stored, by when it happened. */
export async function findingsOf(world: World): Promise<WitnessFinding[]> {
  const items = await dumpOf(world.services, 'records');
  return items
    .filter(({ entity }) => entity === 'witnessFinding')
    .map((item) => WitnessFinding.parse(item))
    .toSorted((a, b) => (a.findingId < b.findingId ? -1 : 1));
}
