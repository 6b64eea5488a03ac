import type { ActContext } from '../../act.ts';
import { controllerRing } from '../../crypto/controller-ring.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import { type ClientId, formatId, OpeningId, type UnitId } from '../../kernel/id.ts';
import { epochMsOf, type Instant } from '../../kernel/instant.ts';
import { changed } from '../../table/item.ts';
import { clientKeys, indexKeys, type Key } from '../../table/keys.ts';
import { getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { OutcomeWords, type SignOutcome } from '../signs/model.ts';
import { Opening, OpeningWords } from './model.ts';

/** Openings without a tie as they are stored: with the client whose file was opened. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const place = (key: Key) => recordPlace(key, 'words');

export const sealWords = (ring: KeyRing, key: Key, words: string): Promise<Sealed> =>
  ring.seal(undefined, place(key), 1, words);

export const openWords = (ring: KeyRing, item: Opening): Promise<string> =>
  ring.open(item.words, place(item), OpeningWords);

const reviewPlace = (key: Key) => ({ ...place(key), attribute: 'review' });

/** The opening with what a reviewer found of it. */
export async function reviewedOpening(
  { services, actor, now }: Pick<ActContext, 'services' | 'actor' | 'now'>,
  opening: Opening,
  { outcome, words, reference }: { outcome: SignOutcome; words: string; reference?: string | undefined },
): Promise<Opening> {
  const head = changed(opening, now, actor.userId);
  const sealed = await controllerRing(services, actor.controller).seal(
    reviewPlace(opening),
    head.version,
    words,
  );
  return {
    ...opening,
    ...head,
    review: {
      outcome,
      by: actor.userId,
      at: now,
      words: sealed,
      ...(reference === undefined ? {} : { reference }),
    },
  };
}

export const openReview = (
  { services, actor: { controller } }: Where,
  opening: Opening,
  { words }: NonNullable<Opening['review']>,
): Promise<string> => controllerRing(services, controller).open(words, reviewPlace(opening), OutcomeWords);

/** When it ended or will end. */
export const endOf = ({ until, endedAt }: Pick<Opening, 'until' | 'endedAt'>): Instant => endedAt ?? until;

export const findOpening = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  openingId: OpeningId,
): Promise<Opening | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    clientKeys.opening(controller, clientId, openingId),
    Opening,
  );

/** What the workers of a unit have opened without a tie, the latest first. */
export const openingsOfUnit = (
  { services, actor: { controller } }: Where,
  unitId: UnitId,
  { limit, after }: { limit: number; after: LastKey | undefined },
): Promise<Page<Opening>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi2',
      pk: indexKeys.unit(controller, unitId),
      span: indexKeys.spans.openings,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    Opening,
  );

/** The longest that a controller can let an opening last, in milliseconds. */
const LONGEST = 168 * 3_600_000;

const idAt = (epochMs: number, fill: number): OpeningId =>
  OpeningId.parse(formatId(epochMs, new Uint8Array(10).fill(fill)));

/** What was opened of a client without a tie and may have been open in the time: ids carry the moment. */
export const openingsBetween = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  { from, until }: { from: Instant; until: Instant },
): Promise<Opening[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: clientKeys.spans.openingsBetween(
        idAt(epochMsOf(from) - LONGEST, 0),
        idAt(epochMsOf(until) - 1, 255),
      ),
    },
    Opening,
  );
