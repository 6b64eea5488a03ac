import type { ActContext } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { PAPER_REFUSALS } from '../../shared/domain/papers/refusals.ts';
import { isKnownPlace } from '../../shared/domain/papers/rules.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/**
 * A controller that says it keeps no paper keeps none: else its privacy notice would be untrue (H-9.1). One that
 * names its places keeps paper in those (C-33).
 */
export async function mustBeKept({ services, actor }: ActContext, place?: string): Promise<void> {
  const { paper } = await settingsOf(services, actor.controller);
  if (!paper.manual) throw new Refusal(PAPER_REFUSALS.noPaper);
  if (place !== undefined && !isKnownPlace(place, paper.locations)) {
    throw new Refusal(PAPER_REFUSALS.noSuchPlace);
  }
}
