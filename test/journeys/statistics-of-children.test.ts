import { expect, test } from 'vitest';
import { definitionOf } from '../../shared/documents/catalogue.ts';
import { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import { PROFILES } from '../support/controllers.ts';
import { actOn } from '../support/decisions.ts';
import { childsMatter, issued, leastOf, MOTHER } from '../support/decisions-of-child.ts';
import { leastSample } from '../support/document-sample.ts';
import { begin, finalise } from '../support/documents.ts';
import { storedFactsOf } from '../support/facts.ts';
import { exportedFigures } from '../support/figures.ts';
import { done } from '../support/matters.ts';
import { FROM_CLIENT } from '../support/people.ts';
import type { World } from '../support/world.ts';

/** It is Tuesday 24 November 2026; the child was born in 2012. */

const THL = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };
const afterTheYear = (world: World) => world.clock.set(Instant.parse('2027-01-02T08:00:00.000Z'));

test('the child welfare supervisor’s agreements and confirmations are counted by kind and period [U-4.33]', async () => {
  const of = await childsMatter(
    { '11018': 'childWelfareSupervisor', '11022': 'childWelfareSupervisor' },
    [],
    { serviceTasks: ['familyLaw'], decidedBy: 'childWelfareSupervisor', settings: PROFILES.U },
  );
  const { world, worker, clientId, caseId } = of;
  const agreed = async (type: string, more: object) => {
    const definition = definitionOf(`1.2.246.537.6.1506.${type}`);
    if (definition === undefined) throw new Error(`no ${type}`);
    const { asiakas: _, ...rest } = Object(leastSample(definition)[definition.key]);
    const draft = await begin(worker, clientId, {
      definitionOid: definition.oid,
      caseId,
      serviceTasks: ['familyLaw'],
      content: { [definition.key]: { ...rest, ...more } },
    });
    done(await finalise(worker, clientId, String(done(draft)['draftId'])));
  };
  await agreed('13000', {});
  await agreed('13001', {
    sopimuksen_sisalto: {
      me_allekirjoittaneet_olemme_sopineet_seuraavaa: { lapsen_huolto: true, tapaamisoikeus: true },
    },
  });
  await agreed('13001', {
    sopimuksen_sisalto: { me_allekirjoittaneet_olemme_sopineet_seuraavaa: { tapaamisoikeus: true } },
  });
  const planned = { serviceTask: 'familyLaw', document: leastOf('11018') } as const;
  await issued(of, { ...planned, kind: '11018', plan: { result: 'measure' } });
  await issued(of, { ...planned, kind: '11018', plan: { result: 'rejecting', validity: undefined } });
  const mainUser = await world.worker('mainUser');
  afterTheYear(world);
  const told = {
    custodyAgreements: 1,
    residenceAgreements: 0,
    accessAgreements: 2,
    maintenanceAgreements: 1,
    maintenanceConfirmed: 1,
    maintenanceNotConfirmed: 1,
    custodyConfirmed: 0,
  };
  expect(await exportedFigures(mainUser, 'familyLaw', '2026-11', THL)).toMatchObject(told);
  expect(await exportedFigures(mainUser, 'familyLaw', '2026-10..2026-12', THL)).toMatchObject({
    ...told,
    'accessAgreements 2026-11': 2,
  });
});

test('THL is given the decisions, services and measures of child welfare in open and substitute care, by age and home municipality [U-7.6, J-4.3]', async () => {
  for (const settings of [PROFILES.U, PROFILES.J]) {
    const of = await childsMatter({ '11002': 'official', '11030': 'official' }, [MOTHER], { settings });
    const { world, worker, clientId, caseId } = of;
    const [municipality] = settings.controller.municipalities;
    const plan = { validity: { from: '2026-11-24', to: '2027-11-23' } };
    await issued(of, { kind: '11002', plan: { ...plan, result: 'granting' } });
    const placement = await issued(of, { kind: '11030', plan: { ...plan, result: 'measure' } });
    done(await actOn(worker, placement, 'begin', { on: '2026-11-24' }));
    for (const socialService of ['childWelfareOpenCare', 'substituteCare']) {
      const service = { serviceTask: 'childWelfare', socialService };
      const at = await openedService(worker, ClientId.parse(clientId), CaseId.parse(caseId), service);
      done(await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-24' }));
      if (socialService !== 'substituteCare') continue;
      // Recorded by mistake, and taken back.
      const delivered = { on: '2026-11-24', hundredths: 100, unit: 'days' };
      const { deliveryId } = done(await worker.call('POST', `${at}/deliveries`, { body: delivered }));
      const cancel = `${at}/deliveries/${String(deliveryId)}/cancel`;
      done(await worker.call('POST', cancel, { version: 1 }));
      world.clock.advance(9 * 24 * 60);
      done(await actOnService(worker, at, 'end', 2, { endedOn: '2026-12-03', endGround: 'needEnded' }));
    }
    await leadsNoFurther(of);
    const mainUser = await world.worker('mainUser');
    afterTheYear(world);
    expect(await exportedFigures(mainUser, 'childWelfareMeasures', '2026', THL)).toMatchObject({
      openCareDecisions: 1,
      openPlacements: 1,
      'openPlacements 13-17': 1,
      placementsBegun: 1,
      childrenPlaced: 1,
      [`childrenPlaced ${String(municipality)}`]: 1,
      takenIntoCare: 0,
    });
    expect(await exportedFigures(mainUser, 'childWelfareServices', '2026', THL)).toMatchObject({
      openCareStarted: 1,
      substituteCareStarted: 1,
      substituteCareDeliveries: 0,
      substituteCareEnded: 1,
      substituteCareDays: 9,
      'substituteCareDays 13-17': 9,
    });
    expect(await exportedFigures(mainUser, 'decisionsByResult', '2026-11', THL)).toMatchObject({ issued: 2 });
  }
});

test('a placement that the first service of its decision begins is counted as begun, as one that was recorded so', async () => {
  const of = await childsMatter({ '11030': 'official' }, [MOTHER], { settings: PROFILES.U });
  const { world, worker, clientId, caseId } = of;
  const plan = { validity: { from: '2026-11-24', to: '2027-11-23' }, result: 'measure' };
  const placement = await issued(of, {
    kind: '11030',
    plan: { ...plan, socialServices: ['substituteCare'] },
  });
  for (const nth of [1, 2]) {
    const at = await openedService(worker, ClientId.parse(clientId), CaseId.parse(caseId), {
      serviceTask: 'childWelfare',
      socialService: 'substituteCare',
      basis: { kind: 'decision', decisionId: placement.split('/').at(-1) },
      validFrom: '2026-11-24',
    });
    world.clock.advance(nth);
    done(await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-24' }));
  }
  const mainUser = await world.worker('mainUser');
  afterTheYear(world);
  expect(await exportedFigures(mainUser, 'childWelfareMeasures', '2026', THL)).toMatchObject({
    openPlacements: 1,
    placementsBegun: 1,
    'placementsBegun 13-17': 1,
    childrenPlaced: 1,
  });
});

test('a fact says the group of age and the home municipality, and of somebody under a safety ban not the municipality', async () => {
  const { world, worker, clientId, caseId } = await childsMatter({}, []);
  const [client, ofCase] = [ClientId.parse(clientId), CaseId.parse(caseId)];
  const changed = async (method: 'POST' | 'PATCH', path: string, body: object) => {
    const { version } = done(await worker.call('GET', `/v1/clients/${clientId}`));
    done(await worker.call(method, `/v1/clients/${clientId}${path}`, { version: Number(version), body }));
  };
  const service = { serviceTask: 'childWelfare', socialService: 'familyWork' };
  await openedService(worker, client, ofCase, service);
  await changed('PATCH', '/base-data', { changes: { homeMunicipality: '186' }, source: FROM_CLIENT });
  await openedService(worker, client, ofCase, service);
  await changed('POST', '/safety-ban', { source: FROM_CLIENT });
  await openedService(worker, client, ofCase, service);
  const opened = (await storedFactsOf(world, '2026-11')).filter(({ kind }) => kind === 'serviceOpened');
  expect(opened.map(({ ageGroup, homeMunicipality }) => [ageGroup, homeMunicipality])).toEqual(
    expect.arrayContaining([
      ['13-17', undefined],
      ['13-17', '186'],
      ['13-17', undefined],
    ]),
  );
  expect(opened.filter(({ homeMunicipality }) => homeMunicipality !== undefined)).toHaveLength(1);
  // Whoever looks for what a figure is of is not told where somebody lived who is under a ban today.
  const supervisor = await world.worker('supervisor', { unitIds: [world.units.families] });
  const asked = 'definition=servicesGiven&measure=opened&period=2026-11';
  const told = await supervisor.call('GET', `/v1/statistics/units/${world.units.families}/sources?${asked}`);
  expect(told.json).toMatchObject({ sources: [{ ageGroup: '13-17', times: 3 }] });
  expect(told.body).not.toMatch(/"186"|homeMunicipality/);
});

/** What stands behind a unit’s figure leads the supervisor of another service task of the unit to nobody. */
async function leadsNoFurther({ world }: { world: World }): Promise<void> {
  const unitIds = [world.units.families];
  const asked = 'definition=childWelfareServices&measure=openCareStarted';
  const sources = `/v1/statistics/units/${world.units.families}/sources`;
  const ofTask = await world.worker('supervisor', { unitIds, serviceTasks: ['childWelfare'] });
  const ofOther = await world.worker('supervisor', { unitIds, serviceTasks: ['families'] });
  const { sources: told } = done(await ofTask.call('GET', `${sources}?${asked}&period=2026-11`));
  expect(told).toEqual([expect.objectContaining({ on: '2026-11-24', ageGroup: '13-17', times: 1 })]);
  const cases = async (who: typeof ofTask) =>
    (await who.call('GET', `${sources}/2026-11-24/cases?${asked}`)).json;
  expect(await cases(ofTask)).toMatchObject({ cases: [{}], others: 0 });
  expect(await cases(ofOther)).toEqual({ cases: [], others: 0 });
}
