import { grantsOn } from '../../shared/access/actor.ts';
import type { JobRole } from '../../shared/access/job-roles.ts';
import { powersOf } from '../../shared/access/powers.ts';
import type { ActContext, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { Opening } from '../../shared/domain/access-rights/model.ts';
import { openReview } from '../../shared/domain/access-rights/openings.ts';
import type { SignSettings } from '../../shared/domain/controllers/settings/signs.ts';
import { type Known, relatedOf } from '../../shared/domain/signs/between.ts';
import type { OnRecord } from '../../shared/domain/signs/known-as.ts';
import { type DayOfUse, MOST_OUTCOMES, type Sign, signMade } from '../../shared/domain/signs/model.ts';
import { openingsOfSign } from '../../shared/domain/signs/of-openings.ts';
import { isOverseer } from '../../shared/domain/signs/overseers.ts';
import { type FoundSign, type Usual } from '../../shared/domain/signs/rules.ts';
import { signIdOf } from '../../shared/domain/signs/sign-id.ts';
import { signsOfDay } from '../../shared/domain/signs/signs-of-day.ts';
import { indexedSign, loadSign, sealOutcome, signKeyOf } from '../../shared/domain/signs/store.ts';
import { idleOf, type Use, usesOf } from '../../shared/domain/signs/use.ts';
import type { ClientId, SignId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { epochMsOf } from '../../shared/kernel/instant.ts';
import { type LocalDate, startOfDay } from '../../shared/kernel/local-date.ts';
import { created } from '../../shared/table/item.ts';
import { type Key, signKeys } from '../../shared/table/keys.ts';
import { CLIENTS_NAMED } from '../../shared/trail/event.ts';
import { linesOfDay } from '../../shared/trail/lines-of-day.ts';
import { unlessChanged } from '../../shared/unless-changed.ts';

/** One worker's day of the log, looked through. */
export type Looked = { lines: number; found: number; changes: Change[]; opened: readonly ClientId[] };

type Asked = {
  worker: Known & { unitId: UnitId };
  colleagues: readonly Known[];
  usual: () => Promise<Usual>;
  onRecord: OnRecord;
  on: LocalDate;
  settings: SignSettings;
};

/**
 * Looks through what one worker did on one day, and puts what it finds where a person looks into it: each sign once,
 * however often it runs. @returns what the run stores with its own progress.
 */
export async function lookAtWorker(context: ActContext, asked: Asked): Promise<Looked> {
  const { services, actor } = context;
  const { worker, colleagues, on, settings } = asked;
  const lines = await linesOfDay(services.tables, actor.controller, worker.userId, on);
  const uses = [...usesOf(lines, settings.hours).values()];
  if (uses.length === 0) return { lines: lines.length, found: 0, changes: [], opened: [] };
  const [related, usual] = await Promise.all([
    relatedOf(
      context,
      worker,
      colleagues,
      uses.map(({ clientId }) => clientId),
      asked.onRecord,
    ),
    asked.usual(),
  ]);
  const roles = await rolesOf(context, worker.userId);
  const oversees = roles.some(isOverseer);
  const signs = signsOfDay({ uses, between: related.between, usual, oversees }, on, settings);
  // Nobody reviews oneself: what a supervisor does goes to the data-protection officer at once.
  const isForOfficer = roles.includes('supervisor');
  let found = 0;
  for (const sign of signs) {
    const escalates = isForOfficer || (sign.clientId !== undefined && related.restricted.has(sign.clientId));
    if (await isPut(context, asked, sign, escalates)) found += 1;
  }
  return {
    lines: lines.length,
    found,
    changes: [{ put: dayOfUse(context, asked, uses), when: 'absent' }],
    opened: related.opened.slice(0, CLIENTS_NAMED),
  };
}

/** The roles of the grants that are in force now. */
async function rolesOf({ services, actor, today }: ActContext, userId: UserId): Promise<JobRole[]> {
  const { powers } = await powersOf(services, actor.controller, userId);
  return grantsOn(powers, today).map(({ role }) => role);
}

/** A reviewer may record something of an opening while it is made a sign: then it is made anew. */
const TRIES = 3;

/** A sign is its own commit with its own line. @returns false when it stands there already. */
async function isPut(
  context: ActContext,
  asked: Asked,
  found: FoundSign,
  escalates: boolean,
): Promise<boolean> {
  const signId = signIdOf(asked.worker.userId, asked.on, found);
  for (let nth = 1; nth <= TRIES; nth += 1) {
    if (await isPutAs(context, asked, found, { signId, escalates })) return true;
    if ((await loadSign(context, signId)) !== undefined) return false;
  }
  throw new Error('What a sign is of is being changed.');
}

/** What was found of an opening before the night is found of its sign. */
async function isPutAs(
  context: ActContext,
  { worker: { userId, unitId }, on }: Asked,
  { code, clientId, numbers }: FoundSign,
  { signId, escalates }: { signId: SignId; escalates: boolean },
): Promise<boolean> {
  const { actor, now } = context;
  const openings = (
    await openingsOfSign(context, {
      code,
      userId,
      on,
      ...(clientId === undefined ? {} : { clientId }),
    })
  ).slice(0, MOST_OUTCOMES);
  const key = signKeyOf(context, signId);
  const outcomes = await outcomesOf(context, key, openings);
  const isReviewed = openings.length > 0 && outcomes.length === openings.length;
  const waits = escalates ? 'escalated' : 'open';
  const put: Sign = indexedSign(
    {
      ...key,
      entity: 'sign',
      ...signMade(now, actor.userId),
      signId,
      code,
      userId,
      unitId,
      ...(clientId === undefined ? {} : { clientId }),
      on,
      numbers,
      state: isReviewed && !escalates ? 'reviewed' : waits,
      ...(escalates ? { escalatedAt: now } : {}),
      outcomes,
      g2pk: '',
      g2sk: '',
    },
    actor.controller,
  );
  return unlessChanged(() =>
    commit(context, {
      changes: [
        { put, when: 'absent' },
        ...openings.map(({ pk, sk, version }) => ({ check: { pk, sk }, when: { version } })),
      ],
      line: {
        clients: clientId === undefined ? [] : [clientId],
        resources: [{ kind: 'accessLog', id: signId }],
        dataGroups: ['accessLog'],
        changedFields: ['sign'],
      },
      answer: { body: {} },
    }),
  );
}

/** Outcomes of openings as outcomes of their sign: the words are sealed where they lie. */
async function outcomesOf(
  context: ActContext,
  key: Key,
  openings: readonly Opening[],
): Promise<Sign['outcomes']> {
  const reviewed = openings.flatMap(({ review, ...opening }) =>
    review === undefined ? [] : [{ review, opening }],
  );
  return Promise.all(
    reviewed.map(async ({ review, opening }, nth) => ({
      ...review,
      words: await sealOutcome(context, key, nth, await openReview(context, opening, review)),
    })),
  );
}

/** Kept a little longer than anything usual is counted over. */
const KEPT_DAYS = 200;

function dayOfUse(
  { actor, now }: ActContext,
  { worker: { userId, unitId }, on }: Asked,
  uses: readonly Use[],
): DayOfUse {
  const { controller } = actor;
  return {
    ...signKeys.dayOfUse(controller, userId, on),
    entity: 'dayOfUse',
    ...created(now, actor.userId),
    userId,
    unitId,
    on,
    ...idleOf(uses),
    ttl: Math.floor(epochMsOf(startOfDay(on)) / 1000) + KEPT_DAYS * 86_400,
    g2pk: signKeys.unit(controller, unitId),
    g2sk: signKeys.unitDay(on, userId),
  };
}
