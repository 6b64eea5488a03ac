import { expect, test } from 'vitest';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { aMinorsBan, forbid, minorWithCustodians } from '../support/disclosures.ts';
import { finished } from '../support/documents.ts';
import { linked, matterAt, notification, received } from '../support/intake.ts';
import { done } from '../support/matters.ts';
import { changedTo } from '../support/people.ts';
import { printsAt } from '../support/prints.ts';
import { handler, packaged, recorded, done as stepped } from '../support/subject-requests.ts';
import type { Worker, World } from '../support/world.ts';

/** Alaikäisen kielto (703/2023 § 51) of a minor who was recorded twice: two files, whose relations name the same people. */

async function twice() {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('broadResponsibility', { specialRights: ['mergeClients'] });
  const source = await minorWithCustodians(world, worker);
  const target = await minorWithCustodians(world, worker);
  const merged = () => changedTo(worker, source.clientId, '/merge', { into: target.clientId });
  return { world, worker, source, target, merged };
}

async function inspected(world: World, worker: Worker, clientId: string, relationId: string) {
  const head = await handler(world, 'management');
  const rightToAct = 'Huoltaja väestötietojen mukaan.';
  const asker = { asker: 'guardianOfMinor', askerName: 'Keksitty Äiti', rightToAct, relationId };
  const path = await recorded(worker, clientId, asker);
  await stepped(head, path, 'identity', { result: 'identityDocument' });
  await stepped(head, path, 'decide', { outcome: 'granted', delivery: { mode: 'writing' } });
  await packaged(head, path);
  return async () => {
    const { status, json } = await head.call('GET', `${path}/package/parts/0/given`);
    return [status, json['code']];
  };
}

test('a package of two files of one minor is given to nobody whom a ban of the merged one may be aimed at', async () => {
  const { world, worker, source, target, merged } = await twice();
  done(await forbid(worker, source.clientId, aMinorsBan([source.father])));
  const ofTarget = done(await forbid(worker, target.clientId, aMinorsBan([target.father])));
  done(await merged());
  const given = await inspected(world, worker, target.clientId, target.mother);
  const lift = `/v1/disclosures/clients/${target.clientId}/minors-bans/${String(ofTarget['banId'])}/lift`;
  done(await worker.call('POST', lift, { body: { because: 'judgedAnew' }, version: 1 }));
  expect(await given()).toEqual([409, 'disclosure.representativeUnnamed']);
});

test('of what lies in a merged file nothing is printed for whom the minor has shut out in the file that remains', async () => {
  const { worker, source, target, merged } = await twice();
  const documentId = await finished(worker, source.clientId);
  done(await forbid(worker, target.clientId, aMinorsBan([target.father])));
  done(await merged());
  const print = async (relationId: string) => {
    const at = `${printsAt(target.clientId)}/merged/${source.clientId}/documents/${documentId}`;
    const { status, json } = await worker.call('GET', `${at}?givenTo=${relationId}`);
    return [status, json['code']];
  };
  // Under the id of the merged file the one who is shut out goes unrecognised: nobody is given it under such an id.
  expect(await print(source.father)).toEqual([409, 'disclosure.representativeUnnamed']);
  expect(await print(target.father)).toEqual([403, 'disclosure.minorsBan']);
  // Whoever is known in the file that remains is given it.
  expect(await print(target.mother)).toEqual([200, undefined]);
});

test('what a matter holds of a minor who was merged is told to nobody whom the file that remains may shut out', async () => {
  const { world, worker, source, target, merged } = await twice();
  const matterId = await received(worker, notification(world));
  await linked(world, worker, matterId, 0, source.clientId);
  done(await forbid(worker, target.clientId, aMinorsBan([target.father])));
  done(await merged());
  const tell = async (relationId: string) => {
    const body = {
      kind: 'disclosure',
      on: '2026-11-24',
      words: 'Kerrottu ilmoituksesta.',
      receiver: 'Huoltaja',
      ground: '703/2023 50 §',
      purpose: 'Huoltajan tieto',
      representative: { relationId },
    };
    const { status, json } = await worker.call('POST', matterAt(matterId, '/handlings'), { body });
    return [status, json['code']];
  };
  expect(await tell(source.father)).toEqual([409, 'disclosure.representativeUnnamed']);
  expect(await tell(target.father)).toEqual([403, 'disclosure.minorsBan']);
  expect(await tell(target.mother)).toEqual([201, undefined]);
});
