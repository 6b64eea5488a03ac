import type { Action } from '../../shared/access/action.ts';
import { faultFields } from '../../shared/application-log.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { searchesWaiting } from '../../shared/trail/search/store.ts';
import { searchStep } from './search-step.ts';

const SEARCH: Action = {
  name: 'accessLog.findOldLines',
  title: {
    fi: 'Etsi pyydetyt merkinnät säilytetystä lokista',
    sv: 'Sök begärda poster i den bevarade loggen',
    en: 'Find the lines asked for in the sealed log',
  },
  roles: [],
  tie: 'none',
  basis: 'supervision',
  legalGround: '703/2023 §§ 10, 11',
};

export type Searched = { steps: number; found: number; ended: number; failed: number };

/** A run goes on for so long and leaves the rest to the next one: a function lives a quarter of an hour. */
const MINUTES = 10;

/**
 * Looks through the sealed log for what was asked of it, step by step: each step says how far it came together with what
 * it found, so that a run may be killed anywhere, and of two at once the second finds the step taken. It holds some
 * batches at a time, whatever the log weighs. Searches have their turns one after another, so that a long one does not
 * keep a short one waiting.
 */
export async function searchOld(services: Services, controllers: readonly ControllerId[]): Promise<Searched> {
  const done: Searched = { steps: 0, found: 0, ended: 0, failed: 0 };
  const end = plusMinutes(services.clock.now(), MINUTES);
  for (const controller of controllers) {
    const contextOf = () => {
      const context = systemContext(services, controller, {
        action: SEARCH,
        event: 'SealedLogSearched',
        ranBy: 'log-search',
      });
      context.basis = { kind: 'supervision', legalGround: SEARCH.legalGround };
      return context;
    };
    let waiting = await searchesWaiting(contextOf());
    while (waiting.length > 0 && services.clock.now() < end) {
      const left: typeof waiting = [];
      for (const search of waiting) {
        try {
          const after = await searchStep(contextOf(), search);
          // The log is not sealed so far yet: a later run looks again.
          if (after === search) continue;
          done.steps += 1;
          done.found += after.found - search.found;
          if (after.state === 'waiting') left.push(after);
          else done.ended += 1;
          if (after.state === 'notWhole') done.failed += 1;
        } catch (thrown) {
          // Another run was faster: it goes on.
          if (thrown instanceof Refusal && thrown.definition === COMMON_REFUSALS.stale) continue;
          done.failed += 1;
          services.log.error('JOB_FAILED', { controller, ...faultFields(thrown) });
        }
      }
      waiting = left;
    }
  }
  return done;
}
