import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { choose } from '../support/controllers.ts';
import { dumpOf } from '../support/dump.ts';
import { leaksOf } from '../support/leaks.ts';
import { decide, grantFor, newUser, organisation, propose, proposedOf } from '../support/organisation.ts';
import { inventedCode, personBody, text } from '../support/people.ts';
import { type Told, testWorld, type Worker } from '../support/world.ts';

/** The own file, the family's and a colleague's (434/2003 §§ 27–28). */

const born = (day: string, individual?: number): string => inventedCode(LocalDate.parse(day), individual);
const CODE = born('1980-01-01');

/** Two workers of a unit with the same rights, on call too, and a way to record a person with a code. */
async function unit() {
  const made = await organisation(await testWorld());
  const { world, mainUser, supervisor, unitId, postId, userId } = made;
  const other = await newUser(mainUser, postId, 'Leena Laaja');
  for (const id of [userId, other]) {
    const grant = grantFor(unitId, { duties: ['onCall'] });
    await decide(mainUser, id, proposedOf(await propose(supervisor, id, grant)), 'grant', 1);
  }
  const leena = world.signedIn(other);
  const record = async (by: Worker, personalIdentityCode = CODE): Promise<string> => {
    const body = personBody(world, { personalIdentityCode }, { unitId });
    return text(await by.call('POST', '/v1/clients', { body }), 'clientId');
  };
  const declare = (by: Worker, of: string, ground: string, personalIdentityCode = CODE): Promise<Told> =>
    by.call('POST', `/v1/access-rights/users/${of}/disqualifications`, {
      body: { personalIdentityCode, ground },
    });
  return { ...made, other, leena, record, declare };
}
const open = (by: Worker, clientId: string): Promise<Told> => by.call('GET', `/v1/clients/${clientId}`);

describe('a file that was closed to a worker', () => {
  test('opens by no tie and no reason, shows in no search, and its log is not read either', async () => {
    const { world, user, userId, unitId, leena, mainUser, supervisor, record, declare } = await unit();
    const clientId = await record(leena);
    await world.drained();
    expect((await open(user, clientId)).status).toBe(200);
    expect(await declare(user, userId, 'close')).toMatchObject({ status: 201 });
    expect((await open(user, clientId)).json).toMatchObject({ status: 403, code: 'access.disqualified' });
    const reason = { code: 'urgentNeed', words: 'Asiakas on päivystyksessä.' };
    const broken = await user.call('POST', '/v1/access-rights/openings', { body: { clientId, reason } });
    expect(broken.json).toMatchObject({ status: 403, code: 'access.disqualified' });
    for (const body of [{ personalIdentityCode: CODE }, { name: 'esim aino' }]) {
      expect((await user.call('POST', '/v1/clients/search', { body })).json).toEqual({ hits: [] });
    }
    expect((await open(leena, clientId)).status).toBe(200);
    world.clock.advance(1);
    const officer = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
    const log = await officer.call('GET', `/v1/access-log/clients/${clientId}`);
    expect(log.body).toContain('access.disqualified');
    expect(log.body).toContain('DisqualificationDeclared');
    const watching = { role: 'dataProtectionOfficer', serviceTasks: [], specialRights: ['readAccessLog'] };
    const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId, watching)));
    expect(await decide(mainUser, userId, grantId, 'grant', 1)).toMatchObject({ status: 200 });
    expect((await user.call('GET', `/v1/access-log/clients/${clientId}`)).status).toBe(404);
  });

  test('was so before the person became a client: the code is known by its keyed hash, and the answer was the same', async () => {
    const { world, user, userId, leena, record, declare } = await unit();
    const known = born('1981-01-01');
    await record(leena, known);
    const [toNobody, toClient] = [
      await declare(user, userId, 'close'),
      await declare(user, userId, 'close', known),
    ];
    expect(Object.keys(toNobody.json)).toEqual(Object.keys(toClient.json));
    const clientId = await record(leena);
    expect((await open(user, clientId)).json).toMatchObject({ code: 'access.disqualified' });
    expect((await open(leena, clientId)).status).toBe(200);
    expect(leaksOf([CODE, known], await dumpOf(world.services, 'records'))).toEqual([]);
    expect((await declare(user, userId, 'other')).json).toMatchObject({ code: 'user.alreadyDeclared' });
  });

  test('is closed when the code is given to a client who is recorded already', async () => {
    const { user, userId, leena, record, declare } = await unit();
    const clientId = await record(leena, born('1980-01-01', 901));
    await declare(user, userId, 'close');
    expect((await open(user, clientId)).status).toBe(200);
    const body = {
      changes: { personalIdentityCode: CODE },
      source: { kind: 'client', channel: 'visit' },
    };
    const changed = await leena.call('PATCH', `/v1/clients/${clientId}/base-data`, { body, version: 1 });
    expect(changed.status, changed.body).toBe(200);
    expect((await open(user, clientId)).json).toMatchObject({ code: 'access.disqualified' });
  });

  test('is opened again by the supervisor, never by the worker, and the list names nobody', async () => {
    const { user, userId, supervisor, leena, other, record, declare } = await unit();
    const clientId = await record(leena);
    const id = text(await declare(user, userId, 'close'), 'disqualificationId');
    const at = `/v1/access-rights/users/${userId}/disqualifications`;
    const lift = (by: Worker, version = 1) => by.call('POST', `${at}/${id}/lift`, { version });
    expect((await lift(user)).json).toMatchObject({ code: 'access.notAllowed' });
    expect((await declare(leena, userId, 'own')).json).toMatchObject({ code: 'access.notAllowed' });
    expect((await leena.call('GET', at)).json).toMatchObject({ code: 'access.notAllowed' });
    expect(await lift(supervisor)).toMatchObject({ status: 200 });
    expect((await open(user, clientId)).status).toBe(200);
    const { json } = await user.call('GET', at);
    expect(json).toMatchObject({
      disqualifications: [{ ground: 'close', declaredBy: userId, liftedBy: supervisor.userId }],
    });
    expect(JSON.stringify(json)).not.toContain(clientId);
    expect((await lift(supervisor, 2)).json).toMatchObject({ code: 'grant.notInForce' });
    expect(await declare(supervisor, other, 'other')).toMatchObject({ status: 201 });
  });
});

describe('the file of a worker', () => {
  test('is closed to the worker, and open to a colleague by what ties the colleague and not by the unit or a duty', async () => {
    const { world, user, userId, mainUser, leena, record, declare } = await unit();
    const third = await world.worker('broadResponsibility', {
      unitIds: [world.units.families],
      duties: ['onCall'],
    });
    const clientId = await record(leena);
    expect((await open(third, clientId)).status).toBe(200);
    expect(await declare(mainUser, userId, 'own')).toMatchObject({ status: 201 });
    expect((await open(user, clientId)).json).toMatchObject({ code: 'access.disqualified' });
    expect((await open(third, clientId)).json).toMatchObject({ code: 'access.noTie' });
    expect((await open(leena, clientId)).status).toBe(200);
  });

  test('is as any other to colleagues where the controller has so chosen, and closed to the worker all the same', async () => {
    const { world, user, userId, mainUser, leena, record, declare } = await unit();
    const rights = { ...defaultSettings.rights, staffFiles: 'ordinary' as const };
    await choose(world, world.controller, { ...defaultSettings, rights });
    const third = await world.worker('broadResponsibility', { duties: ['onCall'] });
    const clientId = await record(leena);
    await declare(mainUser, userId, 'own');
    expect((await open(third, clientId)).status).toBe(200);
    expect((await open(user, clientId)).json).toMatchObject({ code: 'access.disqualified' });
  });
});
