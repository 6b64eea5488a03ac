import { randomBytes } from 'node:crypto';
import { localHands, sweepLocally } from '../../infra/local/planter.ts';
import type { PlantingControl } from '../../shared/domain/plantings/kind.ts';
import { PlantingDay } from '../../shared/domain/plantings/model.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { PLANTED_CLIENT } from '../../shared/kernel/planted.ts';
import type { Hands } from '../../shared/plantings/planter.ts';
import { runPlantings } from '../../shared/plantings/run.ts';
import { copyLines } from '../../shared/trail/copy-lines.ts';
import type { Version } from '../../shared/witnesses/versioned-store.ts';
import { watchVersions } from '../../shared/witnesses/versions.ts';
import { dumpOf } from './dump.ts';
import { watchedIntake } from './faults.ts';
import { judged } from './witnessed.ts';
import type { World } from './world.ts';

/** The controls of a deployment over a world, each to be switched off, and what plants before them. */
export function controlsOf(world: World, changes: Partial<Hands> = {}) {
  const { services, clock } = world;
  const controllers: ControllerId[] = [world.controller, world.otherController];
  const { kept } = watchedIntake(services);
  const objects: Version[] = [];
  const told = new Set<string>();
  // Each is planted as soon as its day begins.
  services.random = (length) => (length === 4 ? new Uint8Array(4) : randomBytes(length));
  const hands: Hands = {
    ...localHands(services),
    tableRefuses: async () => true,
    putObject: async (_, name) => void objects.unshift({ name, at: clock.now(), hides: false }),
    streams: true,
    ...changes,
  };
  const archive = {
    get: async (name: string) => Buffer.from(kept.get(name) ?? ''),
    list: async (begins: string) => ({ names: [...kept.keys()].filter((name) => name.startsWith(begins)) }),
  };

  const run = () => runPlantings({ services, hands, archive }, controllers);

  /** What the stream of the trail would tell of lines that were put over. */
  async function stream(): Promise<void> {
    for (const item of await dumpOf(services, 'trail')) {
      const key = `${String(item['pk'])} ${String(item['sk'])}`;
      if (!key.includes(PLANTED_CLIENT) || told.has(key)) continue;
      told.add(key);
      const change = { id: `stream-${told.size}`, kind: 'MODIFY', expired: false } as const;
      await copyLines(services, { ...change, before: item, after: item, at: clock.now() });
    }
  }

  /** An hour in which all controls are awake, but those that are off. */
  async function hour(off: readonly PlantingControl[] = []): Promise<void> {
    const isOn = (control: PlantingControl): boolean => !off.includes(control);
    clock.advance(10);
    const bus: Parameters<typeof sweepLocally>[1] = {
      publish: (envelopes) => services.committed(envelopes),
      drained: world.drained,
    };
    if (isOn('sweeper')) await sweepLocally(services, bus, controllers);
    if (isOn('readerOfTheTrail')) await stream();
    if (isOn('witnesses')) await judged(world);
    const versioned = {
      versions: async (begins: string) => ({
        versions: objects.filter(({ name }) => name.startsWith(begins)),
      }),
    };
    if (isOn('versions')) {
      for (const controller of controllers) await watchVersions(services, versioned, controller);
    }
  }

  const days = async (): Promise<PlantingDay[]> =>
    (await dumpOf(services, 'records'))
      .filter(({ entity }) => entity === 'plantingDay')
      .map((item) => PlantingDay.parse(item))
      .filter(({ pk }) => pk.startsWith(world.controller))
      .toSorted((a, b) => (a.on < b.on ? -1 : 1));

  const alarms = (): string[] => world.logged.flatMap(({ level, code }) => (level === 'error' ? [code] : []));

  return { run, hour, days, alarms, objects };
}
