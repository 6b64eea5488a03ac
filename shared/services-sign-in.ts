import * as z from 'zod';
import type { SignInSettings } from './sign-in/token-claims.ts';

const Environment = z.object({
  SOINTU_SIGN_IN: z.enum(['native', 'federated']),
  /** Accepted methods of another sign-in, parted by commas. */
  SOINTU_METHODS: z.string().default(''),
});

/** What the pre-token trigger is told. Apart from the other services, so that it loads none of them. */
export function signInSettings(): SignInSettings {
  const { SOINTU_SIGN_IN: kind, SOINTU_METHODS: methods } = Environment.parse(process.env);
  return kind === 'native'
    ? { kind }
    : { kind, methods: methods.split(',').filter((method) => method !== '') };
}
