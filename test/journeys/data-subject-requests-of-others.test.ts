import { beforeAll, describe, expect, test } from 'vitest';
import { anyClient } from '../support/access-log.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  done,
  handler,
  letter,
  PROOF,
  packaged,
  REASONS,
  recorded,
  requestsOf,
  rulesOf,
  step,
  waitingOf,
} from '../support/subject-requests.ts';
import type { Worker, World } from '../support/world.ts';

describe('Joutsa, Keski-Uusimaa and Huittinen', () => {
  const BY_LETTER = { kind: 'inspection', receivedOn: '2026-11-20', form: 'written' };

  test('of Joutsa: in writing to the data-protection officer, identity on need, read on site, in the time of the regulation [J-9.3, J-9.4, J-9.5, J-9.6]', async () => {
    const world = await worldOf(PROFILES.J);
    const [officer, manager, worker] = await Promise.all([
      handler(world, 'dataProtectionOfficer'),
      handler(world, 'management'),
      world.worker('broadResponsibility'),
    ]);
    const clientId = await anyClient(world, worker);
    const told = await worker.call('POST', requestsOf(clientId), {
      body: { ...BY_LETTER, form: 'visit', asker: 'client', words: 'Tietoni.' },
    });
    expect(told.json).toMatchObject({
      formAccepted: false,
      addressee: 'dataProtectionOfficer',
      dueOn: '2026-12-21',
    });
    const path = await recorded(worker, clientId, BY_LETTER);
    const decision = { outcome: 'granted', delivery: { mode: 'onSite' } };
    expect(await step(manager, path, 'decide', decision)).toMatchObject({
      status: 403,
      json: { details: { office: 'dataProtectionOfficer' } },
    });
    await done(officer, path, 'decide', decision);
    expect((await step(officer, path, 'deliver', { on: '2026-11-24', mode: 'onSite' })).status).toBe(409);
    await done(officer, path, 'identity', { result: 'notNeeded' });
    await packaged(officer, path);
    await done(officer, path, 'deliver', { on: '2026-11-24', mode: 'onSite', place: 'Kunnantalo' });
  });

  test('of Joutsa: erasure is asked in writing, identity may be asked for, and it has the same month [J-9.12, J-9.14, J-9.15, J-9.16]', async () => {
    const world = await worldOf(PROFILES.J);
    const worker = await world.worker('broadResponsibility');
    const officer = await handler(world, 'dataProtectionOfficer');
    const clientId = await anyClient(world, worker);
    const spoken = { ...BY_LETTER, kind: 'erasure', form: 'visit', asker: 'client', words: 'Unohtakaa.' };
    const told = await worker.call('POST', requestsOf(clientId), { body: spoken });
    expect(told.json).toMatchObject({ formAccepted: false, dueOn: '2026-12-21' });
    const path = await recorded(worker, clientId, { ...spoken, form: 'written' });
    await done(officer, path, 'identity', { result: 'strongIdentification' });
    await done(officer, path, 'decide', { outcome: 'granted' });
    expect((await officer.call('GET', path)).json).toMatchObject({
      state: 'decided',
      identity: { state: 'checked', way: 'strongIdentification' },
    });
  });

  describe('of Keski-Uusimaa', () => {
    let world: World;
    let manager: Worker;
    let worker: Worker;
    beforeAll(async () => {
      const { K } = PROFILES;
      const feeCents = { copyPerPage: null, postage: null, administrative: 1500 };
      world = await worldOf({ ...K, dataSubjectRequests: { ...K.dataSubjectRequests, feeCents } });
      [manager, worker] = await Promise.all([
        handler(world, 'supervisor'),
        world.worker('broadResponsibility'),
      ]);
    });
    const FORM = { ...BY_LETTER, form: 'form' };
    const longer = { months: 2, toldOn: '2026-11-24', reasons: 'Aineistoa on kolmelta vuosikymmeneltä.' };

    test('the month goes on by two at most, once, told with its reasons within the first [K-14.4, K-14.5, K-14.6]', async () => {
      const clientId = await anyClient(world, worker);
      const path = await recorded(worker, clientId, FORM);
      expect((await step(manager, path, 'extend', { ...longer, months: 3 })).status).toBe(400);
      expect((await step(manager, path, 'extend', { ...longer, toldOn: '2026-12-24' })).status).toBe(422);
      expect(await waitingOf(manager, clientId)).toMatchObject([{ dueOn: '2026-12-21' }]);
      await done(manager, path, 'extend', longer);
      expect(await waitingOf(manager, clientId)).toMatchObject([{ dueOn: '2027-02-22' }]);
      expect(await letter(manager, path, '?letter=extension')).toContain(longer.reasons);
      expect((await step(manager, path, 'extend', longer)).status).toBe(409);
      const late = await recorded(worker, clientId, { ...FORM, receivedOn: '2026-10-01' });
      expect(await step(manager, late, 'extend', longer)).toMatchObject({
        json: { code: 'subjectRequest.timeOver' },
      });
    });

    test('everything is free, a further copy is charged by its costs, and what is excessive is charged or refused [K-14.3, K-14.8, K-14.9, K-14.10, K-14.11]', async () => {
      const clientId = await anyClient(world, worker);
      const fee = { basis: 'furtherCopy', costs: [{ kind: 'administrative' }], reason: 'Toinen jäljennös.' };
      const decision = { outcome: 'granted', delivery: { mode: 'copy' }, fee };
      const first = await recorded(worker, clientId, FORM);
      expect(rulesOf(await step(manager, first, 'decide', decision))).toEqual([
        422,
        'subjectRequest.feeOfHistory',
      ]);
      await done(manager, first, 'decide', { ...decision, fee: undefined });
      await done(manager, first, 'identity', { result: 'identityDocument' });
      await packaged(manager, first);
      await done(manager, first, 'deliver', { on: '2026-11-24', mode: 'copy' });
      await done(manager, await recorded(worker, clientId, FORM), 'decide', decision);
      const rectification = await recorded(worker, clientId, { ...FORM, kind: 'rectification' });
      expect(rulesOf(await step(manager, rectification, 'decide', { outcome: 'granted', fee }))).toContain(
        'subjectRequest.feeOfHistory',
      );
      const refusal = { outcome: 'refused', grounds: ['manifestlyUnfounded'], reasons: REASONS };
      expect(rulesOf(await step(manager, rectification, 'decide', refusal))).toEqual([
        422,
        'subjectRequest.proofShown',
      ]);
      await done(manager, rectification, 'decide', { ...refusal, proof: PROOF });
    });

    test('there is no erasure right: the request is refused with that ground, told with the remedies within the month [K-14.7, K-15.3, K-15.4, K-15.5, K-15.6]', async () => {
      const clientId = await anyClient(world, worker);
      const path = await recorded(worker, clientId, { ...FORM, kind: 'erasure' });
      expect(rulesOf(await step(manager, path, 'decide', { outcome: 'granted' }))).toEqual([
        422,
        'subjectRequest.erasureByLaw',
      ]);
      const bare = { outcome: 'refused', reasons: REASONS };
      expect(rulesOf(await step(manager, path, 'decide', bare))).toContain('subjectRequest.groundInLaw');
      await done(manager, path, 'decide', { ...bare, grounds: ['noErasureRight'] });
      const html = await letter(manager, path);
      for (const said of [
        '17 art. 3 kohta c',
        'tietosuojavaltuutettuun',
        'tietosuoja.fi/ilmoitus',
        'oikeussuojakeinoja',
      ]) {
        expect(html).toContain(said);
      }
    });
  });

  test('of Huittinen: erasure is handled where the notice says, and the answer says where', async () => {
    const world = await worldOf(PROFILES.H);
    const [manager, worker] = await Promise.all([
      handler(world, 'management'),
      world.worker('broadResponsibility'),
    ]);
    const path = await recorded(worker, await anyClient(world, worker), { kind: 'erasure' });
    expect(rulesOf(await step(manager, path, 'decide', { outcome: 'granted' }))).toEqual([
      422,
      'subjectRequest.handledElsewhere',
    ]);
    await done(manager, path, 'decide', { outcome: 'referred' });
    expect(await letter(manager, path)).toContain('tietosuoja.fi');
  });
});
