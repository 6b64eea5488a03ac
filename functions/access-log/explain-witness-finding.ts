import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { controllerRing } from '../../shared/crypto/controller-ring.ts';
import {
  ExplanationWords,
  WitnessExplanation,
  type WitnessFinding,
} from '../../shared/domain/witnesses/model.ts';
import { WITNESS_REFUSALS } from '../../shared/domain/witnesses/refusals.ts';
import { loadFinding, sealExplanation } from '../../shared/domain/witnesses/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { WitnessFindingId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';

export const ExplainFinding = z
  .strictObject({ result: WitnessExplanation, words: ExplanationWords })
  .meta({ id: 'ExplainFinding' });
export const FindingExplained = z
  .strictObject({ findingId: WitnessFindingId, version: z.int() })
  .meta({ id: 'FindingExplained' });

/** Says how a difference came about. It is said once: what turns out otherwise is a matter of its own. */
export async function explainWitnessFinding(
  context: ActContext,
  {
    params: { findingId },
    body: { result, words },
    version,
  }: { params: { findingId: WitnessFindingId }; body: z.infer<typeof ExplainFinding>; version: number },
): Promise<Answer<z.infer<typeof FindingExplained>>> {
  const { actor, services, now } = context;
  const item = await loadFinding(services.tables, actor.controller, findingId);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(item, version);
  if (item.state !== 'open') throw new Refusal(WITNESS_REFUSALS.notOpen);
  const head = changed(item, now, actor.userId);
  const sealed = await sealExplanation(
    controllerRing(services, actor.controller),
    { ...item, version: head.version },
    words,
  );
  const put: WitnessFinding = {
    ...item,
    ...head,
    state: 'explained',
    explanation: { result, words: sealed, at: now, by: actor.userId },
  };
  return commit(context, {
    changes: [{ put, when: { version } }],
    line: {
      clients: [],
      resources: [{ kind: 'witnessFinding', id: findingId, version: head.version }],
      dataGroups: ['accessLog'],
      changedFields: ['state', 'explanation'],
    },
    answer: { body: { findingId, version: head.version }, version: head.version },
  });
}
