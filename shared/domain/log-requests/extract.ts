import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { ClientId, ControllerId, EventId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { type KnownPlaces, proveLines } from '../../trail/sealing/prove-lines.ts';
import { expectWhole } from '../../trail/search/not-whole.ts';
import { givenParts } from './given-parts.ts';
import { AskedDays } from './model.ts';
import { OwnLogLine, type OwnPage, ownLine } from './own-lines.ts';

/**
 * Lokiote: a page of the lines about one person, each with what proves that it stands in the sealed log. Whoever has it
 * and the log's public key can check it, without asking us.
 */
const EXTRACT_FORM = 'sointu-extract/1';

const Base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

const OpenedPart = z.strictObject({
  /** A field of the line, or one of several: `userIdentity.name`, `clients.0`. */
  name: z.string(),
  value: z.unknown(),
  salt: Base64,
});

const ProvenLine = z.strictObject({
  /** Its place in the log. */
  index: z.int().nonnegative(),
  /** The sealed entry: commitments to all parts of the line, opened or not. */
  entry: z.string(),
  opened: z.array(OpenedPart),
  /** Hashes up to the head that the checkpoint signs (RFC 6962). */
  proof: z.array(Base64),
  /** The same for all lines of one worker, where a decision keeps the name back. */
  pseudonym: z.string().optional(),
});

export const LogExtract = z
  .strictObject({
    form: z.literal(EXTRACT_FORM),
    controller: ControllerId,
    /** The person's files: the one that remains, and those merged into it. */
    clientIds: z.array(ClientId).min(1),
    days: AskedDays,
    madeAt: Instant,
    /** The signed head of the log; missing when nothing has been sealed yet. */
    checkpoint: z.string().optional(),
    lines: z.array(ProvenLine),
    /** Written in the last minutes and not sealed yet: asked again, they stand above. */
    unsealed: z.array(OwnLogLine),
    /** How many lines of this page a decision keeps back. */
    withheld: z.int().nonnegative(),
    /** Lines before this day have left the table and are not in this extract. */
    notHeldBefore: LocalDate.optional(),
    next: z.string().optional(),
  })
  .meta({ id: 'LogExtract' });
export type LogExtract = z.infer<typeof LogExtract>;

type About = Pick<LogExtract, 'controller' | 'clientIds' | 'days' | 'madeAt' | 'notHeldBefore' | 'next'>;

/** Where those of a page stand whose own items have left the table. */
export const placesKnown = (lines: OwnPage['lines']): KnownPlaces =>
  new Map(
    lines.flatMap(({ event, index }) => (index === undefined ? [] : [[event.eventId, index] as const])),
  );

/**
 * The page with its proofs. Made before the read leaves its line, for it may be refused.
 * @throws Refusal where what proves it is not as it was sealed.
 */
export async function extractOf(
  context: Pick<ActContext, 'services' | 'actor'>,
  about: About,
  { lines, withheld }: OwnPage,
): Promise<LogExtract> {
  const own = new Set(about.clientIds);
  const byId = new Map(lines.map((line) => [line.event.eventId, line]));
  const proven = await expectWhole(context, about.clientIds.slice(0, 1), () =>
    proveLines(
      context.services,
      about.controller,
      [...byId.keys()],
      ({ event }) =>
        givenParts(own, event, { named: byId.get(event.eventId)?.giving.pseudonym === undefined }),
      placesKnown(lines),
    ),
  );
  const found = proven?.lines ?? new Map<EventId, never>();
  return LogExtract.parse({
    form: EXTRACT_FORM,
    ...about,
    ...(proven === undefined ? {} : { checkpoint: proven.checkpoint }),
    lines: [...found].map(([eventId, line]) => ({ ...line, ...pseudonymIn(byId.get(eventId)?.giving) })),
    unsealed: lines
      .filter(({ event }) => !found.has(event.eventId))
      .map(({ event, giving }) => ownLine(event, giving)),
    withheld,
  });
}

const pseudonymIn = (giving: { pseudonym?: string } | undefined): { pseudonym?: string } =>
  giving?.pseudonym === undefined ? {} : { pseudonym: giving.pseudonym };
