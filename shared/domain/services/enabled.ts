import type { ActContext } from '../../act.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { settingsOf } from '../controllers/settings-cache.ts';
import type { SocialService } from '../social-services.ts';
import { isServiceOn } from './modules.ts';
import { SERVICE_REFUSALS } from './refusals.ts';

/**
 * Only what the controller has switched on is decided on and given (C-02, C-05, C-38): whoever asks is told so alike.
 * @throws Refusal `service.notEnabled`, naming those that are not.
 */
export async function mustBeEnabled(
  { services, actor }: Pick<ActContext, 'services' | 'actor'>,
  asked: readonly SocialService[],
): Promise<void> {
  const settings = await settingsOf(services, actor.controller);
  const off = asked.filter((service) => !isServiceOn(settings, service));
  if (off.length > 0) throw new Refusal(SERVICE_REFUSALS.notEnabled, { details: { socialServices: off } });
}
