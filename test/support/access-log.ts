import { expect } from 'vitest';
import * as z from 'zod';
import { newClient } from './new-client.ts';
import type { Told, Worker, World } from './world.ts';

const Page = z.object({
  lines: z.array(
    z.looseObject({
      eventId: z.string(),
      eventTime: z.string(),
      eventName: z.string(),
      clients: z.array(z.string()),
      readOnly: z.boolean(),
      dataGroups: z.array(z.string()),
      userIdentity: z.looseObject({ userId: z.string() }),
      basis: z.looseObject({ kind: z.string() }),
      outcome: z.looseObject({ result: z.string(), code: z.string().optional() }),
    }),
  ),
  next: z.string().optional(),
});

/** A page of the access log, which must have been given. */
export function logPageOf(told: Told): z.infer<typeof Page> {
  expect(told.status, told.body).toBe(200);
  return Page.parse(told.json);
}

let born = 0;

/** A client of a name that no other has, and that all have the beginning of. */
export async function anyClient(world: World, worker: Worker): Promise<string> {
  born += 1;
  const letters = [...String(born).padStart(3, '0')].map((digit) => 'abcdefghij'.charAt(Number(digit)));
  const { clientId } = await newClient(world, worker, {
    family: `Keksitty${letters.join('')}`,
    given: 'Testi',
  });
  return clientId;
}
