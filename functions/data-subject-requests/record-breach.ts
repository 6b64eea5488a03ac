import * as z from 'zod';
import type { ActContext, Answer, LinePart } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { type Breach, BreachContent, BreachKind, BreachRisk } from '../../shared/domain/breaches/model.ts';
import { BREACH_REFUSALS } from '../../shared/domain/breaches/refusals.ts';
import { authorityBy, judgeAuthority, judgeClosing } from '../../shared/domain/breaches/rules.ts';
import {
  loadAllAffected,
  loadBreach,
  loadTold,
  openBreach,
  sealBreach,
} from '../../shared/domain/breaches/store.ts';
import { ReasonWords } from '../../shared/domain/log-requests/model.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import { BreachId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { breachKeys } from '../../shared/table/keys.ts';

export const OneBreach = z.strictObject({ breachId: BreachId });
export type OneBreach = z.infer<typeof OneBreach>;

export const BreachChanged = z
  .strictObject({ breachId: BreachId, version: z.int() })
  .meta({ id: 'BreachChanged' });
export type BreachChanged = z.infer<typeof BreachChanged>;

export async function knownBreach(context: ActContext, { breachId }: OneBreach): Promise<Breach> {
  const breach = await loadBreach(context, breachId);
  if (breach === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return breach;
}

export const lineOfBreach = ({ breachId, version }: Breach): LinePart => ({
  clients: [],
  resources: [{ kind: 'breach', id: breachId, version }],
  dataGroups: ['accessLog'],
  reasonId: breachId,
});

export const RecordBreach = z
  .strictObject({
    kinds: z.array(BreachKind).min(1).max(3),
    /** When the controller became aware of it. */
    knownAt: Instant,
    ...BreachContent.pick({ facts: true, consequences: true, measures: true }).shape,
  })
  .meta({ id: 'RecordBreach' });

export const BreachRecorded = z
  .strictObject({ breachId: BreachId, authorityDueAt: Instant })
  .meta({ id: 'BreachRecorded' });

/** A breach is on record, whatever becomes of it (art. 33(5)): the 72 hours run since it became known. */
export async function recordBreach(
  context: ActContext,
  { body }: { body: z.infer<typeof RecordBreach> },
): Promise<Answer<z.infer<typeof BreachRecorded>>> {
  const { services, actor, now } = context;
  const { kinds, knownAt, ...content } = body;
  if (knownAt > now) throw new Refusal(BREACH_REFUSALS.notNow);
  const breachId = BreachId.parse(newId(services));
  const key = breachKeys.breach(actor.controller, breachId);
  const breach: Breach = {
    ...key,
    entity: 'breach',
    ...created(now, actor.userId),
    breachId,
    state: 'open',
    kinds: [...new Set(kinds)],
    knownAt,
    authorityDueAt: authorityBy(knownAt),
    content: await sealBreach(context, key, 1, content),
    pages: 0,
    steps: [{ step: 'recorded', at: now, by: actor.userId }],
  };
  return commit(context, {
    changes: [{ put: breach, when: 'absent' }],
    line: { ...lineOfBreach(breach), changedFields: ['breach'] },
    answer: { body: { breachId, authorityDueAt: breach.authorityDueAt }, version: 1 },
  });
}

/** The breach after a step. */
export function steppedBreach(
  { actor, now }: ActContext,
  breach: Breach,
  step: Breach['steps'][number]['step'],
  more: Partial<Breach>,
): Breach {
  return {
    ...breach,
    ...more,
    ...changed(breach, now, actor.userId),
    steps: [...breach.steps, { step, at: now, by: actor.userId }],
  };
}

export function expectOpenBreach(breach: Breach, version: number): void {
  if (breach.state !== 'open') throw new Refusal(BREACH_REFUSALS.notNow);
  expectVersion(breach, version);
}

export function refuseFindings(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new Refusal(BREACH_REFUSALS.notValid, { findings });
}

/** Writes a step of a breach with what was said of it. */
export async function withContent(
  context: ActContext,
  breach: Breach,
  step: Breach['steps'][number]['step'],
  more: Partial<Breach>,
  said: Partial<BreachContent>,
): Promise<Answer<BreachChanged>> {
  const content = { ...(await openBreach(context, breach)), ...said };
  const sealed = await sealBreach(context, breach, breach.version + 1, content);
  const next = steppedBreach(context, breach, step, { ...more, content: sealed });
  return commit(context, {
    changes: [{ put: next, when: { version: breach.version } }],
    line: { ...lineOfBreach(next), changedFields: [step] },
    answer: { body: { breachId: breach.breachId, version: next.version }, version: next.version },
  });
}

export const AssessBreach = z
  .strictObject({
    risk: BreachRisk,
    ...BreachContent.pick({ consequences: true, measures: true, toClients: true }).shape,
    riskReasons: ReasonWords,
  })
  .meta({ id: 'AssessBreach' });

type Changing<Body extends z.ZodType> = { params: OneBreach; body: z.infer<Body>; version: number };

/** How great the risk is for the persons, why, and what was done: by it the authority and the clients are told. */
export async function assessBreach(
  context: ActContext,
  { params, body, version }: Changing<typeof AssessBreach>,
): Promise<Answer<BreachChanged>> {
  const breach = await knownBreach(context, params);
  expectOpenBreach(breach, version);
  const { risk, ...said } = body;
  // Whether clients are told is judged by the risk as it stands: what was decided of it by an earlier one ends.
  const { waived: _ended, ...rest } = breach;
  return withContent(context, rest, 'assessed', { risk }, said);
}

export const TellAuthority = z
  .strictObject({ toldAt: Instant, delayReasons: ReasonWords.optional() })
  .meta({ id: 'TellAuthorityOfBreach' });

/** The supervisory authority was told, in 72 hours or with the reasons of the delay (art. 33(1)). */
export async function tellAuthority(
  context: ActContext,
  { params, body, version }: Changing<typeof TellAuthority>,
): Promise<Answer<BreachChanged>> {
  const breach = await knownBreach(context, params);
  expectOpenBreach(breach, version);
  refuseFindings(judgeAuthority(breach, body, context.now));
  const { toldAt, delayReasons } = body;
  const said = delayReasons === undefined ? {} : { delayReasons };
  // Told in phases (art. 33(4)), the first time counts.
  const authorityToldAt = breach.authorityToldAt ?? toldAt;
  return withContent(context, breach, 'authorityTold', { authorityToldAt }, said);
}

/** Closed when all that its risk asks for has been done. */
export async function closeBreach(
  context: ActContext,
  { params, version }: { params: OneBreach; version: number },
): Promise<Answer<BreachChanged>> {
  const breach = await knownBreach(context, params);
  expectOpenBreach(breach, version);
  const [content, affected, told] = await Promise.all([
    openBreach(context, breach),
    loadAllAffected(context, breach.breachId),
    loadTold(context, breach.breachId),
  ]);
  const isTold = new Set(told.map(({ clientId }) => clientId));
  const untold = [...affected].filter((clientId) => !isTold.has(clientId)).length;
  refuseFindings(judgeClosing(breach, content, untold));
  return withContent(context, breach, 'closed', { state: 'closed' }, {});
}
