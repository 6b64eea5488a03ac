import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { startLocal } from '../../infra/local/run.ts';
import { DevUser } from '../../infra/local/users.ts';
import { createSointuClient, type SointuClient } from '../../shared/api-client/client.ts';

export type Laptop = {
  url: string;
  /** The typed client of a seeded worker, signed in as a front end on the laptop signs in. */
  clientOf(name: string): Promise<SointuClient>;
  idOf(name: string): string;
  stop(): Promise<void>;
};

const Users = z.object({ users: z.array(DevUser) });
const Token = z.object({ token: z.string() });

/** What `npm start` runs, in a folder of its own: real HTTP, the embedded store, two seeded controllers. */
export async function laptop(more: { clients: number; allowedOrigins?: readonly string[] }): Promise<Laptop> {
  const folder = mkdtempSync(join(tmpdir(), 'sointu-laptop-'));
  const { url, stop } = await startLocal({
    port: 0,
    folder,
    clients: more.clients,
    endpoint: undefined,
    allowedOrigins: more.allowedOrigins ?? [],
  });
  const { users } = Users.parse(await (await fetch(`${url}/dev/users`)).json());
  const idOf = (name: string): string => {
    const user = users.find((candidate) => candidate.name === name);
    if (user === undefined) throw new Error(`Nobody is called ${name}.`);
    return user.userId;
  };
  return {
    url,
    idOf,
    async clientOf(name) {
      const answer = await fetch(`${url}/dev/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userId: idOf(name) }),
      });
      const { token } = Token.parse(await answer.json());
      return createSointuClient({ baseUrl: url, token, language: 'en' });
    },
    async stop() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a call of the client gave, when it was done. @throws Error naming the problem when it was refused. */
export function done<T>(answer: {
  data?: T;
  error?: { code: string; title: string };
  response: Response;
}): T {
  if (answer.data === undefined) {
    throw new Error(`refused with ${answer.response.status} ${answer.error?.code ?? ''}`);
  }
  return answer.data;
}
