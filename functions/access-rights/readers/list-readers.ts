import * as z from 'zod';
import { CLIENT_ACTIONS } from '../../../shared/access/actions/clients.ts';
import type { Actor } from '../../../shared/access/actor.ts';
import { judgeFile } from '../../../shared/access/authorise.ts';
import { administrationOf } from '../../../shared/access/by-administration.ts';
import { JobRole } from '../../../shared/access/job-roles.ts';
import { expectKnown } from '../../../shared/access/log-reader.ts';
import type { ActContext, Reading } from '../../../shared/act.ts';
import { type Opening, User, type UserItem } from '../../../shared/domain/access-rights/model.ts';
import { endOf, openingsBetween } from '../../../shared/domain/access-rights/openings.ts';
import { RIGHTS_REFUSALS } from '../../../shared/domain/access-rights/refusals.ts';
import { loadAllGrants, loadMembers, loadUsersNamed } from '../../../shared/domain/access-rights/store.ts';
import { isShutTo } from '../../../shared/domain/clients/barred.ts';
import { ClientHead } from '../../../shared/domain/clients/model.ts';
import { openCursor, sealCursor } from '../../../shared/http/paging.ts';
import { ClientId, UserId } from '../../../shared/kernel/id.ts';
import { Instant, plusMilliseconds } from '../../../shared/kernel/instant.ts';
import { addDays, LocalDate, startOfDay } from '../../../shared/kernel/local-date.ts';
import { Refusal } from '../../../shared/kernel/refusal.ts';
import { clientKeys } from '../../../shared/table/keys.ts';
import { getItem } from '../../../shared/table/read.ts';
import { BasisKind } from '../../../shared/trail/event.ts';
import { type FileThen, filesThen } from './file-then.ts';
import { type Day, heldOn } from './grants-then.ts';

/** Users judged for one page. */
const JUDGED = 25;

export const ReadersQuery = z.strictObject({ on: LocalDate, cursor: z.string().max(2000).optional() });

const Ground = z.strictObject({
  kind: BasisKind,
  role: JobRole,
  /** Case, matter, appointment, grant or opening on which it rested. */
  reference: z.string().optional(),
  deputyFor: UserId.optional(),
});

export const ReadersOfClient = z
  .strictObject({
    clientId: ClientId,
    on: LocalDate,
    /** Users who could open the file at some time of the day, each with every ground. */
    readers: z
      .array(
        z.strictObject({
          ...User.pick({ userId: true, name: true, postTitle: true }).shape,
          grounds: z.array(Ground),
        }),
      )
      .max(JUDGED),
    /** At the end of the day the file existed for these alone. */
    restrictedTo: z.array(UserId).optional(),
    /** How the relations stood is known from this moment on, which is after the day began: earlier ones are not told. */
    knownFrom: Instant.optional(),
    /** The file has been merged into this one: who may read that one reads this one through it. */
    mergedInto: ClientId.optional(),
    next: z.string().optional(),
  })
  .meta({ id: 'ReadersOfClient' });
type ReadersOfClient = z.infer<typeof ReadersOfClient>;

/**
 * Who could open this client's file on a day: every user of the controller is judged by the rights of that day against
 * the relations of that day, by the same rule as an opening is. Twenty-five users a page, those who have left too, so
 * that a page may hold nobody and yet have a next. Relations are those at the beginning and at the end of the day.
 */
export async function listReaders(
  context: ActContext,
  { params: { clientId }, query }: { params: { clientId: ClientId }; query: z.infer<typeof ReadersQuery> },
): Promise<Reading<ReadersOfClient>> {
  const { services, actor, today } = context;
  const { controller } = actor;
  const { on } = query;
  const subject = `${clientId} ${on}`;
  const [head, after] = await Promise.all([
    getItem(services.tables, controller, 'records', clientKeys.head(controller, clientId), ClientHead),
    openCursor(context, subject, query.cursor),
  ]);
  expectKnown(actor, head);
  if (on > today) throw new Refusal(RIGHTS_REFUSALS.dayToCome, { concerns: [clientId] });
  const day: Day = { on, from: startOfDay(on), until: startOfDay(addDays(on, 1)) };
  const [files, openings, page] = await Promise.all([
    filesThen(context, head, [day.from, day.until]),
    openingsBetween(context, clientId, day),
    loadMembers(context, { limit: JUDGED, after }),
  ]);
  const userIds = page.items.map(({ member }) => member.userId);
  const [users, grants] = await Promise.all([
    loadUsersNamed(context, userIds),
    Promise.all(userIds.map((userId) => loadAllGrants(context, userId))),
  ]);
  const readers = userIds.flatMap((userId, index) => {
    const user = users.get(userId);
    if (user === undefined) return [];
    const held = heldOn(grants[index] ?? [], user.endings, day);
    const grounds = groundsOf(actorThen(context, user, held, { openings, day }), files, day);
    const { name, postTitle } = user.user;
    return grounds.length === 0 ? [] : [{ userId, name, postTitle, grounds }];
  });
  const last = files.at(-1);
  const knownFrom = files
    .flatMap((file) => file.knownFrom ?? [])
    .toSorted()
    .at(-1);
  return {
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        ...readers.map(({ userId }) => ({ kind: 'user' as const, id: userId })),
      ],
      dataGroups: ['accessRights', 'clienthood'],
      historyFrom: day.from,
    },
    body: async () => {
      const next = await sealCursor(context, subject, page.lastKey);
      return {
        clientId,
        on,
        readers,
        ...(last?.head.restriction === undefined ? {} : { restrictedTo: last.head.restriction.readers }),
        ...(knownFrom === undefined ? {} : { knownFrom }),
        ...(head.mergedInto === undefined ? {} : { mergedInto: head.mergedInto }),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

const actorThen = (
  { actor }: ActContext,
  { user: { userId, name, postTitle } }: UserItem,
  grants: Actor['grants'],
  { openings, day }: { openings: readonly Opening[]; day: Day },
): Actor => ({
  userId,
  controller: actor.controller,
  authenticationMethod: 'none',
  issuedAt: day.from,
  name,
  postTitle,
  grants,
  openings: openings
    .filter((opening) => opening.userId === userId && endOf(opening) > day.from)
    .map(({ openingId, clientId }) => ({ openingId, clientId, until: day.until })),
});

/** Each grant by itself, so that every ground is told and not the first alone. */
function groundsOf(actor: Actor, files: readonly FileThen[], day: Day): z.infer<typeof Ground>[] {
  const moment = { now: plusMilliseconds(day.until, -1), today: day.on };
  const found = files.flatMap((file) =>
    actor.grants.flatMap((grant) => {
      const alone = { ...actor, grants: [grant] };
      const judgement = judgeFile(alone, CLIENT_ACTIONS.openFile, file, moment);
      if (!judgement.allowed) return [];
      const { kind, reference } = judgement.basis;
      const { role, deputyFor } = grant;
      return [
        {
          kind,
          role,
          ...(reference === undefined ? {} : { reference }),
          ...(deputyFor === undefined ? {} : { deputyFor }),
        },
      ];
    }),
  );
  // Given by name while the controller let main users read: whether it still did on the day, its settings tell.
  const administration = files.length === 0 ? undefined : administrationOf(actor, CLIENT_ACTIONS.openFile);
  if (
    found.length === 0 &&
    administration?.allowed === true &&
    !files.every((file) => isShutTo(file.head, actor.userId))
  ) {
    const { kind, reference } = administration.basis;
    found.push({ kind, role: 'mainUser', ...(reference === undefined ? {} : { reference }) });
  }
  return [...new Map(found.map((ground) => [JSON.stringify(ground), ground])).values()];
}
