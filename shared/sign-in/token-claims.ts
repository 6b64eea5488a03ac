/** How this deployment's users sign in: with the pool's own password and second factor, or elsewhere, or either. */
export type SignInSettings =
  | { kind: 'native' }
  | { kind: 'federated'; methods: readonly string[]; passwordSecond: boolean };

export type SignedInUser = { signsInElsewhere: boolean; authenticationMethod: string | undefined };

/** A password of the pool, and its one-time code. */
const PASSWORD = 'password+totp';

/**
 * The authentication method a token will carry. The pool's own second factor is required of its own users
 * only; for a user of another organisation's sign-in the pool asks nothing, so such a session passes only
 * if that sign-in told a method that the deployment has named (a card, say), and otherwise not at all.
 * @throws Error when there must be no token.
 */
export function authenticationMethodOf(settings: SignInSettings, user: SignedInUser): string {
  const { signsInElsewhere, authenticationMethod: method } = user;
  if (settings.kind === 'native') {
    if (signsInElsewhere) throw new Error('This deployment knows no other sign-in.');
    return PASSWORD;
  }
  if (!signsInElsewhere && settings.passwordSecond) return PASSWORD;
  if (!signsInElsewhere || method === undefined || !settings.methods.includes(method)) {
    throw new Error('The sign-in told no authentication method that is accepted here.');
  }
  return method;
}

/**
 * Whether an account belongs to a sign-in elsewhere, alone or linked to it. Such a person has no second way in: what
 * the pool keeps of how they signed in there would be believed of a password too.
 */
export const signsInElsewhere = (attributes: Readonly<Record<string, string | undefined>>): boolean =>
  attributes['cognito:user_status'] === 'EXTERNAL_PROVIDER' ||
  !['', '[]', undefined].includes(attributes['identities']);

/**
 * Whose session of the citizens' door it is: the subject that took the place of the identity code when the person was
 * identified. There is no other way in by that door: a password is no strong identification (617/2009).
 * @throws Error when there must be no token.
 */
export function subjectClaims(
  door: 'staff' | 'citizens',
  attributes: Readonly<Record<string, string | undefined>>,
): { subject?: string } {
  if (door === 'staff') return {};
  const subject = attributes['custom:subject'];
  if (subject === undefined || subject === '' || !signsInElsewhere(attributes)) {
    throw new Error('Nobody was identified.');
  }
  return { subject };
}
