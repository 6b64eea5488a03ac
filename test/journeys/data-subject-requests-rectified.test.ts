import { describe, expect, test } from 'vitest';
import { besideAt, corrected, placeOf } from '../support/put-right.ts';
import { done, handler, recorded, requestsOf, step, waitingOf } from '../support/subject-requests.ts';

/** Rectification on demand, as two more controllers promise it. */

const VIEW = 'En ollut silloin kotona, vaan siskoni luona.';

/** What is erroneous is demanded, decided, corrected and looked at. @returns the state of the request. */
async function rectified(letter: 'U' | 'K', form: string): Promise<unknown> {
  const place = await placeOf(letter, 'management');
  const { world, head, worker, clientId, noteId } = place;
  const targets = [{ kind: 'caseNote', id: noteId }];
  const path = await recorded(worker, clientId, {
    receivedOn: '2026-11-20',
    kind: 'rectification',
    form,
    targets,
  });
  expect(await waitingOf(head, clientId)).toMatchObject([{ receivedOn: '2026-11-20', late: false }]);
  await done(head, path, 'decide', { outcome: 'granted' });
  world.clock.advance(1);
  // Nobody has another's data changed by asking: who asks is identified first.
  expect(await step(head, path, 'carried-out', { targets })).toMatchObject({
    status: 409,
    json: { code: 'subjectRequest.identityPending' },
  });
  await done(head, path, 'identity', { result: 'identityDocument' });
  expect((await corrected(worker, place)).status).toBe(200);
  await done(head, path, 'carried-out', { targets });
  expect(await waitingOf(head, clientId)).toEqual([]);
  return (await head.call('GET', path)).json['state'];
}

describe('Uusikaupunki', () => {
  test('what is erroneous is rectified on demand, and waits by its age until it has been [U-10.3]', async () => {
    expect(await rectified('U', 'signedDocument')).toBe('done');
  });

  test('a request is a signed or verified document to the data-protection officer; erasure may be asked and granted [U-2.2, U-10.5, U-10.6]', async () => {
    const { world, head, worker, clientId, noteId } = await placeOf('U', 'management');
    const officer = await handler(world, 'dataProtectionOfficer');
    const body = { kind: 'erasure', receivedOn: '2026-11-20', asker: 'client', words: 'Poistakaa tietoni.' };
    for (const [form, formAccepted] of [
      ['signedDocument', true],
      ['verifiedDocument', true],
      ['visit', false],
    ] as const) {
      const told = await worker.call('POST', requestsOf(clientId), { body: { ...body, form } });
      expect(told.json).toMatchObject({ formAccepted, addressee: 'dataProtectionOfficer' });
    }
    // They stand in the queue of the officer to whom they go, who handles them from there.
    expect(await waitingOf(officer, clientId)).toHaveLength(3);
    const targets = [{ kind: 'caseNote', id: noteId }];
    const path = await recorded(worker, clientId, { ...body, form: 'signedDocument', targets });
    await done(officer, path, 'identity', { result: 'identityDocument' });
    await done(head, path, 'decide', { outcome: 'granted' });
    expect((await officer.call('GET', path)).json).toMatchObject({
      state: 'decided',
      form: 'signedDocument',
    });
  });
});

describe('Keski-Uusimaa', () => {
  test('what is erroneous is rectified on demand, and waits by its age until it has been [K-15.1]', async () => {
    expect(await rectified('K', 'form')).toBe('done');
  });

  test('what is incomplete is completed by an additional statement, kept with the data [K-15.2]', async () => {
    const place = await placeOf('K', 'management');
    const { head, worker, clientId, noteId } = place;
    const path = await recorded(worker, clientId, {
      receivedOn: '2026-11-20',
      kind: 'rectification',
      form: 'form',
      targets: [{ kind: 'caseNote', id: noteId }],
    });
    // Nobody's view is put beside it before it is known whose it is.
    expect(
      await step(head, path, 'statements', { target: { kind: 'caseNote', id: noteId }, words: VIEW }),
    ).toMatchObject({
      status: 409,
      json: { code: 'subjectRequest.identityPending' },
    });
    await done(head, path, 'identity', { result: 'identityDocument' });
    await done(head, path, 'statements', { target: { kind: 'caseNote', id: noteId }, words: VIEW });
    await done(head, path, 'decide', {
      outcome: 'refused',
      grounds: ['notErroneous'],
      reasons: 'Merkintä vastaa sitä, mitä käynnillä havaittiin.',
    });
    expect((await worker.call('GET', besideAt(clientId, noteId, 'statements'))).json).toMatchObject({
      statements: [{ words: VIEW }],
    });
  });
});
