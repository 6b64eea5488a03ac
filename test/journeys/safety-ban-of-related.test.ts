import { beforeAll, describe, expect, test } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { aClient, aRequest, onProvision, prepare, requested, rulesOf, send } from '../support/disclosures.ts';
import { done } from '../support/matters.ts';
import { changedTo, FROM_CLIENT, inventedCode, text } from '../support/people.ts';
import { placeOf } from '../support/put-right.ts';
import { packaged, recorded, done as stepDone } from '../support/subject-requests.ts';
import type { Told, Worker, World } from '../support/world.ts';

/** Somebody under a safety ban is protected in the files of others too, by the own file (661/2009 §§ 36–37). */

const STREET = 'Piilopolku 3';
const CONTACTS = { addresses: [{ street: STREET }], phones: ['+358 40 7654321'] };
let world: World;
let worker: Worker;
beforeAll(async () => {
  world = await worldOf(PROFILES.U);
  worker = await world.worker('broadResponsibility');
});

let codes = 700;
const aCode = (): string => {
  codes += 1;
  return inventedCode(LocalDate.parse('1985-06-07'), codes);
};
const banned = async (clientId: string, by = worker): Promise<unknown> =>
  done(await changedTo(by, clientId, '/safety-ban', { source: FROM_CLIENT }));
const network = (clientId: string): string => `/v1/clients/${clientId}/network`;
const link = (clientId: ClientId, relatedClientId: ClientId, more: object = {}, by = worker): Promise<Told> =>
  by.call('POST', `${network(clientId)}/links`, {
    body: { relatedClientId, relation: { roles: ['parent'], ...more }, source: FROM_CLIENT },
  });
const named = (clientId: ClientId, personalIdentityCode: string, more: object = {}): Promise<Told> =>
  worker.call('POST', network(clientId), {
    body: {
      relation: {
        roles: ['parent'],
        person: { name: { family: 'Suojattu', given: 'Anna' }, personalIdentityCode },
        ...more,
      },
      source: FROM_CLIENT,
    },
  });
const change = (clientId: ClientId, relationId: string, relation: object, version: number): Promise<Told> =>
  worker.call('PUT', `${network(clientId)}/${relationId}`, {
    body: { relation, source: FROM_CLIENT },
    version,
  });

describe('where a client under a safety ban lives', () => {
  test('is written into no other client’s file, by link or by code; the contact address may be', async () => {
    const [child, mother] = [await aClient(world, worker), await aClient(world, worker)];
    await banned(mother);
    expect(rulesOf(await link(child, mother, { contacts: CONTACTS }))).toEqual(['client.relatedProtected']);
    const contactAddress = { street: 'PL 7' };
    const linked = await link(child, mother, { contacts: { contactAddress } });
    expect(linked.status, linked.body).toBe(201);
    const relationId = text(linked, 'relationId');
    const wanted = { roles: ['parent'], contacts: { ...CONTACTS, contactAddress } };
    expect(rulesOf(await change(child, relationId, wanted, 1))).toEqual(['client.relatedProtected']);

    const code = aCode();
    const aunt = await newClient(world, worker, { name: 'Suojattu Anna', code });
    await banned(aunt);
    expect(rulesOf(await named(child, code, { contacts: CONTACTS }))).toEqual(['client.relatedProtected']);
    expect((await named(child, code)).status).toBe(201);
  });

  test('is hidden where it was recorded before the ban, also as the file stood then; what stays is not refused', async () => {
    const child = await aClient(world, worker);
    const code = aCode();
    const mother = await newClient(world, worker, { name: 'Suojattu Annikki', code });
    const relationId = text(await named(child, code, { contacts: CONTACTS }), 'relationId');
    const shown = () => worker.call('GET', network(child));
    expect((await shown()).body).toContain(STREET);
    await banned(mother);
    expect((await shown()).json).toMatchObject({
      relations: [{ safetyBan: true, hidden: ['addresses', 'phones', 'sameHousehold'] }],
    });
    const person = { name: { family: 'Suojattu', given: 'Anna' }, personalIdentityCode: code };
    const same = { roles: ['parent', 'closePerson'], person, contacts: CONTACTS };
    done(await change(child, relationId, same, 1));
    for (const at of [
      network(child),
      `${network(child)}/${relationId}/history`,
      `/v1/client-file/${child}/as-of?on=2026-11-24`,
      `/v1/clients/${child}/relationship-document`,
    ]) {
      const told = await worker.call('GET', at);
      expect(told.status, `${at} ${told.body ?? ''}`).toBe(200);
      expect(told.body).not.toContain(STREET);
      expect(told.body).not.toContain('7654321');
    }
  });

  test('is not shown as the file stood before the person, who is no client, was put under the ban', async () => {
    const child = await aClient(world, worker);
    const person = { name: { family: 'Suojattu', given: 'Anna' } };
    const relation = { roles: ['custodian'], person, contacts: CONTACTS };
    const told = await worker.call('POST', network(child), { body: { relation, source: FROM_CLIENT } });
    const stood = world.clock.now();
    world.clock.advance(60 * 24 * 2);
    const since = { ...relation, person: { ...person, safetyBan: {} } };
    done(await change(child, text(told, 'relationId'), since, 1));
    const then = await worker.call('GET', `/v1/client-file/${child}/as-of?on=${stood.slice(0, 10)}`);
    expect(then.status, then.body).toBe(200);
    expect(then.json).toMatchObject({ network: [{ safetyBan: true }] });
    expect(then.body).not.toContain(STREET);
  });

  test('stands in no copy that is given, not even where only the own file tells it', async () => {
    const [child, mother] = [await aClient(world, worker), await aClient(world, worker)];
    const changes = { addresses: [{ street: STREET }] };
    done(await changedTo(worker, mother, '/base-data', { changes, source: FROM_CLIENT }, 'PATCH'));
    expect((await link(child, mother)).status).toBe(201);
    const entry = anEntry({}, { text: `Äiti on muuttanut, uusi osoite on ${STREET}.` });
    const pieces = [{ kind: 'note', id: text(await write(worker, child, entry), 'noteId') }];
    const police = aRequest({ requester: 'police', purpose: 'threatAssessment', name: 'Poliisi' });
    const path = await requested(worker, child, police);
    done(await prepare(worker, path, onProvision('policeThreat', pieces)));
    await banned(mother);
    expect(rulesOf(await send(worker, path))).toEqual(['disclosure.changedSince']);
    expect(rulesOf(await prepare(worker, path, onProvision('policeThreat', pieces), 2))).toEqual([
      'disclosure.addressInWords',
    ]);
  });

  test('is not told by a package of another, and one that was released before the ban is put together anew', async () => {
    const { world: place, head, worker: by, clientId } = await placeOf('L', 'management');
    const sister = await newClient(place, by, { name: 'Suojattu Silja' });
    expect((await link(clientId, sister, { sameHousehold: true }, by)).status).toBe(201);
    const asked = async (): Promise<string> => {
      const path = await recorded(by, clientId, { kind: 'inspection', asker: 'client' });
      await stepDone(head, path, 'identity', { result: 'identityDocument' });
      await stepDone(head, path, 'decide', { outcome: 'granted', delivery: { mode: 'copy' } });
      return path;
    };
    const path = await asked();
    await packaged(head, path);
    const given = (at: string) => head.call('GET', `${at}/package/parts/0/given`);
    expect((await given(path)).body).toContain('"sameHousehold":true');
    await banned(sister, by);
    expect((await given(path)).json).toMatchObject({ code: 'subjectRequest.notReleased' });
    await packaged(head, path);
    expect((await given(path)).body).not.toContain('sameHousehold');
  });
});
