import { controllerRing } from '../../shared/crypto/controller-ring.ts';
import { ownRecordYearsDefaults } from '../../shared/domain/controllers/settings/own-record-years.ts';
import { securityDefaults } from '../../shared/domain/controllers/settings/security.ts';
import type { PlantingDay } from '../../shared/domain/plantings/model.ts';
import { PlantingPlan } from '../../shared/domain/plantings/model.ts';
import { makeCubes } from '../../shared/domain/statistics/cubes/make.ts';
import type { WitnessFinding } from '../../shared/domain/witnesses/model.ts';
import { type UserId, WitnessFindingId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { plantingKeys, witnessKeys } from '../../shared/table/keys.ts';
import { putIfAbsent } from '../../shared/table/put.ts';
import { aProducer, contractBody } from './bought.ts';
import { anEntry, newClient, write } from './case-notes.ts';
import { changeSettings } from './controllers.ts';
import { delegationBody } from './decisions.ts';
import { INSTRUCTION, instructed, POLICY, userOf, withGrant } from './instructed.ts';
import { done } from './matters.ts';
import { inventedCode, personBody, text } from './people.ts';
import { at } from './retention.ts';
import type { Worker, World } from './world.ts';

/** A house in which something of every kind has been, and has ended in November 2026. */

const CODE = inventedCode(LocalDate.parse('1980-01-01'));
const USERS = '/v1/access-rights/users';

/** Somebody who signed, had a right, kept away from a client, and left. */
async function leaver({ world, mainUser, postId, ofUnit, unitId }: Awaited<ReturnType<typeof instructed>>) {
  const userId = userOf(await withGrant(mainUser, postId, ofUnit));
  const user = world.signedIn(userId, world.controller);
  const body = personBody(world, { personalIdentityCode: CODE }, { unitId });
  const clientId = text(await user.call('POST', '/v1/clients', { body }), 'clientId');
  await world.drained();
  const declared = { personalIdentityCode: CODE, ground: 'close' };
  done(await user.call('POST', `${USERS}/${userId}/disqualifications`, { body: declared }));
  const known = { personalIdentityCode: inventedCode(LocalDate.parse('1990-01-01')) };
  done(await mainUser.call('POST', `${USERS}/${userId}/known-as`, { body: known }));
  const version = Number((await mainUser.call('GET', `${USERS}/${userId}`)).json['version']);
  done(await mainUser.call('POST', `${USERS}/${userId}/end-employment`, { version }));
  return { userId, clientId };
}

/** Somebody who stays, and had a right until the end of the month. */
async function stayer({ mainUser, postId, ofUnit }: Awaited<ReturnType<typeof instructed>>): Promise<UserId> {
  const grant = { ...ofUnit, range: { from: '2026-11-24', to: '2026-11-30' } };
  return userOf(await withGrant(mainUser, postId, grant));
}

async function basis({
  world,
  management,
  responsible,
  instructionId,
}: Awaited<ReturnType<typeof instructed>>) {
  at(world, '2026-11-25');
  const body = { ...POLICY, reference: 'HYV 13/2026', from: '2026-11-25' };
  done(await management.call('POST', '/v1/access-rights/policies', { body }));
  const ended = `/v1/access-rights/instructions/${instructionId}/end`;
  done(await responsible.call('POST', ended, { version: 1 }));
  const next = { ...INSTRUCTION, reference: 'Ohje 4/2026', from: '2026-11-25' };
  done(await responsible.call('POST', '/v1/access-rights/instructions', { body: next }));
}

async function delegated(mainUser: Worker): Promise<void> {
  const rows = '/v1/decisions/delegations';
  const { json } = await mainUser.call('POST', rows, { body: delegationBody() });
  const path = `${rows}/11052/${String(json['delegationId'])}/end`;
  done(await mainUser.call('POST', path, { body: { to: '2026-11-24' }, version: 1 }));
}

/** A producer and a subcontractor with one contract between them, all of them over. */
async function contractOver(world: World): Promise<void> {
  const keeper = await world.worker('arranging');
  const [seller, under] = [await aProducer(keeper), await aProducer(keeper, 'Alihoiva Oy')];
  const body = contractBody({
    to: '2026-11-24',
    subcontractors: [{ partyId: under, from: '2026-01-01', to: '2026-11-24' }],
  });
  done(await keeper.call('POST', `/v1/providers/${seller}/contracts`, { body }));
  for (const partyId of [seller, under]) {
    const ended = { body: { to: '2026-11-24' }, version: 1 };
    done(await keeper.call('POST', `/v1/providers/${partyId}/end`, ended));
  }
}

async function breachClosed(world: World): Promise<void> {
  const officer = await world.worker('dataProtectionOfficer', {
    unitIds: [],
    specialRights: ['readAccessLog'],
  });
  const register = '/v1/data-subject-requests/breaches';
  const facts = 'Kirje lähetettiin väärään osoitteeseen ja palautui avaamatta.';
  const body = { kinds: ['confidentiality'], knownAt: '2026-11-24T08:00:00.000Z', facts };
  const path = `${register}/${String((await officer.call('POST', register, { body })).json['breachId'])}`;
  const act = async (what: string, said?: object) => {
    const { json } = await officer.call('GET', path);
    const more = said === undefined ? {} : { body: said };
    done(await officer.call('POST', `${path}/${what}`, { version: Number(json['version']), ...more }));
  };
  await act('assess', {
    risk: 'unlikely',
    riskReasons: 'Kirje palautui avaamatta.',
    consequences: 'Seurauksia ei ole.',
    measures: 'Osoite korjattiin.',
  });
  await act('close');
}

async function permitOver(world: World): Promise<void> {
  const director = await world.worker('management', { unitIds: [], serviceTasks: [] });
  const body = {
    readers: [director.userId],
    grantor: 'controllerAuthority',
    grantedOn: '2026-11-01',
    period: { from: '2026-11-01', to: '2026-11-24' },
    serviceTasks: ['families'],
    data: ['serviceTasks'],
    cases: { from: '2026-01-01', to: '2026-11-24' },
    study: 'Perhetyön vaikuttavuus, Esimerkkiyliopisto',
    decision: 'Sosiaalijohtaja 1.11.2026 § 12',
  };
  done(await director.call('POST', '/v1/disclosures/research-permits', { body }));
}

/** What the controls leave, as their runs leave it. */
async function controlled({ services, controller, clock }: World): Promise<void> {
  const now = clock.now();
  const on = LocalDate.parse('2026-11-24');
  const findingId = WitnessFindingId.parse(newId(services));
  const finding: WitnessFinding = {
    ...witnessKeys.finding(controller, findingId),
    entity: 'witnessFinding',
    ...created(now, 'system'),
    findingId,
    kind: 'answerWithoutLine',
    at: now,
    evidence: 'request-1',
    by: 'door',
    state: 'settled',
  };
  const key = plantingKeys.day(controller, on);
  const place = { table: 'records', pk: key.pk, sk: key.sk, attribute: 'plan' };
  const day: PlantingDay = {
    ...key,
    entity: 'plantingDay',
    ...created(now, 'system'),
    on,
    state: 'done',
    plan: await controllerRing(services, controller).seal(place, 1, PlantingPlan.parse({ waiting: [] })),
    results: [],
  };
  for (const item of [finding, day]) await putIfAbsent(services.tables, controller, 'records', item);
}

export async function everythingEnded() {
  const made = await instructed();
  const { world, mainUser, postId } = made;
  const left = await leaver(made);
  const stays = await stayer(made);
  done(
    await changeSettings(world, mainUser, {
      hosting: { place: 'Suomi', watchedBy: null, backupIntervalHours: 24 },
      // Rows of the delegation table stand where nothing gives them a period.
      retention: {
        ...securityDefaults.retention,
        ownRecordYears: { ...ownRecordYearsDefaults, delegation: 12 },
      },
    }),
  );
  await delegated(mainUser);
  await contractOver(world);
  await breachClosed(world);
  await permitOver(world);
  await controlled(world);
  const worker = await world.worker('broadResponsibility');
  done(await write(worker, await newClient(world, worker, { name: 'Keksitty Oona' }), anEntry({}, {})));
  const release = { release: '2026.12.1', changes: ['code'], from: '2026-11-24', to: '2026-11-25' };
  done(await mainUser.call('POST', '/v1/access-log/deployed/announcements', { body: release }));
  await basis(made);
  at(world, '2026-12-02');
  await makeCubes({ services: world.services, actor: { controller: world.controller } });
  return { ...made, ...left, stays, postId, worker };
}
