import * as z from 'zod';
import type { ActContext, Answer, Change, Reading } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import {
  type AffectedPage,
  AffectedTold,
  CLIENTS_A_PAGE,
  MOST_UNFINISHED,
} from '../../shared/domain/breaches/model.ts';
import { BREACH_REFUSALS } from '../../shared/domain/breaches/refusals.ts';
import { loadAffected, loadAllAffected, loadTold } from '../../shared/domain/breaches/store.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';
import { BreachId, ClientId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { created } from '../../shared/table/item.ts';
import { breachKeys } from '../../shared/table/keys.ts';
import { linesOfUser } from '../../shared/trail/read.ts';
import { expectOpenBreach, knownBreach, lineOfBreach, OneBreach, steppedBreach } from './record-breach.ts';
import { packed, unpacked, userAt, type Whose } from './whose-use.ts';

export const FindAffected = z
  .strictObject({
    /** Whose use of data was part of the breach: workers, or all who worked in a unit then; those who have left too. */
    userIds: z
      .array(UserId)
      .min(1)
      .max(25)
      .refine((ids) => new Set(ids).size === ids.length, 'each once')
      .optional(),
    unitId: UnitId.optional(),
    from: Instant,
    to: Instant,
    /** Where an earlier call stopped. */
    cursor: z.string().max(2000).optional(),
  })
  .refine(({ userIds, unitId }) => (userIds === undefined) !== (unitId === undefined), {
    message: 'workers or a unit',
    path: ['userIds'],
  })
  .refine(({ from, to }) => from <= to, { message: 'the end is not before the beginning', path: ['to'] })
  .meta({ id: 'FindAffectedClients' });

export const AffectedFound = z
  .strictObject({
    breachId: BreachId,
    version: z.int(),
    /** Clients that were not known before. */
    found: z.int(),
    /** More of the log is to be looked through: call again with it. */
    next: z.string().optional(),
  })
  .meta({ id: 'AffectedClientsFound' });

const questionOf = (breachId: BreachId, { unitId, userIds, from, to }: Whose): string =>
  `affected ${breachId} ${from} ${to} ${unitId ?? userIds?.join(' ') ?? ''}`;

/** Looks through a page of the log of one worker for whose data were used, and keeps those who are new. */
export async function findAffected(
  context: ActContext,
  { params, body, version }: { params: OneBreach; body: z.infer<typeof FindAffected>; version: number },
): Promise<Answer<z.infer<typeof AffectedFound>>> {
  const { services, actor, now } = context;
  const breach = await knownBreach(context, params);
  expectOpenBreach(breach, version);
  const { breachId } = breach;
  const question = questionOf(breachId, body);
  const [cursor, known] = await Promise.all([
    openCursor(context, question, body.cursor),
    loadAllAffected(context, breachId),
  ]);
  const { found: looked, after } = await userAt(context, body, unpacked(cursor));
  if (looked === undefined && after === undefined && body.cursor === undefined) {
    throw new Refusal(BREACH_REFUSALS.notNow);
  }
  const { items, lastKey } =
    looked === undefined
      ? { items: [], lastKey: undefined }
      : await linesOfUser(
          services.tables,
          actor.controller,
          looked.userId,
          { from: body.from, to: body.to },
          looked.at.line,
        );
  const seen = items.filter(({ outcome }) => outcome.result === 'allowed').flatMap(({ clients }) => clients);
  const found = [...new Set(seen)].filter((clientId) => !known.has(clientId));
  const pages: AffectedPage[] = [];
  for (let from = 0; from < found.length; from += CLIENTS_A_PAGE) {
    const page = breach.pages + pages.length;
    pages.push({
      ...breachKeys.affected(actor.controller, breachId, page),
      entity: 'affectedPage',
      ...created(now, actor.userId),
      breachId,
      page,
      clientIds: found.slice(from, from + CLIENTS_A_PAGE),
    });
  }
  const following = looked !== undefined && lastKey !== undefined ? { ...looked.at, line: lastKey } : after;
  const next = await sealCursor(context, question, following === undefined ? undefined : packed(following));
  const { cursor: _where, ...search } = body;
  const others = (breach.unfinished ?? []).filter((one) => questionOf(breachId, one) !== question);
  // Cut short, it is known not to have come to its end.
  const unfinished = next === undefined ? others : [...others, search];
  if (unfinished.length > MOST_UNFINISHED) throw new Refusal(BREACH_REFUSALS.notNow);
  const stepped = steppedBreach(context, breach, 'searched', {
    pages: breach.pages + pages.length,
    unfinished,
  });
  // A search of many pages is one step of the breach: each page has its line.
  const searched = body.cursor === undefined ? stepped : { ...stepped, steps: breach.steps };
  return commit(context, {
    changes: [{ put: searched, when: { version } }, ...pages.map((put): Change => ({ put, when: 'absent' }))],
    line: {
      ...lineOfBreach(searched),
      clients: found,
      resources: [
        ...lineOfBreach(searched).resources,
        ...found.map((id) => ({ kind: 'client' as const, id })),
        ...(looked === undefined ? [] : [{ kind: 'user' as const, id: looked.userId }]),
      ],
    },
    answer: {
      body: {
        breachId,
        version: searched.version,
        found: found.length,
        ...(next === undefined ? {} : { next }),
      },
      version: searched.version,
    },
  });
}

export const PageOfAffected = OneBreach.extend({ page: z.coerce.number().int().min(0).max(100_000) });

export const Affected = z
  .strictObject({
    clients: z.array(
      z.strictObject({
        clientId: ClientId,
        toldOn: LocalDate.optional(),
        way: AffectedTold.shape.way.optional(),
      }),
    ),
    pages: z.int(),
  })
  .meta({ id: 'AffectedClients' });

/** A page of the clients whom a breach concerns, and who of them has been told. */
export async function listAffected(
  context: ActContext,
  { params }: { params: z.infer<typeof PageOfAffected> },
): Promise<Reading<z.infer<typeof Affected>>> {
  const breach = await knownBreach(context, params);
  const [page, told] = await Promise.all([
    loadAffected(context, breach.breachId, params.page),
    loadTold(context, breach.breachId),
  ]);
  if (page === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return {
    line: {
      ...lineOfBreach(breach),
      clients: page.clientIds,
      resources: [
        ...lineOfBreach(breach).resources,
        ...page.clientIds.map((id) => ({ kind: 'client' as const, id })),
      ],
    },
    body: () => ({
      pages: breach.pages,
      clients: page.clientIds.map((clientId) => {
        const one = told.find((each) => each.clientId === clientId);
        return { clientId, ...(one === undefined ? {} : { toldOn: one.toldOn, way: one.way }) };
      }),
    }),
  };
}
