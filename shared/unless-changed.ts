import { COMMON_REFUSALS, Refusal } from './kernel/refusal.ts';

/** Does it, unless somebody changed this moment what it changes. @returns whether it was done: the next run looks again. */
export async function unlessChanged(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (thrown) {
    const isBusy =
      thrown instanceof Refusal &&
      (thrown.definition === COMMON_REFUSALS.stale || thrown.definition === COMMON_REFUSALS.conflict);
    if (isBusy) return false;
    throw thrown;
  }
}
