import { subjectOf } from '../domain/citizens/sign-in.ts';
import { settingsOf } from '../domain/controllers/settings-cache.ts';
import type { ControllerId } from '../kernel/id.ts';
import { PersonalIdentityCode } from '../kernel/personal-identity-code.ts';
import type { Services } from '../services.ts';

/** How a strong identification tells who somebody is, and for which controller it was asked. */
export type IdentificationSettings = {
  /** Each controller is asked for by a provider of its own, so that a subject is never that of another. */
  controllerOfProvider: ReadonlyMap<string, ControllerId>;
  /** In which the identity code comes: `urn:oid:1.2.246.21` of Suomi.fi (nationalIdentificationNumber). */
  codeClaim: string;
  methodClaim: string;
};

/** What the provider told, in whichever of its answers: an assertion, or claims of a token and of the user. */
type Told = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** What the pool takes the subject from, in place of the code. No provider tells it: what comes in under it is dropped. */
export const SUBJECT_CLAIM = 'sointu_subject';

/**
 * What the pool is given to keep of whom it let in: a subject that says nothing, how the person was identified, and the
 * provider's own id of the session. The identity code and all else that came with it go no further: they stand in no
 * profile of the pool, in no token and in no log (docs/decisions/0018).
 * @throws Error where nobody is to be let in. It names nobody: the pool shows it, and keeps it.
 */
export async function attributesToKeep(
  services: Services,
  { controllerOfProvider, codeClaim, methodClaim }: IdentificationSettings,
  { providerName, attributes }: { providerName: string; attributes: Told },
): Promise<Record<string, string>> {
  const controller = controllerOfProvider.get(providerName);
  if (controller === undefined) throw new Error('No controller is asked for by this identification.');
  const told = (name: string): string | undefined =>
    Object.values(attributes).find((answer) => answer?.[name] !== undefined)?.[name];
  const code = PersonalIdentityCode.safeParse(told(codeClaim)?.trim());
  if (!code.success) throw new Error('The identification told no identity code.');
  const method = told(methodClaim);
  if (method === undefined) throw new Error('The identification told no method.');
  // Asked before anything is looked up or tied: of a controller without e-services nobody is identified (C-13).
  const { network } = await settingsOf(services, controller);
  if (network.eServices === 'off') throw new Error('No e-services are given by this controller.');
  const subject = await subjectOf(services, controller, code.data);
  if (subject === undefined) throw new Error('The person identified is no client.');
  const session = told('sub');
  return {
    // Some providers name a session by the code, alone or with something around it.
    ...(session === undefined || session.toUpperCase().includes(code.data) ? {} : { sub: session }),
    [methodClaim]: method,
    [SUBJECT_CLAIM]: `${controller}.${subject}`,
  };
}
