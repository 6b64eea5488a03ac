import { expect, test } from 'vitest';
import { logPageOf } from '../support/access-log.ts';
import { newClient } from '../support/case-notes.ts';
import { changeSettings, PROFILES, worldOf } from '../support/controllers.ts';
import { decide, grantFor, newUser, organisation, propose, proposedOf } from '../support/organisation.ts';
import type { World } from '../support/world.ts';

/** Whether a main user sees client data is the controller's choice (C-17), and every such read stands in the log. */

/** A main user with the right by name and a grant of client work in a unit of nobody's, and another unit's client. */
async function people(world: World) {
  const made = await organisation(world);
  const { mainUser, supervisor, unitId, postId } = made;
  const pertti = await newUser(mainUser, postId, 'Pertti Pääkäyttäjä');
  const rights = async (more: Record<string, unknown>) => {
    const told = await propose(supervisor, pertti, grantFor(unitId, more));
    return told.status === 201 ? decide(mainUser, pertti, proposedOf(told), 'grant', 1) : told;
  };
  const seeing = { role: 'mainUser', specialRights: ['administerClientData'] };
  const worker = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
  const clientId = await newClient(
    { ...world, units: { ...world.units, families: world.units.adults } },
    worker,
  );
  const get = (path: string) => world.signedIn(pertti).call('GET', path);
  const open = () => get(`/v1/clients/${clientId}`);
  return { ...made, pertti, rights, seeing, worker, clientId, get, open };
}

test('in Uusikaupunki and Joutsa a main user who was given it reads any file of the controller, each time with administration as the basis, and writes in none [U-9.8, J-5.7]', async () => {
  for (const profile of [PROFILES.U, PROFILES.J]) {
    const world = await worldOf(profile);
    const { rights, seeing, clientId, get, open, pertti } = await people(world);
    expect(await rights({})).toMatchObject({ status: 200 });
    expect((await open()).json).toMatchObject({ code: 'access.noTie' });
    expect(await rights(seeing)).toMatchObject({ status: 200 });
    world.clock.advance(1);
    expect((await open()).status).toBe(200);
    for (const path of ['case-notes/clients/ID', 'documents/clients/ID/documents', 'client-file/ID/glance']) {
      expect(await get(`/v1/${path.replace('ID', clientId)}`), path).toMatchObject({ status: 200 });
    }
    const start = { startedOn: '2026-11-24', responsibleUnitId: world.units.adults };
    const wrote = await world
      .signedIn(pertti)
      .call('POST', `/v1/clients/${clientId}/relationship/start`, { body: start, version: 1 });
    expect(wrote.json).toMatchObject({ code: 'access.noTie' });

    const officer = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
    const { lines } = logPageOf(await officer.call('GET', `/v1/access-log/clients/${clientId}`));
    const reads = lines.filter(({ basis }) => basis.kind === 'administration');
    expect(reads.map(({ eventName }) => eventName).toSorted()).toEqual([
      'CaseNotesRead',
      'ClientFileOpened',
      'DocumentsListed',
      'FileSeenAtGlance',
    ]);
    for (const line of reads) {
      expect(line).toMatchObject({
        userIdentity: { userId: pertti, role: 'broadResponsibility' },
        basis: { legalGround: '703/2023 § 9' },
        outcome: { result: 'allowed' },
      });
    }
    // A change of the controller's mind holds for what was given before too.
    const { rights: now } = PROFILES.K;
    const main = await world.worker('mainUser');
    expect(await changeSettings(world, main, { rights: now })).toMatchObject({ status: 200 });
    expect((await open()).json).toMatchObject({ code: 'access.noTie' });
  }
});

test('in Keski-Uusimaa, and where nothing was chosen, a main user is given no right to client data and sees none [K-13.13]', async () => {
  const world = await worldOf(PROFILES.K);
  const { rights, seeing, open } = await people(world);
  for (const more of [seeing, { ...seeing, unitIds: [], serviceTasks: [] }]) {
    expect((await rights(more)).json).toMatchObject({
      code: 'grant.notValid',
      findings: [{ rule: 'grant.administrationApart', path: '/body/grant/specialRights' }],
    });
  }
  expect(await rights({ role: 'mainUser' })).toMatchObject({ status: 200 });
  expect((await open()).json).toMatchObject({ code: 'access.notAllowed' });
});
