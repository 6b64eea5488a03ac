import type { ActContext } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { judgeLaws } from '../../shared/domain/decisions/rules/laws.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';

/** The laws that a decision names are of the list of the controller's registers (C-03); asked for only where one is named. */
export async function mustBeListed(
  { services, actor }: Pick<ActContext, 'services' | 'actor'>,
  laws: readonly string[] = [],
): Promise<void> {
  if (laws.length === 0) return;
  const { registers } = await settingsOf(services, actor.controller);
  refuseErrors(DECISION_REFUSALS.notValid, judgeLaws(laws, registers));
}
