import { beforeAll, describe, expect, test } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient, write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  aBan,
  aClient,
  aConsent,
  aMinorsBan,
  aRequest,
  declare,
  declared,
  disclosuresAt,
  forbid,
  minorWithCustodians,
  onConsent,
  onProvision,
  prepare,
  related,
  requested,
  rulesOf,
  send,
} from '../support/disclosures.ts';
import { done } from '../support/matters.ts';
import { changedTo, FROM_CLIENT, inventedCode, text } from '../support/people.ts';
import type { Told, Worker, World } from '../support/world.ts';

/** Ways round the gate that somebody could try: a file that was merged, a right that is over, a country that is not said. */

let world: World;
let worker: Worker;
beforeAll(async () => {
  world = await worldOf(PROFILES.U);
  worker = await world.worker('broadResponsibility', { specialRights: ['mergeClients'] });
});

const merged = (from: ClientId, into: ClientId): Promise<Told> => changedTo(worker, from, '/merge', { into });

describe('a client who was recorded twice', () => {
  test('is not merged while only the file that goes has a ban, the client’s or a minor’s', async () => {
    const [going, staying] = [await aClient(world, worker), await aClient(world, worker)];
    await declared(worker, going, aBan());
    expect((await merged(going, staying)).json).toMatchObject({ code: 'client.protectionOnlyHere' });
    await declared(worker, staying, aBan());
    expect((await merged(going, staying)).status).toBe(200);

    const { clientId: minor, father } = await minorWithCustodians(world, worker);
    const code = inventedCode(LocalDate.parse('2010-03-24'), 977);
    const again = await newClient(world, worker, { name: 'Nuorix Noora', code });
    const hers = await related(worker, again, 'Isä');
    expect((await forbid(worker, minor, aMinorsBan([father]))).status).toBe(201);
    expect((await merged(minor, again)).json).toMatchObject({ code: 'client.protectionOnlyHere' });
    expect((await forbid(worker, again, aMinorsBan([hers]))).status).toBe(201);
    expect((await merged(minor, again)).status).toBe(200);
  });

  test('has nothing asked, declared, prepared or sent in the file that was merged', async () => {
    const [going, staying] = [await aClient(world, worker), await aClient(world, worker)];
    const consent = await declared(worker, going, aConsent({ scope: { of: 'controller' } }));
    const wanted = onConsent(consent, [], { baseData: ['phones'] });
    const path = await requested(worker, going, aRequest());
    const other = await requested(worker, going, aRequest());
    done(await prepare(worker, path, wanted));
    done(await merged(going, staying));
    for (const told of [
      await send(worker, path),
      await prepare(worker, other, wanted),
      await declare(worker, going, aBan()),
      await worker.call('POST', `${disclosuresAt(going)}/requests`, { body: aRequest() }),
      await worker.call('GET', `${path}/copy`),
    ]) {
      expect(told.json).toMatchObject({ code: 'client.merged' });
    }
  });
});

test('who acts for the client no more is given nothing as a representative, by a right of a party either', async () => {
  const { clientId, mother } = await minorWithCustodians(world, worker);
  const pieces = [{ kind: 'note', id: text(await write(worker, clientId), 'noteId') }];
  const by = { requester: 'representative', relationId: mother, name: 'Äiti', purpose: 'partyAccess' };
  const path = await requested(worker, clientId, aRequest(by));
  done(await prepare(worker, path, onProvision('partyAccess', pieces)));
  done(
    await worker.call('POST', `/v1/clients/${clientId}/network/${mother}/end`, {
      body: { to: '2026-11-23', source: FROM_CLIENT },
      version: 1,
    }),
  );
  expect(rulesOf(await send(worker, path))).toEqual(['disclosure.representativeNamed']);
});

test('of an authority of another country it is said which: unsaid it would pass for one of Finland', async () => {
  const clientId = await aClient(world, worker);
  const abroad = aRequest({
    requester: 'foreignAuthority',
    purpose: 'authorityTask',
    name: 'Socialtjänsten',
  });
  const at = `${disclosuresAt(clientId)}/requests`;
  expect(rulesOf(await worker.call('POST', at, { body: abroad }))).toEqual(['disclosure.countrySaid']);
  expect((await worker.call('POST', at, { body: { ...abroad, country: 'SE' } })).status).toBe(201);
});
