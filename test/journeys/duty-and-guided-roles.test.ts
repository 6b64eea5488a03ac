import { describe, expect, test } from 'vitest';
import { type ClientId, GrantId, PostId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { setUpPowers } from '../../shared/setup.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { openedService } from '../support/client-services.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { leaksOf } from '../support/leaks.ts';
import { grantFor, organisation, propose } from '../support/organisation.ts';
import { restrictTo, text } from '../support/people.ts';
import { noted } from '../support/whole-matter.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** Sections 18 and 20–24 of decree 457/2024: roles that have no clients of their own. */

const DAY = 24 * 60;
const WORDS = 'Tikettiin liittyvä tallennusvirhe: asiakkaan merkinnät 3.11. jälkeen.';
const answers = async (worker: Worker, clientId: ClientId): Promise<unknown> => {
  const { status, json } = await worker.call('GET', `/v1/clients/${clientId}`);
  return status === 200 ? 'opened' : json['code'];
};
const opens = (worker: Worker, clientIds: readonly ClientId[], more: Record<string, unknown> = {}) =>
  worker.call('POST', '/v1/access-rights/openings/duty', {
    body: { duty: 'faultInvestigation', reference: 'INC-4711', clientIds, words: WORDS, days: 2, ...more },
  });
const notesOf = async (worker: Worker, clientId: ClientId): Promise<number> => {
  const { json } = await worker.call('GET', `/v1/case-notes/clients/${clientId}`);
  return JSON.parse(JSON.stringify(json['notes'] ?? [])).length;
};

async function aClient(): Promise<{ world: World; official: Worker; clientId: ClientId }> {
  const world = await testWorld();
  const official = await world.worker('broadResponsibility');
  return { world, official, clientId: await newClient(world, official) };
}

/** A worker of the client's unit who gives home care, and who is asked about faults besides. */
async function workerOfBoth(world: World): Promise<Worker> {
  const { services, controller, units } = world;
  const userId = UserId.parse(newId(services));
  const grant = {
    unitIds: [units.families],
    serviceTasks: ['families' as const],
    relatedServices: [],
    specialRights: [],
    range: { from: LocalDate.parse('2026-01-01') },
  };
  const grantId = () => GrantId.parse(newId(services));
  await setUpPowers(
    services,
    {
      userId,
      controller,
      name: 'Kaksi Tehtävää',
      postId: PostId.parse(newId(services)),
      postTitle: 'ohjaaja',
      status: 'active',
      sessionsValidFrom: Instant.parse('2020-01-01T00:00:00.000Z'),
      grants: [
        { ...grant, grantId: grantId(), role: 'implementing', services: ['homeCare'], duties: [] },
        { ...grant, grantId: grantId(), role: 'ict', services: [], duties: ['faultInvestigation'] },
      ],
      openings: [],
    },
    'test',
  );
  return world.signedIn(userId);
}

describe('22–24 §: ICT, archive and management', () => {
  test('open a file for a duty that the grant names, for its days, and every line names the opening', async () => {
    const { world, official, clientId } = await aClient();
    const other = await newClient(world, official, { name: 'Toinen Toini' });
    const ict = await world.worker('ict', { unitIds: [world.units.adults], duties: ['faultInvestigation'] });
    expect(await answers(ict, clientId)).toBe('access.noTie');
    expect((await opens(ict, [clientId], { duty: 'complaints' })).json['code']).toBe('access.notAllowed');
    expect((await opens(ict, [clientId], { days: 15 })).json).toMatchObject({
      code: 'opening.notValid',
      findings: [{ rule: 'opening.withinLimit', path: '/body/days' }],
    });
    const openingId = text(await opens(ict, [clientId]), 'openingId');
    world.clock.advance(1);
    expect(await answers(ict, clientId)).toBe('opened');
    expect(await answers(ict, other)).toBe('access.noTie');
    const line = (await linesOf(world.services)).find(
      ({ eventName, outcome }) => eventName === 'FilesOpenedForDuty' && outcome.result === 'allowed',
    );
    expect(line).toMatchObject({
      clients: [clientId],
      basis: { kind: 'duty' },
      reasonCode: 'faultInvestigation',
    });
    const read = (await linesOf(world.services)).find(
      ({ eventName, outcome }) => eventName === 'ClientFileOpened' && outcome.result === 'allowed',
    );
    expect(read).toMatchObject({
      basis: { kind: 'duty', reference: openingId, legalGround: '457/2024 § 22' },
      reasonId: openingId,
    });
    world.clock.advance(2 * DAY);
    expect(await answers(ict, clientId)).toBe('access.noTie');
    expect(leaksOf(['tallennusvirhe'], await dumpOf(world.services, 'records'))).toEqual([]);
    expect(leaksOf(['tallennusvirhe', 'INC-4711'], await dumpOf(world.services, 'trail'))).toEqual([]);
  });

  test('read what the duty needs and write nothing; the supervisor finds the opening with its reference', async () => {
    const { world, official, clientId } = await aClient();
    const other = await newClient(world, official, { name: 'Toinen Toini' });
    await noted(official, clientId, { serviceTasks: ['families'] });
    for (const [role, duty] of [
      ['archive', 'archiving'],
      ['management', 'reminders'],
    ] as const) {
      const worker = await world.worker(role, { unitIds: [world.units.adults], duties: [duty] });
      expect((await opens(worker, [clientId, other], { duty, reference: 'MUI-1/2026' })).status).toBe(201);
      expect(await notesOf(worker, clientId)).toBe(1);
      expect(await answers(worker, other)).toBe('opened');
      const write = await worker.call('POST', `/v1/documents/clients/${clientId}/drafts`, { body: aDraft() });
      expect(write.json['code']).toBe('access.notAllowed');
    }
    await world.drained();
    const supervisor = await world.worker('supervisor', { unitIds: [world.units.adults] });
    const queue = await supervisor.call('GET', `/v1/access-rights/units/${world.units.adults}/openings`);
    expect(JSON.stringify(queue.json)).toContain('"reasonCode":"reminders","reference":"MUI-1/2026"');
  });

  test('no duty opens a restricted file or another controller’s, and one client who is not there opens none', async () => {
    const { world, official, clientId } = await aClient();
    const other = await newClient(world, official, { name: 'Toinen Toini' });
    const ict = await world.worker('ict', { duties: ['faultInvestigation'] });
    await restrictTo(world, clientId, [official.userId]);
    expect((await opens(ict, [other, clientId])).json['code']).toBe('request.notFound');
    expect(await answers(ict, other)).toBe('access.noTie');
    const away = await world.worker('ict', {
      duties: ['faultInvestigation'],
      controller: world.otherController,
    });
    expect((await opens(away, [other])).json['code']).toBe('request.notFound');
    for (const reference of ['tiketti', '010190-900P', 'Matti Meikäläinen 1']) {
      expect((await opens(ict, [other], { reference })).status).toBe(400);
    }
  });

  test('a worker who also does client work sees no more of the own clients by the duty than before it was opened', async () => {
    const { world, official, clientId } = await aClient();
    await noted(official, clientId, { serviceTasks: ['families'] });
    const carer = await workerOfBoth(world);
    expect(await notesOf(carer, clientId)).toBe(0);
    expect((await opens(carer, [clientId])).json).toHaveProperty('openingId');
    expect(await notesOf(carer, clientId)).toBe(1);
  });
});

describe('21 §: a student', () => {
  test('sees the clients of the named guide as the guided task does, reads only, and not after the training or the guide', async () => {
    const { world, official, clientId } = await aClient();
    const other = await newClient(world, official, { name: 'Toinen Toini' });
    const guide = await world.worker('arranging', { serviceTasks: ['families'] });
    const caseId = await openedCase(world, official, clientId, { responsibleWorkerId: guide.userId });
    expect(caseId).toBeDefined();
    const range = { from: LocalDate.parse('2026-11-01'), to: LocalDate.parse('2026-11-24') };
    const guided = { guidedRole: 'arranging', guidedBy: guide.userId, range } as const;
    const student = await world.worker('student', guided);
    expect(await answers(student, clientId)).toBe('opened');
    expect(await answers(student, other)).toBe('access.noTie');
    const write = await student.call('POST', `/v1/documents/clients/${clientId}/drafts`, { body: aDraft() });
    expect(write.json['code']).toBe('access.notAllowed');
    const learnsElse = await world.worker('student', { ...guided, guidedRole: 'childWelfareSupervisor' });
    expect(await answers(learnsElse, clientId)).toBe('access.noTie');
    const unguided = await world.worker('student', { guidedRole: 'arranging', range });
    expect(await answers(unguided, clientId)).toBe('access.noTie');
    world.clock.advance(DAY);
    expect(await answers(student, clientId)).toBe('access.notAllowed');
  });

  test('is given a grant only with a guide who has the guided task, and to a last day', async () => {
    const org = await organisation(await testWorld());
    const guide = await org.world.worker('arranging');
    const rulesOf = async (more: Record<string, unknown>) => {
      const { json } = await propose(
        org.supervisor,
        org.userId,
        grantFor(org.unitId, { role: 'student', ...more }),
      );
      return JSON.stringify(json['findings'] ?? '');
    };
    const range = { from: '2026-11-24', to: '2026-12-24' };
    const right = { guidedRole: 'arranging', guidedBy: guide.userId, range };
    expect(await rulesOf({ ...right, range: { from: '2026-11-24' } })).toContain('grant.trainingPeriod');
    expect(await rulesOf({ ...right, guidedBy: undefined })).toContain('grant.guideNamed');
    expect(await rulesOf({ ...right, guidedRole: 'implementing' })).toContain('grant.guideNamed');
    expect(await rulesOf({ ...right, guidedRole: 'ict' })).toContain('grant.guidedRole');
    expect(await rulesOf(right)).toBe('""');
  });
});

describe('18 §: health care in a joint service', () => {
  test('uses clienthood data, plans and entries of a client to whom the joint service is given, and not the rest', async () => {
    const { world, official, clientId } = await aClient();
    const other = await newClient(world, official, { name: 'Toinen Toini' });
    const ids = {
      entry: await noted(official, clientId, { serviceTasks: ['families'] }),
      summary: await finished(
        official,
        clientId,
        aDraft({ content: summaryOf('Yhteenveto perheen tilanteesta.') }),
      ),
    };
    const caseId = await openedCase(world, official, clientId);
    const nurse = await world.worker('healthBroad', { services: ['familyWork'], duties: ['jointService'] });
    expect(await answers(nurse, clientId)).toBe('access.noTie');
    await openedService(official, clientId, caseId);
    expect(await answers(nurse, clientId)).toBe('opened');
    expect(await answers(nurse, other)).toBe('access.noTie');
    const read = (path: string) => nurse.call('GET', path);
    expect((await read(`/v1/case-notes/clients/${clientId}/notes/${ids.entry}`)).status).toBe(200);
    // 18 § 1 mom. names assessments, plans and entries: a summary is none of them.
    expect((await read(`/v1/documents/clients/${clientId}/documents/${ids.summary}`)).status).toBe(404);
    const withoutDuty = await world.worker('healthBroad', { services: ['familyWork'] });
    expect(await answers(withoutDuty, clientId)).toBe('access.noTie');
    const line = (await linesOf(world.services)).findLast(
      ({ userIdentity, outcome }) => userIdentity.userId === nurse.userId && outcome.result === 'allowed',
    );
    expect(line?.basis).toMatchObject({ kind: 'jointService', legalGround: '457/2024 § 18' });
  });
});
