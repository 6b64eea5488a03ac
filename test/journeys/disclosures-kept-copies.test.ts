import { beforeAll, describe, expect, test } from 'vitest';
import type { ClientId } from '../../shared/kernel/id.ts';
import { write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  aClient,
  aConsent,
  aMinorsBan,
  aRequest,
  declared,
  disclosuresAt,
  forbid,
  minorWithCustodians,
  onConsent,
  onProvision,
  prepare,
  requested,
  rulesOf,
  send,
  withdraw,
} from '../support/disclosures.ts';
import { dumpOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { text } from '../support/people.ts';
import type { Worker, World } from '../support/world.ts';

/** A copy that was made is not a way round what has come since: whoever opens or prints it meets the gate again. */

let world: World;
let worker: Worker;
beforeAll(async () => {
  world = await worldOf(PROFILES.U);
  worker = await world.worker('broadResponsibility');
});

const ofNote = async (clientId: ClientId) => [
  { kind: 'note', id: text(await write(worker, clientId), 'noteId') },
];
const bothOf = (path: string) =>
  Promise.all([`${path}/copy`, `${path}/copy/print`].map((at) => worker.call('GET', at)));

describe('a copy that has not been sent', () => {
  test('is neither opened nor printed once the consent was taken back [U-11.6]', async () => {
    const clientId = await aClient(world, worker);
    const consent = await declared(worker, clientId, aConsent());
    const path = await requested(worker, clientId, aRequest());
    done(await prepare(worker, path, onConsent(consent, await ofNote(clientId))));
    for (const told of await bothOf(path)) expect(told.status, told.body).toBe(200);
    done(await withdraw(worker, clientId, consent));
    for (const told of await bothOf(path)) {
      expect(told.json['code']).toBe('disclosure.notAllowed');
      expect(rulesOf(told)).toEqual(['disclosure.declarationInForce']);
      expect(told.body).not.toContain('Kotikäynti');
    }
  });

  test('is neither opened nor printed once the minor has shut the representative out', async () => {
    const { clientId, father } = await minorWithCustodians(world, worker);
    const by = { requester: 'representative', relationId: father, name: 'Isä', purpose: 'rightsOfClient' };
    const path = await requested(worker, clientId, aRequest(by));
    done(await prepare(worker, path, onProvision('representative', await ofNote(clientId))));
    done(await forbid(worker, clientId, aMinorsBan([father])));
    for (const told of await bothOf(path)) expect(rulesOf(told)).toEqual(['disclosure.minorsBan']);
  });

  test('is taken away when the request is refused or nobody asks any more', async () => {
    const clientId = await aClient(world, worker);
    const police = aRequest({ requester: 'police', purpose: 'threatAssessment', name: 'Poliisi' });
    const path = await requested(worker, clientId, police);
    done(await prepare(worker, path, onProvision('policeThreat', await ofNote(clientId))));
    const pieces = async () =>
      (await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'documentPiece').length;
    const before = await pieces();
    const refusal = { outcome: 'withdrawn', reasons: 'Poliisi ei tarvitse tietoja.' };
    done(await worker.call('POST', `${path}/refuse`, { body: refusal, version: 2 }));
    expect(await pieces()).toBe(before - 1);
    for (const told of await bothOf(path)) expect(told.json).toMatchObject({ code: 'disclosure.wrongState' });
  });
});

describe('a copy that was sent', () => {
  test('stays in the record, and is printed for no representative whom the minor has shut out since [K-11.4]', async () => {
    const { clientId, mother, father } = await minorWithCustodians(world, worker);
    const pieces = await ofNote(clientId);
    const sentTo = async (relationId: string, more: object, key = 'representative'): Promise<string> => {
      const by = { requester: 'representative', relationId, name: 'Edustaja', ...more };
      const path = await requested(worker, clientId, aRequest(by));
      done(await prepare(worker, path, onProvision(key, pieces)));
      done(await send(worker, path));
      return path;
    };
    const toFather = await sentTo(father, { purpose: 'rightsOfClient' });
    const toMother = await sentTo(mother, { purpose: 'rightsOfClient' });
    const asParty = await sentTo(father, { purpose: 'partyAccess' }, 'partyAccess');
    done(await forbid(worker, clientId, aMinorsBan([father])));
    const printed = await worker.call('GET', `${toFather}/copy/print`);
    expect([printed.status, printed.json['code']]).toEqual([403, 'disclosure.minorsBan']);
    expect((await worker.call('GET', `${toFather}/copy`)).status).toBe(200);
    for (const path of [toMother, asParty]) {
      expect((await worker.call('GET', `${path}/copy/print`)).status).toBe(200);
    }
  });
});

test('the letter of a question that rests on a consent is not printed once the consent was taken back', async () => {
  const clientId = await aClient(world, worker);
  const recipients = [{ kind: 'other', name: 'Esimerkkilän peruskoulu' }];
  const consent = await declared(worker, clientId, aConsent({ consentFor: 'source', recipients }));
  const question = {
    initiative: 'asked',
    on: '2026-11-24',
    form: 'electronic',
    addressee: 'educationProvider',
    purpose: 'needOfCare',
    ground: { kind: 'consent', declarationId: consent },
    name: 'Esimerkkilän peruskoulu',
    asked: 'Poissaolot ja koulun antama tuki syksyllä 2026.',
    necessity: 'Tuen tarvetta ei voi arvioida ilman koulun tietoja.',
  };
  const at = `${disclosuresAt(clientId)}/sources`;
  const asked = await worker.call('POST', at, { body: question });
  expect(asked.status, asked.body).toBe(201);
  const letter = `${at}/${text(asked, 'sourceRequestId')}/letter`;
  expect((await worker.call('GET', letter)).status).toBe(200);
  done(await withdraw(worker, clientId, consent));
  expect(rulesOf(await worker.call('GET', letter))).toEqual(['source.consentInForce']);
});
