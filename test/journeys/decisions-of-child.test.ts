import { expect, test } from 'vitest';
import * as z from 'zod';
import { newClient } from '../support/case-notes.ts';
import { actOn, concernedIn } from '../support/decisions.ts';
import { childsMatter, issued, leastOf } from '../support/decisions-of-child.ts';
import { aMinorsBan, forbid } from '../support/disclosures.ts';
import { linesOf } from '../support/dump.ts';
import { betweenStore } from '../support/faults.ts';
import { done, timesOfFile } from '../support/matters.ts';
import { changedTo, FROM_CLIENT } from '../support/people.ts';
import { AS_MINOR, handler, recorded, done as stepDone } from '../support/subject-requests.ts';
import type { Told } from '../support/world.ts';

/** Päätökset lapsen asiassa: each of the concerned has a copy, a way of service and a clock of the own. */

const DAY = 24 * 60;

/** A mother under a safety ban, and a father who may not learn where she lives. */
const PARENTS = [
  {
    roles: ['custodian', 'parent'],
    from: '2012-05-05',
    person: {
      name: { family: 'Lapsi', given: 'Anna' },
      safetyBan: {},
    },
    contacts: { addresses: [{ street: 'Salakuja 7', postalCode: '00100', postOffice: 'Helsinki' }] },
  },
  {
    roles: ['custodian', 'parent'],
    from: '2012-05-05',
    person: { name: { family: 'Toinen', given: 'Tapio' } },
  },
];

const Read = z.object({
  services: z.array(z.looseObject({ concernedId: z.string(), way: z.string() })),
  legalForce: z.looseObject({
    waiting: z.array(z.looseObject({ concernedId: z.string(), for: z.string() })),
  }),
});

test('of two custodians, one under a safety ban, and the child, each gets the own copy, way of service and clock', async () => {
  const of = await childsMatter({ '11002': 'official' }, PARENTS);
  const { world, worker, clientId } = of;
  const root = 'lastensuojelun_palvelu__tai_tukitoimipaatos';
  const least = leastOf('11002');
  const { paatos } = Object(Object.values(least.content)[0]);
  const document = leastOf('11002', {
    paatos: { ...paatos, hakemuksen_kuvaus: 'Äiti asuu lapsen kanssa osoitteessa Salakuja 7.' },
  });
  const at = await issued(of, { kind: '11002', document, plan: { socialServices: ['familyWork'] } });
  const [child, mother, father] = (await concernedIn(worker, at)).map(({ concernedId }) => concernedId);

  // Whoever reads the father’s copy before it goes sees where it would betray her, and it does not go out so.
  const place = `/${root}/paatos/hakemuksen_kuvaus`;
  const copyOf = async (whose = '') => done(await worker.call('GET', `${at}/copies/${whose}`));
  expect(await copyOf(father)).toMatchObject({ revealing: [place], hidden: [] });
  const letter = { concernedId: father, way: 'letter' };
  expect(await actOn(worker, at, 'services', letter)).toMatchObject({
    status: 409,
    json: { code: 'decision.copyReveals', details: { places: [place] } },
  });
  const hide = { hidden: [place], ground: 'Toisen huoltajan turvakielto.' };
  // The child’s copy may come into other hands: it hides the place too, and the mother’s own alone shows it.
  for (const whose of [father, child]) done(await actOn(worker, at, `copies/${whose}`, hide, 'PUT'));
  expect(await copyOf(father)).toMatchObject({ revealing: [], hidden: [place] });
  expect(JSON.stringify(await copyOf(father))).not.toContain('Salakuja');
  expect(JSON.stringify(await copyOf(mother))).toContain('Salakuja');

  // Each by the own way: the father by letter, the mother against a receipt, the child from hand to hand.
  done(await actOn(worker, at, 'services', letter));
  const toMother = { concernedId: mother, way: 'verifiableLetter' };
  const { serviceId: ofMother } = done(await actOn(worker, at, 'services', toMother));
  const { serviceId: ofChild } = done(
    await actOn(worker, at, 'services', { concernedId: child, way: 'handedOver' }),
  );
  done(await actOn(worker, at, `services/${String(ofChild)}/served`, { servedOn: '2026-11-24' }));
  // What the parents were sent is of the disclosure log, each named by the relation; what the child got is not.
  const sent = (await linesOf(world.services)).filter(
    ({ eventName, outcome }) => eventName === 'DecisionCopySent' && outcome.result === 'allowed',
  );
  const disclosed = sent.flatMap(({ disclosure }) => disclosure ?? []);
  expect(sent).toHaveLength(3);
  expect(disclosed.map(({ recipient }) => recipient.kind)).toEqual(['representative', 'representative']);
  expect(disclosed[0]).toMatchObject({
    on: '2026-11-24',
    client: clientId,
    recipient: { reference: expect.stringMatching(/^[0-9A-Z]{26}$/) },
    purpose: 'serviceOfDecision',
    ground: { kind: 'provision', provision: '434/2003 54 §' },
  });
  expect(JSON.stringify(sent)).not.toMatch(/Anna|Tapio|Salakuja/);
  world.clock.advance(10 * DAY);
  const read = async () => Read.parse(done(await worker.call('GET', at)));
  const { services, legalForce } = await read();
  expect(Object.fromEntries(services.map((one) => [one.concernedId, [one.way, one['servedOn']]]))).toEqual({
    [String(father)]: ['letter', '2026-12-01'],
    [String(mother)]: ['verifiableLetter', undefined],
    [String(child)]: ['handedOver', '2026-11-24'],
  });
  expect(legalForce.waiting).toEqual([
    { concernedId: child, for: 'time', until: '2026-12-28' },
    { concernedId: mother, for: 'service' },
    { concernedId: father, for: 'time', until: '2026-12-31' },
  ]);
  // The receipt comes back: her thirty days begin on the day it shows, and hers are the last.
  done(await actOn(worker, at, `services/${String(ofMother)}/served`, { servedOn: '2026-12-04' }));
  expect((await read()).legalForce).toMatchObject({ on: '2027-01-05' });
  expect(await timesOfFile(worker, clientId)).toMatchObject({
    verifiableServiceProved: 'met',
    reviewRequest: 'running',
  });
  world.clock.advance(31 * DAY);
  expect(await actOn(worker, at, 'force')).toMatchObject({
    json: { code: 'decision.forceNotYet', details: { waiting: [`${mother}:time`] } },
  });
  world.clock.advance(DAY);
  done(await actOn(worker, at, 'force'));
  const forced = done(await worker.call('GET', at));
  expect(forced).toMatchObject({ force: { on: '2027-01-05' } });

  // Where the processing of its document is restricted, no copy of it is shown or goes out (art. 18).
  const manager = await handler(world, 'management');
  const targets = [{ kind: 'document', id: forced['documentId'] }];
  const asked = await recorded(worker, clientId, { ...AS_MINOR, kind: 'restriction', targets });
  await stepDone(manager, asked, 'identity', { result: 'identityDocument' });
  await stepDone(manager, asked, 'decide', { outcome: 'granted' });
  await stepDone(manager, asked, 'limit');
  const limited = { status: 409, json: { code: 'processing.limited' } };
  expect(await worker.call('GET', `${at}/copies/${father}`)).toMatchObject(limited);
  expect(await actOn(worker, at, 'services', letter)).toMatchObject(limited);
});

test('an urgent placement is appealed to the administrative court; its result is recorded, and gives legal force', async () => {
  const of = await childsMatter({ '11027': 'socialWorker' });
  const { world, worker } = of;
  const at = await issued(of, {
    kind: '11027',
    plan: { result: 'measure', validity: { from: '2026-11-24', to: '2026-12-23' } },
  });
  const concerned = await concernedIn(worker, at);
  for (const { concernedId } of concerned) {
    const { serviceId } = done(await actOn(worker, at, 'services', { concernedId, way: 'handedOver' }));
    done(await actOn(worker, at, `services/${String(serviceId)}/served`, { servedOn: '2026-11-24' }));
  }
  expect(done(await worker.call('GET', at))).toMatchObject({ state: 'served' });
  const mother = concerned.find(({ roles }) => roles.includes('custodian'))?.concernedId;
  world.clock.advance(7 * DAY);
  const appeal = { concernedId: mother, arrivedOn: '2026-12-01', courtCase: 'H1234/2026' };
  const { reviewId, ...told } = done(await actOn(worker, at, 'reviews', appeal));
  expect(told).toMatchObject({ instance: 'administrativeCourt', inTime: true });
  // While the court has it there is no force, however long it takes; it is still carried out, unless the court forbids.
  world.clock.advance(60 * DAY);
  expect(await actOn(worker, at, 'force')).toMatchObject({ json: { code: 'decision.wrongState' } });
  const order = { order: 'suspended', on: '2027-01-30', words: 'Hallinto-oikeuden välipäätös.' };
  done(await actOn(worker, at, 'enforcement', order));
  expect(await actOn(worker, at, 'begin', { on: '2027-01-30' })).toMatchObject({ status: 422 });
  const result = { outcome: 'upheld', on: '2027-01-28', words: 'Hallinto-oikeus hylkäsi valituksen.' };
  done(await actOn(worker, at, `reviews/${String(reviewId)}/handle`, result));
  const read = done(await worker.call('GET', at));
  expect(read).toMatchObject({
    state: 'served',
    reviews: [
      {
        instance: 'administrativeCourt',
        courtCase: 'H1234/2026',
        result: { outcome: 'upheld', on: '2027-01-28' },
      },
    ],
    legalForce: { waiting: [], on: '2027-01-29' },
  });
  // In this matter the court is the last instance (417/2007 92 §).
  expect(await actOn(worker, at, 'reviews', { concernedId: mother, arrivedOn: '2027-01-30' })).toMatchObject({
    json: { code: 'decision.notAppealable' },
  });
  done(await actOn(worker, at, 'force'));
  expect(done(await worker.call('GET', at))).toMatchObject({
    state: 'legalForce',
    force: { on: '2027-01-29' },
  });
});

test('a copy does not go out past a safety ban or a minor’s ban that comes while it is looked at, in whosever file it stands', async () => {
  const father = { roles: ['custodian', 'parent'], from: '2012-05-05', person: PARENTS[1]?.person };
  const of = await childsMatter({ '11002': 'official' }, [father]);
  const { world, worker, clientId } = of;
  const mother = await newClient(world, worker, { name: 'Lapsi Anna' });
  const body = { relatedClientId: mother, relation: { roles: ['parent'] }, source: FROM_CLIENT };
  done(await worker.call('POST', `/v1/clients/${clientId}/network/links`, { body }));
  const at = await issued(of, { kind: '11002', plan: { socialServices: ['familyWork'] } });
  const parent = (await concernedIn(worker, at)).find(({ roles }) => roles.includes('custodian'));
  const [concernedId, relationId] = [parent?.concernedId, parent?.['relationId']];
  const sentWhile = async (meanwhile: () => Promise<Told>): Promise<Told> => {
    let other: Told | undefined;
    const between = betweenStore(world.services, async (call) => {
      if (call.name === 'TransactWriteCommand' && other === undefined) {
        between.mend();
        other = await meanwhile();
      }
      return call.send();
    });
    const told = await actOn(worker, at, 'services', { concernedId, way: 'letter' });
    between.mend();
    expect(other?.status, other?.body).toBeLessThan(300);
    return told;
  };
  for (const meanwhile of [
    () => changedTo(worker, mother, '/safety-ban', { source: FROM_CLIENT }),
    () => changedTo(worker, clientId, '/safety-ban', { source: FROM_CLIENT }),
    () => forbid(worker, clientId, aMinorsBan([String(relationId)])),
  ]) {
    expect(await sentWhile(meanwhile)).toMatchObject({ status: 409, json: { code: 'request.conflict' } });
  }
  const sent = (await linesOf(world.services)).filter(
    ({ eventName, disclosure }) => eventName === 'DecisionCopySent' && disclosure !== undefined,
  );
  expect(sent).toEqual([]);
  expect(await actOn(worker, at, 'services', { concernedId, way: 'letter' })).toMatchObject({
    status: 200,
    json: { findings: ['decision.pastMinorsBan'] },
  });
});
