import type * as z from 'zod';
import type { ActContext } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { clientKeys, type Span } from '../../table/keys.ts';
import { type LastKey, type Page, query } from '../../table/read.ts';
import { BaseDataVersion, type Relationship, RestrictionChange } from './model.ts';
import { RelationVersion } from './network/model.ts';
import type { RelationshipPeriod } from './relationship-periods.ts';

/**
 * What a client's partition said up to a moment (docs/decisions/0050). What replaces a datum puts the former beside
 * it with the moment of the change, so that the first version put away after the moment is what stood at it.
 */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** Read on from the latest until what is older than the moment: the cost is that of what has changed since. */
async function since<T extends { createdAt: Instant }>(
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  span: Span,
  schema: z.ZodType<T>,
  moment: Instant,
): Promise<{ since: T[]; before?: T }> {
  const found: T[] = [];
  let after: LastKey | undefined;
  do {
    const page: Page<T> = await query(
      services.tables,
      controller,
      {
        table: 'records',
        pk: clientKeys.partition(controller, clientId),
        span,
        descending: true,
        limit: 20,
        ...(after === undefined ? {} : { after }),
      },
      schema,
    );
    for (const item of page.items) {
      if (item.createdAt < moment) return { since: found, before: item };
      found.push(item);
    }
    after = page.lastKey;
  } while (after !== undefined);
  return { since: found };
}

/** The base data as they stood before the moment; undefined where those of today already stood. */
export const baseBefore = async (
  where: Where,
  clientId: ClientId,
  moment: Instant,
): Promise<BaseDataVersion | undefined> =>
  (await since(where, clientId, clientKeys.spans.history, BaseDataVersion, moment)).since.at(-1);

/** Whether the file was open to named readers only. */
export async function wasRestricted(where: Where, clientId: ClientId, moment: Instant): Promise<boolean> {
  const { before } = await since(where, clientId, clientKeys.spans.restrictions, RestrictionChange, moment);
  return before?.readers !== undefined;
}

/** A relation as it stood before the moment; undefined where what stands today already stood. */
export const relationBefore = async (
  where: Where,
  clientId: ClientId,
  relationId: RelationVersion['relationId'],
  moment: Instant,
): Promise<RelationVersion | undefined> =>
  (
    await since(where, clientId, clientKeys.spans.supersededRelations(relationId), RelationVersion, moment)
  ).since.at(-1);

/** Items of a span that were recorded before the moment, and of those that have ended the ones whose end was not. */
export async function recordedBefore<Item extends { createdAt: Instant; updatedAt: Instant }>(
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  of: { span: Span; schema: z.ZodType<Item>; ended: boolean },
  moment: Instant,
): Promise<Item[]> {
  const found: Item[] = [];
  let after: LastKey | undefined;
  do {
    const page: Page<Item> = await query(
      services.tables,
      controller,
      {
        table: 'records',
        pk: clientKeys.partition(controller, clientId),
        span: of.span,
        limit: 50,
        ...(after === undefined ? {} : { after }),
      },
      of.schema,
    );
    // Ids carry the moment of recording: what comes after was not there yet.
    const isPast = page.items.some((item) => item.createdAt >= moment);
    const recorded = page.items.filter(({ createdAt }) => createdAt < moment);
    found.push(...(of.ended ? recorded.filter(({ updatedAt }) => updatedAt >= moment) : recorded));
    after = isPast ? undefined : page.lastKey;
  } while (after !== undefined);
  return found;
}

export type RelationshipThen = Pick<Relationship, 'startedOn' | 'endedOn' | 'endGround'>;

/**
 * The relationship that held on the day, by its own days. An ending that was recorded later is not told: of who was
 * own worker then, no record is kept, and nothing is said.
 */
export function relationshipOn(
  current: Relationship | undefined,
  periods: readonly RelationshipPeriod[],
  on: LocalDate,
  moment: Instant,
): RelationshipThen | undefined {
  const ofPeriods = periods.map(({ period, createdAt }) => ({ period, endedAt: createdAt }));
  const all = [
    ...ofPeriods,
    ...(current === undefined || current.state === 'ended' ? [] : [{ period: current, endedAt: undefined }]),
  ];
  const held = all.find(
    ({ period }) => period.startedOn <= on && (period.endedOn === undefined || on <= period.endedOn),
  );
  if (held === undefined) return undefined;
  const { startedOn, endedOn, endGround } = held.period;
  const isEndKnown = held.endedAt !== undefined && held.endedAt < moment;
  return {
    startedOn,
    ...(isEndKnown && endedOn !== undefined ? { endedOn } : {}),
    ...(isEndKnown && endGround !== undefined ? { endGround } : {}),
  };
}
