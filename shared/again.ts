import type { Answer } from './act.ts';
import { COMMON_REFUSALS, Refusal, type RefusalDefinition } from './kernel/refusal.ts';

const TRIES = 6;

/**
 * Tries an act on things as they stand, and once more when others changed them between its read and its commit.
 * `moved` is told only to ourselves: the change that met something else names it.
 * @throws Refusal `request.conflict` when others kept them busy all the while.
 */
export async function againWhen<R>(
  moved: RefusalDefinition,
  attempt: () => Promise<Answer<R>>,
  tries: number = TRIES,
): Promise<Answer<R>> {
  try {
    return await attempt();
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.definition.code !== moved.code) throw thrown;
    if (tries <= 1) throw new Refusal(COMMON_REFUSALS.conflict);
    return againWhen(moved, attempt, tries - 1);
  }
}
