import { expect, test } from 'vitest';
import * as z from 'zod';
import { changeSettings, PROFILES, worldOf } from '../support/controllers.ts';
import { linesOf } from '../support/dump.ts';
import { beforePolicy, INSTRUCTION, instructed, POLICY, userOf, withGrant } from '../support/instructed.ts';
import {
  commits,
  decide,
  grantFor,
  newPost,
  organisation,
  propose,
  proposedOf,
} from '../support/organisation.ts';
import { text } from '../support/people.ts';
import type { Worker } from '../support/world.ts';

/** Loimaa: management approves how rights are given, and the register's responsible person instructs which. */

const USERS = '/v1/access-rights/users';
const search = (user: Worker) => user.call('POST', '/v1/clients/search', { body: { name: 'esim aino' } });

const Grants = z.object({
  grants: z.array(z.looseObject({ grant: z.object({ grantId: z.string() }) })),
});

test('no right is given before top management has approved how rights are given, its own first right apart [L-9.4]', async () => {
  const { world, mainUser, postId, ofUnit } = await beforePolicy();
  expect((await withGrant(mainUser, postId, ofUnit)).json).toMatchObject({
    status: 409,
    code: 'grant.noPolicy',
  });
  const ofManagement = { role: 'management', unitIds: [], serviceTasks: [], range: { from: '2026-11-24' } };
  const reading = { ...ofManagement, specialRights: ['readAccessLog'] };
  expect((await withGrant(mainUser, postId, reading)).json).toMatchObject({ code: 'grant.noPolicy' });
  const management = world.signedIn(userOf(await withGrant(mainUser, postId, ofManagement)));
  expect((await mainUser.call('POST', '/v1/access-rights/policies', { body: POLICY })).status).toBe(403);
  const early = { ...POLICY, from: '2026-11-23' };
  expect((await management.call('POST', '/v1/access-rights/policies', { body: early })).json).toMatchObject({
    findings: [{ rule: 'grant.notInThePast', path: '/body/from' }],
  });
  const told = await management.call('POST', '/v1/access-rights/policies', { body: POLICY });
  expect((await mainUser.call('GET', '/v1/access-rights/policies')).json).toMatchObject({
    policies: [
      {
        ...POLICY,
        policyId: text(told, 'policyId'),
        approvedBy: management.userId,
        approvedAt: '2026-11-24T10:00:00.000Z',
      },
    ],
  });
  expect((await linesOf(world.services)).some(({ eventName }) => eventName === 'RightsPolicyApproved')).toBe(
    true,
  );
  // From now on management too waits for the instruction.
  expect((await withGrant(mainUser, postId, ofManagement)).json).toMatchObject({
    code: 'grant.noInstruction',
  });
  expect((await withGrant(mainUser, postId, ofUnit)).json).toMatchObject({ code: 'grant.noInstruction' });
  // Whoever is to instruct gets nothing else along with it.
  const both = { ...ofManagement, specialRights: ['giveInstructions', 'readAccessLog'] };
  expect((await withGrant(mainUser, postId, both)).json).toMatchObject({ code: 'grant.noInstruction' });
});

test('a right is given on the instruction of the register’s responsible person, as far as it reaches, and says on which [L-9.10]', async () => {
  const { world, mainUser, management, responsible, unitId, postId, ofUnit, instructionId } =
    await instructed();
  const wider = [
    { ...ofUnit, role: 'implementing' },
    { ...ofUnit, serviceTasks: ['families', 'childWelfare'] },
    { ...ofUnit, specialRights: ['mergeClients'] },
  ];
  for (const grant of wider) {
    expect((await withGrant(mainUser, postId, grant)).json).toMatchObject({ code: 'grant.noInstruction' });
  }
  const userId = userOf(await withGrant(mainUser, postId, ofUnit));
  const user = world.signedIn(userId);
  expect((await search(user)).status).toBe(200);
  expect((await mainUser.call('GET', `${USERS}/${userId}`)).json).toMatchObject({
    grants: [{ state: 'inForce', restsOn: { instructionId }, decided: { by: mainUser.userId } }],
  });

  // A second right of the same person is proposed, and rests on the instruction as well.
  const supervisor = await world.worker('supervisor', { unitIds: [unitId] });
  const second = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  const closed = `/v1/access-rights/instructions/${instructionId}/end`;
  expect((await management.call('POST', closed, { version: 1 })).status).toBe(403);
  expect((await responsible.call('POST', closed, { version: 1 })).status).toBe(200);
  expect((await responsible.call('POST', closed, { version: 2 })).json).toMatchObject({
    code: 'grant.instructionEnded',
  });
  expect((await decide(mainUser, userId, second, 'grant', 1)).json).toMatchObject({
    code: 'grant.noInstruction',
  });
  const { grants } = Grants.parse((await mainUser.call('GET', `${USERS}/${userId}`)).json);
  const first = grants.find(({ grant }) => grant.grantId !== second);
  const attest = `${USERS}/${userId}/grants/${first?.grant.grantId ?? ''}/attest`;
  expect((await supervisor.call('POST', attest, { version: 1 })).json).toMatchObject({
    code: 'grant.noInstruction',
  });
  world.clock.advance(1);
  await responsible.call('POST', '/v1/access-rights/instructions', { body: INSTRUCTION });
  expect((await supervisor.call('POST', attest, { version: 1 })).status).toBe(200);
  expect((await decide(mainUser, userId, second, 'grant', 1)).status).toBe(200);
  expect((await mainUser.call('GET', '/v1/access-rights/instructions')).json).toMatchObject({
    instructions: [
      { reference: 'Ohje 3/2026', givenBy: responsible.userId, version: 1 },
      { instructionId, to: '2026-11-24', endedBy: responsible.userId, version: 2 },
    ],
  });
});

test('an id is given with the first right and never without, to a person who has signed the commitment [L-9.5, L-9.8]', async () => {
  const { mainUser, postId, ofUnit } = await instructed();
  const before = (await mainUser.call('GET', USERS)).json['users'];
  const alone = { body: { name: 'Kaisa Keksitty', postId } };
  expect((await mainUser.call('POST', USERS, alone)).json).toMatchObject({ code: 'user.onlyWithGrant' });
  const unsigned = await withGrant(mainUser, postId, ofUnit, {});
  expect(unsigned.json).toMatchObject({ code: 'grant.noCommitment' });
  const tomorrow = await withGrant(mainUser, postId, ofUnit, { signedOn: '2026-11-25' });
  expect(tomorrow.json).toMatchObject({ code: 'user.commitmentNotValid' });
  const past = { ...ofUnit, range: { from: '2026-11-23' } };
  expect((await withGrant(mainUser, postId, past)).json).toMatchObject({
    code: 'grant.notValid',
    findings: [{ rule: 'grant.notInThePast' }],
  });
  expect((await mainUser.call('GET', USERS)).json['users'], 'nobody came of these').toEqual(before);
  const userId = userOf(await withGrant(mainUser, postId, ofUnit));
  expect((await mainUser.call('GET', `${USERS}/${userId}/commitments`)).json).toMatchObject({
    commitments: [{ signedOn: '2026-11-23', text: { fi: PROFILES.L.commitment.text.fi } }],
  });
});

test('a right ends when the person moves away, and what was signed stays word for word when the account has ended [L-9.3, L-9.6, L-9.11]', async () => {
  const { world, mainUser, unitId, postId, ofUnit } = await instructed();
  const userId = userOf(await withGrant(mainUser, postId, ofUnit));
  const user = world.signedIn(userId);
  expect((await search(user)).status).toBe(200);
  world.clock.advance(1);
  const moved = { name: 'Kaisa Keksitty', postId: await newPost(mainUser, unitId, 'Palveluohjaaja') };
  expect((await mainUser.call('PUT', `${USERS}/${userId}`, { body: moved, version: 1 })).status).toBe(200);
  expect((await search(user)).status).toBe(403);

  const { commitment } = PROFILES.L;
  const other = { fi: 'Aivan toiset sanat.', sv: null, en: null };
  await changeSettings(world, mainUser, { commitment: { ...commitment, text: other } });
  await mainUser.call('POST', `${USERS}/${userId}/end-employment`, { version: 2 });
  expect((await mainUser.call('GET', `${USERS}/${userId}/commitments`)).json).toMatchObject({
    commitments: [{ text: { fi: commitment.text.fi }, continuesAfterEmployment: true }],
  });
  expect(commitment.text.fi).toMatch(/salassa.*Vaitiolovelvollisuus jatkuu palvelussuhteen päätyttyä/);
  expect(await commits(mainUser, userId)).toMatchObject({ json: { code: 'user.passive' } });
});

test('where supervisors propose, a right rests on the proposal and on no policy, and nobody is added with a right', async () => {
  const { mainUser, supervisor, unitId, postId, userId } = await organisation(await worldOf(PROFILES.U));
  const told = await withGrant(mainUser, postId, grantFor(unitId));
  expect(told.json).toMatchObject({ status: 409, code: 'user.onlyByProposal' });
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  expect((await decide(mainUser, userId, grantId, 'grant', 1)).status).toBe(200);
  const { grants } = Grants.parse((await mainUser.call('GET', `${USERS}/${userId}`)).json);
  expect(grants).toEqual([expect.not.objectContaining({ restsOn: expect.anything() })]);
});
