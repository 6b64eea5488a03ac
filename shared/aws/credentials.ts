import type { ControllerId } from '../kernel/id.ts';
import { assumeFor, type SessionCredentials } from './assume-role.ts';

/**
 * Where the credentials of one controller's calls come from. The SDK's clients keep what they got and ask
 * again shortly before it ends.
 */
export type CredentialsOf = (controller: ControllerId) => () => Promise<SessionCredentials>;

/**
 * Security decision 1: the function's own role may only take up the data role, tagged with one controller,
 * and the data role reaches only what begins with that tag. So a mistake in a key names another
 * controller's data in vain.
 */
export const credentialsPerController =
  (roleArn: string): CredentialsOf =>
  (controller) =>
  () =>
    assumeFor(roleArn, controller);
