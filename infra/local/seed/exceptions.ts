import * as z from 'zod';
import type { ClientId } from '../../../shared/kernel/id.ts';
import type { DevUser } from '../users.ts';
import type { Caller } from './caller.ts';

/** What of the invented matters is out of the ordinary, by the number of the person and the keys of the workers. */
export type Exceptions = {
  /** A file that its readers alone know: the first of them restricts it. */
  restricted: { person: number; readers: readonly [string, ...string[]] };
  /** A file opened without a tie, so that the supervisor's queue is not empty. */
  opened: { person: number; by: string };
};

const ByVersion = z.object({ version: z.int() });

/** Done when everybody has been recorded; a register too small to hold the persons has none of it. */
export async function recordExceptions(
  call: Caller,
  { restricted, opened }: Exceptions,
  userOf: (key: string) => DevUser,
  clients: ReadonlyMap<number, ClientId>,
): Promise<void> {
  const hidden = clients.get(restricted.person);
  if (hidden !== undefined) {
    const [first] = restricted.readers;
    const at = `/v1/clients/${hidden}`;
    const { version } = ByVersion.parse(await call(userOf(first), 'GET', `${at}/restriction`, {}));
    await call(userOf(first), 'POST', `${at}/restriction`, {
      version,
      body: {
        readers: restricted.readers.map((key) => userOf(key).userId),
        reason: 'Asiakas on yksikön entinen työntekijä.',
      },
    });
  }
  const clientId = clients.get(opened.person);
  if (clientId === undefined) return;
  await call(userOf(opened.by), 'POST', '/v1/access-rights/openings', {
    body: {
      clientId,
      reason: { code: 'contactByClient', words: 'Nuori soitti ja pyysi puhumaan vanhemman asiasta.' },
    },
  });
}
