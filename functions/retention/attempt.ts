import type { ActContext } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';

export type Disposed = { destroyed: number; packaged: number; heldBack: number; failed: number };

/** What failed is counted and told, and the next one has its turn. */
export async function attempt<T>(
  context: ActContext,
  done: Disposed,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (thrown) {
    done.failed += 1;
    context.services.log.error('JOB_FAILED', {
      controller: context.actor.controller,
      ...faultFields(thrown),
    });
    return undefined;
  }
}
