import * as z from 'zod';
import type { SignInSettings } from './sign-in/token-claims.ts';

const Environment = z.object({
  /** Citizens come in as the subject of an identification, and not as a user of the pool. */
  SOINTU_DOOR: z.enum(['staff', 'citizens']).default('staff'),
  SOINTU_SIGN_IN: z.enum(['native', 'federated']),
  /** Accepted methods of another sign-in, parted by commas. */
  SOINTU_METHODS: z.string().default(''),
  /** Whether a password is the second way in. */
  SOINTU_PASSWORD_SECOND: z.enum(['true', 'false']).default('false'),
});

/** What the pre-token trigger is told. Apart from the other services, so that it loads none of them. */
export function signInSettings(): SignInSettings & { door: 'staff' | 'citizens' } {
  const {
    SOINTU_DOOR: door,
    SOINTU_SIGN_IN: kind,
    SOINTU_METHODS: methods,
    SOINTU_PASSWORD_SECOND: passwordSecond,
  } = Environment.parse(process.env);
  if (kind === 'native') return { door, kind };
  return {
    door,
    kind,
    methods: methods.split(',').filter((method) => method !== ''),
    passwordSecond: passwordSecond === 'true',
  };
}
