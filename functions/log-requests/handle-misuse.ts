import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer, Reading } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { noLongerWaits } from '../../shared/domain/data-subject-requests/waiting.ts';
import { factOfExplanation } from '../../shared/domain/log-requests/counted.ts';
import {
  ExplanationContent,
  judgeExplanation,
  type MisuseCase,
  MisuseMeasure,
  MisuseView,
} from '../../shared/domain/log-requests/misuse.ts';
import { loadMisuse, sealExplanation, sealHearing } from '../../shared/domain/log-requests/misuse-store.ts';
import { MisuseOpen, openedMisuse } from '../../shared/domain/log-requests/misuse-view.ts';
import { ReasonWords } from '../../shared/domain/log-requests/model.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { ClientId, MisuseId, UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';

type One = { clientId: ClientId; misuseId: MisuseId };

async function knownMisuse(context: ActContext, { clientId, misuseId }: One): Promise<MisuseCase> {
  const [, misuse] = await Promise.all([
    knownClient(context, clientId),
    loadMisuse(context, clientId, misuseId),
  ]);
  if (misuse === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [clientId] });
  return misuse;
}

function expectOpen(misuse: MisuseCase, version: number): void {
  const concerns = [misuse.clientId];
  if (misuse.state !== 'open') throw new Refusal(LOG_REQUEST_REFUSALS.notOpen, { concerns });
  expectVersion(misuse, version);
}

const lineOf = ({ clientId, misuseId, version }: Pick<MisuseCase, 'clientId' | 'misuseId' | 'version'>) => ({
  clients: [clientId],
  resources: [{ kind: 'misuseCase' as const, id: misuseId, client: clientId, version }],
  dataGroups: ['accessLog' as const],
  reasonId: misuseId,
});

export const MisuseRead = z
  .strictObject({ clientId: ClientId, ...MisuseOpen.shape })
  .meta({ id: 'MisuseRead' });

/** A suspicion, who was heard of it and what the controller answered. */
export async function readMisuse(
  context: ActContext,
  { params }: { params: One },
): Promise<Reading<z.infer<typeof MisuseRead>>> {
  const misuse = await knownMisuse(context, params);
  return {
    version: misuse.version,
    line: lineOf(misuse),
    body: async () => ({
      clientId: params.clientId,
      ...(await openedMisuse(await ringOfAsker(context, params.clientId), misuse)),
    }),
  };
}

export const HearWorker = z
  .strictObject({ userId: UserId, heardOn: LocalDate, words: ReasonWords })
  .meta({ id: 'HearWorker' });
export const MisuseChanged = z
  .strictObject({ misuseId: MisuseId, version: z.int() })
  .meta({ id: 'MisuseChanged' });

/** What the worker concerned said. Whoever is suspected does not hear oneself. */
export async function hearWorker(
  context: ActContext,
  { params, body, version }: { params: One; body: z.infer<typeof HearWorker>; version: number },
): Promise<Answer<z.infer<typeof MisuseChanged>>> {
  const { actor, now } = context;
  const misuse = await knownMisuse(context, params);
  expectOpen(misuse, version);
  expectUninvolved(context, misuse);
  const ring = await ringOfAsker(context, misuse.clientId);
  const { userId, heardOn, words } = body;
  const next: MisuseCase = {
    ...misuse,
    ...changed(misuse, now, actor.userId),
    hearings: [...misuse.hearings, { userId, heardOn, words: await sealHearing(ring, misuse, words) }],
    steps: [...misuse.steps, { step: 'heard', at: now, by: actor.userId }],
  };
  return commit(context, {
    changes: [{ put: next, when: { version } }],
    line: { ...lineOf(next), changedFields: ['hearings'] },
    answer: { body: { misuseId: misuse.misuseId, version: next.version }, version: next.version },
  });
}

export const ExplainMisuse = z
  .strictObject({
    view: MisuseView,
    measures: z.array(MisuseMeasure).max(10).default([]),
    ...ExplanationContent.omit({ view: true }).shape,
    /** Why the use was lawful or was not. */
    reasons: ReasonWords,
  })
  .meta({ id: 'ExplainMisuse' });

/** The controller's reasoned answer in writing, and what it did of its own accord. */
export async function explainMisuse(
  context: ActContext,
  { params, body, version }: { params: One; body: z.infer<typeof ExplainMisuse>; version: number },
): Promise<Answer<z.infer<typeof MisuseChanged>>> {
  const { actor, now, today } = context;
  const misuse = await knownMisuse(context, params);
  expectOpen(misuse, version);
  expectUninvolved(context, misuse);
  const findings = judgeExplanation(misuse, body);
  const concerns = [misuse.clientId];
  if (findings.length > 0) throw new Refusal(LOG_REQUEST_REFUSALS.notValid, { findings, concerns });
  const { view, measures, grounds, reasons, notHeard } = body;
  const content = { grounds, view: reasons, ...(notHeard === undefined ? {} : { notHeard }) };
  const next: MisuseCase = {
    ...misuse,
    ...changed(misuse, now, actor.userId),
    state: 'answered',
    view,
    measures: [...new Set(measures)],
    answeredOn: today,
    answer: await sealExplanation(await ringOfAsker(context, misuse.clientId), misuse, content),
    steps: [...misuse.steps, { step: 'answered', at: now, by: actor.userId }],
  };
  return commit(context, {
    changes: [
      { put: next, when: { version } },
      noLongerWaits(context, { dueOn: misuse.dueOn, id: misuse.misuseId }),
    ],
    line: { ...lineOf(next), changedFields: ['view', 'measures'], reasonCode: view },
    facts: [factOfExplanation(misuse, view, today)],
    answer: { body: { misuseId: misuse.misuseId, version: next.version }, version: next.version },
  });
}

/** Nobody handles a suspicion of oneself. */
function expectUninvolved({ actor }: ActContext, { suspected, clientId }: MisuseCase): void {
  if (!suspected.userIds.includes(actor.userId)) return;
  throw new Refusal(LOG_REQUEST_REFUSALS.ownUse, { concerns: [clientId] });
}
