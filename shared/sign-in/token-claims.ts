/** How this deployment's users sign in: with the pool's own password and second factor, or elsewhere. */
export type SignInSettings = { kind: 'native' } | { kind: 'federated'; methods: readonly string[] };

export type SignedInUser = { status: string; authenticationMethod: string | undefined };

/**
 * The authentication method a token will carry. The pool's own second factor is required of its own users
 * only; for a user of another organisation's sign-in the pool asks nothing, so such a session passes only
 * if that sign-in told a method that the deployment has named (a card, say), and otherwise not at all.
 * @throws Error when there must be no token.
 */
export function authenticationMethodOf(settings: SignInSettings, user: SignedInUser): string {
  const external = user.status === 'EXTERNAL_PROVIDER';
  if (settings.kind === 'native') {
    if (external) throw new Error('This deployment knows no other sign-in.');
    return 'password+totp';
  }
  const { authenticationMethod: method } = user;
  if (method === undefined || !settings.methods.includes(method)) {
    throw new Error('The sign-in told no authentication method that is accepted here.');
  }
  return method;
}
