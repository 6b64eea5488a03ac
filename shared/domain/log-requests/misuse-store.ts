import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { ClientId, EventId, MisuseId, UserId } from '../../kernel/id.ts';
import { type Key, logRequestKeys, trailKeys } from '../../table/keys.ts';
import { allOfPartition } from '../../table/lists.ts';
import { batchGet, getItem } from '../../table/read.ts';
import { AccessEvent } from '../../trail/event.ts';
import { ExplanationContent, MisuseCase, SuspicionContent } from './misuse.ts';
import { ReasonWords } from './model.ts';

/** Suspicions of misuse as they are stored, and how they are found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

export const sealSuspicion = (
  ring: KeyRing,
  key: Key,
  content: z.infer<typeof SuspicionContent>,
): Promise<Sealed> => ring.seal(undefined, recordPlace(key, 'said'), 1, content);
export const openSuspicion = (ring: KeyRing, item: MisuseCase) =>
  ring.open(item.said, recordPlace(item, 'said'), SuspicionContent);

export const sealHearing = (ring: KeyRing, item: MisuseCase, words: string): Promise<Sealed> =>
  ring.seal(undefined, recordPlace(item, 'hearings'), item.version + 1, words);
export const openHearing = (ring: KeyRing, item: MisuseCase, words: Sealed): Promise<string> =>
  ring.open(words, recordPlace(item, 'hearings'), ReasonWords);

export const sealExplanation = (
  ring: KeyRing,
  item: MisuseCase,
  content: z.infer<typeof ExplanationContent>,
): Promise<Sealed> => ring.seal(undefined, recordPlace(item, 'answer'), item.version + 1, content);
export const openExplanation = async (ring: KeyRing, item: MisuseCase) =>
  item.answer === undefined
    ? undefined
    : ring.open(item.answer, recordPlace(item, 'answer'), ExplanationContent);

/** One suspicion of misuse of a client's data. */
export const loadMisuse = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  misuseId: MisuseId,
): Promise<MisuseCase | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    logRequestKeys.misuse(controller, clientId, misuseId),
    MisuseCase,
  );

/** All of a client: they are few. */
export const loadMisuses = (where: Where, clientId: ClientId): Promise<MisuseCase[]> =>
  allOfPartition(
    where,
    logRequestKeys.partition(where.actor.controller, clientId),
    logRequestKeys.spans.misuses,
    MisuseCase,
  );

const Line = z.looseObject({ event: AccessEvent });

/** Who made these lines of the person's own log, in whichever of the files they lie. A line that is in none is not named. */
export async function usersOfLines(
  { services, actor: { controller } }: Where,
  files: readonly ClientId[],
  eventIds: readonly EventId[],
): Promise<Map<EventId, UserId>> {
  const users = new Map<EventId, UserId>();
  for (const clientId of files) {
    const left = eventIds.filter((eventId) => !users.has(eventId));
    if (left.length === 0) break;
    const keys = left.map((eventId) => trailKeys.ofClient(controller, clientId, eventId));
    for (const { event } of await batchGet(services.tables, controller, 'trail', keys, Line)) {
      users.set(event.eventId, event.userIdentity.userId);
    }
  }
  return users;
}
