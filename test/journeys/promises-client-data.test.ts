import { describe, expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { PROFILES, worldOf, worldsOf } from '../support/controllers.ts';
import { changedTo, FROM_CLIENT, inventedCode, personBody, recordPerson, text } from '../support/people.ts';
import type { World } from '../support/world.ts';

/** What five controllers promise to record of a client, each under its own settings. */

const AINO = {
  name: { family: 'Esimerkki', given: 'Aino Maria' },
  personalIdentityCode: inventedCode(LocalDate.parse('1990-01-01')),
  homeMunicipality: '430',
  addresses: [{ street: 'Keksittykatu 1', postalCode: '32200', postOffice: 'LOIMAA' }],
  phones: ['+358 40 000 0000', '+358 40 000 0001'],
  emails: ['aino@example.fi'],
};
/** Joutsa records no e-mail addresses. */
const { emails: _emails, ...PLAIN } = AINO;
const CHILD = { name: { family: 'Lapsi', given: 'Leo' }, birthDate: '2018-05-01' };

async function openedAfter(world: World, person: typeof AINO | Record<string, unknown>) {
  const worker = await world.worker('broadResponsibility');
  const client = await recordPerson(world, worker, person);
  return { worker, client, file: (await worker.call('GET', `/v1/clients/${client}`)).json };
}

describe('base data', () => {
  test('name, identity code, address, phones, e-mail and home municipality are recorded [U-5.1, L-5.1, L-5.2, K-6.2, H-7.2]', async () => {
    for (const world of await worldsOf(['U', 'L', 'K', 'H'])) {
      expect((await openedAfter(world, AINO)).file).toMatchObject({ baseData: AINO });
    }
  });

  test('in Loimaa mother tongue, marital status and occupation are recorded [L-5.3, L-5.4, L-5.5]', async () => {
    const more = { motherTongue: 'fi', maritalStatus: '1', occupation: 'leipuri' };
    const { file } = await openedAfter(await worldOf(PROFILES.L), { ...AINO, ...more });
    expect(file).toMatchObject({ baseData: more });
  });

  test('in Uusikaupunki a workplace is recorded, and what its purpose does not need is refused [U-5.23, U-5.8]', async () => {
    const world = await worldOf(PROFILES.U);
    const { worker, client, file } = await openedAfter(world, { ...AINO, workplace: 'Keksitty leipomo' });
    expect(file).toMatchObject({ baseData: { workplace: 'Keksitty leipomo' } });
    const change = (changes: object) =>
      changedTo(worker, client, '/base-data', { changes, source: FROM_CLIENT }, 'PATCH');
    expect((await change({ maritalStatus: '1', occupation: 'kokki' })).json).toMatchObject({
      status: 422,
      findings: [
        { rule: 'client.fieldRecorded', path: '/body/changes/maritalStatus' },
        { rule: 'client.fieldRecorded', path: '/body/changes/occupation' },
      ],
    });
    expect(await change({ religion: 'x' })).toMatchObject({ status: 400 });
    expect(await change({ workplace: 'Keksitty kahvila' })).toMatchObject({ status: 200 });
  });

  test('in Loimaa an address under a safety ban is shown to nobody without a right to it [L-5.6]', async () => {
    const world = await worldOf(PROFILES.L);
    const { worker, client } = await openedAfter(world, AINO);
    const colleague = await world.worker('broadResponsibility');
    const entitled = await world.worker('broadResponsibility', { specialRights: ['seeProtectedAddresses'] });
    const ban = { contactAddress: { street: 'PL 7', postalCode: '00100' }, source: FROM_CLIENT };
    expect(await changedTo(worker, client, '/safety-ban', ban)).toMatchObject({ status: 200 });
    for (const by of [worker, colleague]) {
      const file = await by.call('GET', `/v1/clients/${client}`);
      expect(file.json).toMatchObject({ safetyBan: {}, baseData: { contactAddress: { street: 'PL 7' } } });
      for (const secret of ['Keksittykatu', '32200', '000 0000', 'aino@']) {
        expect(file.body).not.toContain(secret);
      }
    }
    expect((await entitled.call('GET', `/v1/clients/${client}`)).json).toMatchObject({
      baseData: { addresses: AINO.addresses },
    });
  });

  test('in Uusikaupunki a child welfare supervisor records the parties with all their data [U-5.12]', async () => {
    const world = await worldOf(PROFILES.U);
    const supervisor = await world.worker('childWelfareSupervisor', { serviceTasks: ['familyLaw'] });
    for (const given of ['Aino', 'Antti']) {
      const party = {
        ...AINO,
        name: { family: 'Osapuoli', given },
        personalIdentityCode: inventedCode(LocalDate.parse('1990-01-01'), given === 'Aino' ? 901 : 902),
      };
      const client = await recordPerson(world, supervisor, party);
      expect((await supervisor.call('GET', `/v1/clients/${client}`)).json).toMatchObject({ baseData: party });
    }
  });
});

describe('family and network', () => {
  const GUARDIAN = {
    roles: ['guardian', 'contactPerson'],
    from: '2026-01-01',
    powers: 'Taloudelliset asiat',
    person: { name: { family: 'Edustaja', given: 'Eeva' } },
    contacts: { phones: ['+358 40 000 0001'] },
  };
  const RELATIVE = { roles: ['sibling'], person: { name: { family: 'Veli', given: 'Ville' } } };

  test('a guardian, a contact person and a relative are kept with the kind of their relation [K-6.3, U-5.2, H-7.9]', async () => {
    for (const world of await worldsOf(['K', 'U', 'H'])) {
      const { worker, client, file } = await openedAfter(world, { ...CHILD, phones: AINO.phones });
      expect(file).toMatchObject({ baseData: { ...CHILD, phones: AINO.phones } });
      for (const relation of [GUARDIAN, RELATIVE]) {
        world.clock.advance(1);
        const body = { relation, source: FROM_CLIENT };
        expect(await worker.call('POST', `/v1/clients/${client}/network`, { body })).toMatchObject({
          status: 201,
        });
      }
      expect((await worker.call('GET', `/v1/clients/${client}/network`)).json).toMatchObject({
        relations: [GUARDIAN, RELATIVE],
      });
    }
  });

  test('a member of the family who is a client is re-used from the register, not keyed again [U-6.3, L-5.7, J-2.1]', async () => {
    for (const world of await worldsOf(['U', 'L', 'J'])) {
      const { worker, client: mother } = await openedAfter(world, PLAIN);
      const child = await recordPerson(world, worker, CHILD);
      const told = await worker.call('POST', `/v1/clients/${child}/network/links`, {
        body: {
          relatedClientId: mother,
          relation: { roles: ['parent', 'custodian'], from: '2018-05-01', sameHousehold: true },
          source: { kind: 'ownRegister', channel: 'register' },
        },
      });
      expect(told).toMatchObject({ status: 201 });
      const familyOf = async (client: string) =>
        (await worker.call('GET', `/v1/clients/${client}/network`)).json;
      expect(await familyOf(child)).toMatchObject({
        relations: [
          {
            client: { clientId: mother, family: 'Esimerkki' },
            provenance: { source: { kind: 'ownRegister' } },
          },
        ],
      });
      const changes = { name: { family: 'Uusinimi', given: 'Aino Maria' } };
      await changedTo(worker, mother, '/base-data', { changes, source: FROM_CLIENT }, 'PATCH');
      await world.drained();
      expect(await familyOf(child)).toMatchObject({ relations: [{ client: { family: 'Uusinimi' } }] });
      expect(await familyOf(mother)).toMatchObject({ relations: [{ roles: ['child', 'childInCustody'] }] });
    }
  });
});

describe('the source of a datum', () => {
  /** Records a phone as told by each of these in turn, and reads from the file who told it and how. */
  async function toldBy(
    world: World,
    kinds: readonly string[],
    channels: readonly string[] = ['phone'],
  ): Promise<void> {
    const { worker, client } = await openedAfter(world, PLAIN);
    const sources = kinds.flatMap((kind) => channels.map((channel) => ({ kind, channel })));
    for (const [at, source] of sources.entries()) {
      const changes = { phones: [`+358 40 000 100${at}`] };
      expect(await changedTo(worker, client, '/base-data', { changes, source }, 'PATCH')).toMatchObject({
        status: 200,
      });
      expect((await worker.call('GET', `/v1/clients/${client}`)).json).toMatchObject({
        baseData: changes,
        sources: {
          phones: { source, recordedBy: worker.userId, recordedAt: world.clock.now() },
          name: { source: FROM_CLIENT },
        },
      });
    }
  }

  test('in Uusikaupunki and Joutsa is the client, an affairs manager, the own or the population register [U-6.1, U-6.2, U-6.4, J-3.1]', async () => {
    for (const world of await worldsOf(['U', 'J'])) {
      await toldBy(world, ['client', 'affairsManager', 'ownRegister', 'populationRegister']);
    }
  });

  test('in Huittinen is the client, the child’s guardian or the population register [H-10.1, H-10.2, H-10.4]', async () => {
    await toldBy(await worldOf(PROFILES.H), ['client', 'guardian', 'populationRegister']);
  });

  test('in Huittinen may be an authority, a public body, an institution or a private professional [H-10.5]', async () => {
    await toldBy(await worldOf(PROFILES.H), [
      'authority',
      'publicBody',
      'institution',
      'privateProfessional',
    ]);
  });

  test('in Keski-Uusimaa is the client or representative, staff or an authority [K-10.1, K-10.2, K-10.3]', async () => {
    await toldBy(await worldOf(PROFILES.K), ['client', 'guardian', 'staff', 'authority']);
  });

  test('in Loimaa completes what came first, and an untold source is refused [L-6.3]', async () => {
    const world = await worldOf(PROFILES.L);
    await toldBy(world, ['client', 'guardian']);
    const worker = await world.worker('broadResponsibility');
    const body = { ...personBody(world, CHILD), source: { kind: 'client' } };
    expect(await worker.call('POST', '/v1/clients', { body })).toMatchObject({ status: 400 });
  });

  test('arrives by a channel that is kept: on paper, electronically, at a visit, in words or by phone [L-6.1, K-10.4, J-3.6]', async () => {
    const [loimaa, keusote, joutsa] = await worldsOf(['L', 'K', 'J']);
    if (loimaa === undefined || keusote === undefined || joutsa === undefined) throw new Error('no world');
    await toldBy(loimaa, ['client'], ['electronic', 'paper', 'visit']);
    await toldBy(keusote, ['client'], ['paper', 'electronic', 'oral']);
    await toldBy(joutsa, ['authority'], ['phone']);
  });

  test('in Joutsa may be in free words in child protection, and there only [J-3.7]', async () => {
    const world = await worldOf(PROFILES.J);
    const free = { kind: 'other', channel: 'phone', description: 'Naapuri soitti' };
    const recorded = async (serviceTasks: ('families' | 'childWelfare')[]) => {
      const worker = await world.worker('broadResponsibility', { serviceTasks });
      const body = { ...personBody(world, CHILD), source: free };
      return { worker, told: await worker.call('POST', '/v1/clients', { body }) };
    };
    expect((await recorded(['families'])).told.json).toMatchObject({
      findings: [{ rule: 'client.sourceNamed' }],
    });
    const { worker, told } = await recorded(['childWelfare']);
    expect((await worker.call('GET', `/v1/clients/${text(told, 'clientId')}`)).json).toMatchObject({
      sources: { name: { source: free } },
    });
  });
});

test('in Joutsa no other register is asked or joined: its people are neither found nor linked [J-6.1]', async () => {
  const world = await worldOf(PROFILES.J);
  const stranger = await world.worker('broadResponsibility', { controller: world.otherController });
  const elsewhere = await recordPerson(world, stranger, PLAIN);
  const { worker, client } = await openedAfter(world, CHILD);
  for (const body of [{ personalIdentityCode: AINO.personalIdentityCode }, { name: 'esim aino' }]) {
    expect((await worker.call('POST', '/v1/clients/search', { body })).json).toEqual({ hits: [] });
  }
  const link = { relatedClientId: elsewhere, relation: { roles: ['parent'] }, source: FROM_CLIENT };
  expect(await worker.call('POST', `/v1/clients/${client}/network/links`, { body: link })).toMatchObject({
    status: 404,
  });
  const recorded = await worker.call('POST', '/v1/clients', { body: personBody(world, PLAIN) });
  expect(recorded).toMatchObject({ status: 201 });
});
