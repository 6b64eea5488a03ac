import type { PreAuthenticationTriggerEvent } from 'aws-lambda';
import { systemClock } from '../kernel/clock.ts';
import { helsinkiDateOf } from '../kernel/local-date.ts';
import { mayTryPassword } from './pre-authentication.ts';

/** Run by Cognito before it looks at a password; not for those who sign in elsewhere. */
export function handler(event: PreAuthenticationTriggerEvent): Promise<PreAuthenticationTriggerEvent> {
  mayTryPassword(event.request.userAttributes, helsinkiDateOf(systemClock.now()));
  return Promise.resolve(event);
}
