import * as z from 'zod';
import type { Planned } from '../domain/plantings/model.ts';
import type { Report } from '../domain/plantings/rules.ts';
import { arrivalOf } from '../domain/plantings/store.ts';
import type { WitnessFinding } from '../domain/witnesses/model.ts';
import { findingsBetween } from '../domain/witnesses/store.ts';
import { ControllerId } from '../kernel/id.ts';
import { type Instant, plusMinutes } from '../kernel/instant.ts';
import type { Tables } from '../services.ts';
import { allNames } from '../trail/sealing/gather.ts';
import type { LockedStore } from '../trail/sealing/places.ts';

/** A judgement finds what happened two days and some hours ago; nothing that is planted is older. */
const BACK_MINUTES = 56 * 60;

/** What lies in the archive of a line that was overwritten: as much as says which. */
const Overwritten = z.looseObject({
  before: z.looseObject({ pk: z.string(), sk: z.string() }).optional(),
  after: z.looseObject({ pk: z.string(), sk: z.string() }).optional(),
});

/** A report, whose it is, and in which state it stands where it is a finding. */
export type OwnReport = Report & { controller: ControllerId | undefined; state?: WitnessFinding['state'] };

/** What the witnesses and the watch over versions have laid down of the last days. */
export async function findingsOf(
  tables: Tables,
  controllers: readonly ControllerId[],
  now: Instant,
): Promise<OwnReport[]> {
  const span = { from: plusMinutes(now, -BACK_MINUTES), to: now };
  const all = await Promise.all(
    controllers.map(async (controller) =>
      (await findingsBetween(tables, controller, span)).map(
        ({ findingId, kind, createdAt, key, by, evidence, state }): OwnReport => ({
          name: findingId,
          controller,
          control: kind === 'secondVersion' || kind === 'objectHidden' ? 'versions' : 'witnesses',
          at: createdAt,
          finding: kind,
          key,
          by,
          object: evidence,
          state,
        }),
      ),
    ),
  );
  return all.flat();
}

/** What the reader of the trail has put into the archive yesterday and today. */
export async function overwrittenOf(
  archive: Pick<LockedStore, 'get' | 'list'>,
  now: Instant,
): Promise<OwnReport[]> {
  const days = [plusMinutes(now, -1440), now].map((moment) => moment.slice(0, 10));
  const names = await Promise.all(days.map((day) => allNames(archive, `overwritten/${day}/`)));
  return Promise.all(
    names.flat().map(async (name): Promise<OwnReport> => {
      const bytes = await archive.get(name);
      const { before, after } = Overwritten.parse(JSON.parse(bytes?.toString('utf8') ?? '{}'));
      const { pk, sk } = before ?? after ?? { pk: '', sk: '' };
      const report = { name, control: 'readerOfTheTrail' as const, at: now };
      return { ...report, controller: ownerOf(pk), lineId: sk };
    }),
  );
}

/** Each partition begins with the controller. */
const ownerOf = (pk: string): ControllerId | undefined => ControllerId.safeParse(/^[^#]*/.exec(pk)?.[0]).data;

/** What of the planted events came to its consumer. */
export async function arrivalsOf(
  tables: Tables,
  controller: ControllerId,
  waiting: readonly Planned[],
): Promise<OwnReport[]> {
  const found: OwnReport[] = [];
  for (const { made } of waiting) {
    if (made.kind !== 'eventDropped') continue;
    const arrival = await arrivalOf(tables, controller, made.eventId);
    if (arrival === undefined) continue;
    const { eventId, createdAt: at } = arrival;
    found.push({ name: eventId, controller, control: 'sweeper', at, eventId });
  }
  return found;
}
