import type { ActContext } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import type { Assessment } from '../assessments/model.ts';
import { loadAssessments } from '../assessments/store.ts';

/**
 * Erityisen tuen tarve (1301/2014 3, 46 §), as the latest ready assessment that says anything of it found it. One that
 * is under way has found nothing yet: the earlier finding holds until it is ready.
 */
function supportFound(ready: readonly Assessment[]): boolean {
  const last = ready
    .flatMap(({ specialSupport }) => specialSupport ?? [])
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  return last?.needed === true;
}

/** What the client's file knows of it today: the preparer may add it, and cannot take it away. */
export async function needsSpecialSupport(
  where: Pick<ActContext, 'services' | 'actor'>,
  clientId: ClientId,
): Promise<boolean> {
  const { ready } = await loadAssessments(where, clientId);
  return supportFound(ready);
}
