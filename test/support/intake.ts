import * as z from 'zod';
import { ClientId } from '../../shared/kernel/id.ts';
import { text } from './people.ts';
import type { Told, Worker, World } from './world.ts';

/** Matters as workers receive and handle them over the API. */

/** A child welfare notification by a neighbour, about two siblings. */
export const notification = (
  world: World,
  more: Record<string, unknown> = {},
  record: Record<string, unknown> = {},
) => ({
  kind: 'childWelfareNotification',
  channel: 'phone',
  unitId: world.units.families,
  record: {
    text: 'Lapset ovat olleet kaksi yötä keskenään kotona.',
    subjects: [
      {
        family: 'Esimerkki',
        given: 'Aino',
        personalIdentityCode: '240316A911D',
        addresses: [{ street: 'Keksitty tie 1', postalCode: '00100', postOffice: 'HELSINKI' }],
        phones: ['040 000 0001'],
        guardians: [
          {
            family: 'Esimerkki',
            given: 'Anna',
            personalIdentityCode: '010190-900P',
            phones: ['040 000 0002'],
          },
          { family: 'Esimerkki', given: 'Otto', phones: ['040 000 0003'] },
        ],
        words: 'Aino on itkuinen.',
      },
      { family: 'Esimerkki', given: 'Eino', words: 'Eino on ollut poissa koulusta.' },
    ],
    notifier: {
      party: 'otherPrivatePerson',
      family: 'Naapuri',
      given: 'Niina',
      phones: ['040 000 0009'],
      keepSecret: true,
      secrecyGrounds: 'Pelkää vanhempaa.',
    },
    guardianTold: false,
    ...record,
  },
  ...more,
});

export const receive = (worker: Worker, body: unknown): Promise<Told> =>
  worker.call('POST', '/v1/intake/matters', { body });

/** A matter received by this worker. @returns its id. */
export async function received(worker: Worker, body: unknown): Promise<string> {
  const told = await receive(worker, body);
  if (told.status !== 201) throw new Error(`not received: ${told.body ?? ''}`);
  return text(told, 'matterId');
}

export const matterAt = (matterId: string, path = ''): string => `/v1/intake/matters/${matterId}${path}`;
export const inFileAt = (clientId: string, matterId: string, path = ''): string =>
  `/v1/intake/clients/${clientId}/matters/${matterId}${path}`;

const Versioned = z.looseObject({ version: z.int() });

/** An act on a matter from the version that stands now, as this worker reads it. */
export async function actOn(
  worker: Worker,
  at: string,
  path: string,
  body?: unknown,
  method = 'POST',
): Promise<Told> {
  const { version } = Versioned.parse((await worker.call('GET', at)).json);
  return worker.call(method, `${at}${path}`, { version, ...(body === undefined ? {} : { body }) });
}

const Subjects = z.looseObject({ subjects: z.array(z.looseObject({ subjectId: z.string() })) });

export async function subjectsOf(worker: Worker, matterId: string): Promise<string[]> {
  const told = await worker.call('GET', matterAt(matterId));
  return Subjects.parse(told.json).subjects.map(({ subjectId }) => subjectId);
}

/** The nth person of a matter recorded as a new client and linked to it. @returns the client's id. */
export async function linked(
  world: World,
  worker: Worker,
  matterId: string,
  nth: number,
  clientId: string,
): Promise<ClientId> {
  const subjectId = (await subjectsOf(worker, matterId))[nth] ?? '';
  const told = await actOn(
    worker,
    matterAt(matterId),
    `/subjects/${subjectId}/link`,
    {
      linkedClientId: clientId,
    },
    'POST',
  );
  if (told.status !== 200) throw new Error(`not linked: ${told.body ?? ''}`);
  await world.drained();
  return ClientId.parse(clientId);
}
