import { beforeAll, describe, expect, test } from 'vitest';
import { write } from '../support/case-notes.ts';
import { COUNTIES, type Desk, deskOf } from '../support/county-desks.ts';
import { text } from '../support/people.ts';
import { besideAt, corrected, noteAt, REASON } from '../support/put-right.ts';
import {
  done,
  letter,
  packaged,
  REASONS,
  recorded,
  requestsOf,
  rulesOf,
  step,
  waitingOf,
} from '../support/subject-requests.ts';

/** The rights of (EU) 2016/679 from arrival to the end, as three controllers have chosen to answer them. */

describe.each(COUNTIES)('$name', (county) => {
  const { form, notForm, addressee, grants, rectifies, refuses, other, mode, notMode } = county;
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOf(county);
  });
  const asked = (kind: string, more: object = {}): Promise<string> =>
    recorded(desk.worker, desk.clientId, { kind, form, receivedOn: '2026-11-20', ...more });
  const named = (id = desk.noteId) => ({ targets: [{ kind: 'caseNote', id }] });
  const contentOf = async (id: string): Promise<unknown> =>
    (await desk.worker.call('GET', noteAt(desk.clientId, id))).json['content'];

  test('inspection: in the controller’s form, to its office, decided by whom it names, given in its way to somebody who was identified', async () => {
    const { worker, clientId, as } = desk;
    const early = await worker.call('POST', requestsOf(clientId), {
      body: {
        kind: 'inspection',
        receivedOn: '2026-11-20',
        form: notForm,
        asker: 'client',
        words: 'Tietoni.',
      },
    });
    expect(early.json).toMatchObject({ formAccepted: false, addressee, dueOn: '2026-12-21' });
    const path = await asked('inspection');
    const grant = { outcome: 'granted', delivery: { mode } };
    expect(await step(as(other), path, 'decide', grant)).toMatchObject({
      status: 403,
      json: { code: 'subjectRequest.otherDecides' },
    });
    if (notMode !== undefined) {
      const wrongly = { ...grant, delivery: { mode: notMode } };
      expect(rulesOf(await step(as(grants), path, 'decide', wrongly))).toEqual([
        422,
        'subjectRequest.deliveryChosen',
      ]);
    }
    await done(as(grants), path, 'decide', grant);
    const onNeed = await step(as(grants), path, 'identity', { result: 'notNeeded' });
    if (county.identityAlways) {
      expect(rulesOf(onNeed)).toEqual([422, 'subjectRequest.identityRequired']);
      await done(as(grants), path, 'identity', { result: 'identityDocument' });
    } else expect(onNeed.status).toBe(200);
    await packaged(as(grants), path);
    await done(as(grants), path, 'deliver', { on: '2026-11-24', mode });
    expect((await as(grants).call('GET', path)).json).toMatchObject({ state: 'done', delivered: { mode } });
  });

  test('rectification and completion: the own view is kept, what is wrong is corrected by whom the controller lets, and the request ends when it was', async () => {
    const { world, worker, colleague, as, clientId, noteId } = desk;
    const place = { world, head: as(rectifies), worker, clientId, noteId };
    const path = await asked('rectification', named());
    await done(as(rectifies), path, 'identity', { result: 'identityDocument' });
    await done(as(rectifies), path, 'statements', {
      target: { kind: 'caseNote', id: noteId },
      words: 'En ollut silloin kotona.',
    });
    expect((await worker.call('GET', besideAt(clientId, noteId, 'statements'))).json).toMatchObject({
      statements: [{ words: 'En ollut silloin kotona.' }],
    });
    await done(as(rectifies), path, 'identity', { result: 'identityDocument' });
    await done(as(rectifies), path, 'decide', { outcome: 'granted' });
    expect(rulesOf(await step(as(rectifies), path, 'carried-out', named()))).toEqual([
      422,
      'subjectRequest.putRight',
    ]);
    world.clock.advance(1);
    const { version } = (await worker.call('GET', noteAt(clientId, noteId))).json;
    const byColleague = await corrected(colleague, place, REASON, Number(version));
    expect(byColleague.status).toBe(county.anyoneCorrects ? 200 : 403);
    if (!county.anyoneCorrects)
      expect((await corrected(worker, place, REASON, Number(version))).status).toBe(200);
    await done(as(rectifies), path, 'carried-out', named());
    expect((await as(rectifies).call('GET', path)).json).toMatchObject({
      state: 'done',
      carriedOut: [{ what: 'statement' }, { what: 'corrected' }],
    });
  });

  test('erasure: what is not needed is removed with a mark, or the law is told for which nothing is', async () => {
    const { world, worker, as, clientId } = desk;
    const id = text(await write(worker, clientId), 'noteId');
    const path = await asked('erasure', named(id));
    await done(as(refuses), path, 'identity', { result: 'identityDocument' });
    if (county.erasure === 'refusedByLaw') {
      expect(rulesOf(await step(as(grants), path, 'decide', { outcome: 'granted' }))).toEqual([
        422,
        'subjectRequest.erasureByLaw',
      ]);
      await done(as(refuses), path, 'decide', {
        outcome: 'refused',
        grounds: ['noErasureRight'],
        reasons: REASONS,
      });
      expect(await letter(as(refuses), path)).toContain('17 art. 3 kohta c alakohta');
      expect(await contentOf(id)).toBeDefined();
      return;
    }
    await done(as(grants), path, 'decide', { outcome: 'granted' });
    world.clock.advance(1);
    const removed = await worker.call('POST', noteAt(clientId, id, '/remove'), {
      body: { reason: { ...REASON, ground: 'unnecessary' } },
      version: 1,
    });
    expect(removed.status, removed.body).toBe(200);
    await done(as(grants), path, 'carried-out', named(id));
    expect(await contentOf(id)).toBeUndefined();
  });

  test('restriction: kept only, for as long as it lasts, and lifted after the client was told', async () => {
    const { worker, as, clientId } = desk;
    const id = text(await write(worker, clientId), 'noteId');
    const path = await asked('restriction', named(id));
    await done(as(grants), path, 'decide', { outcome: 'granted' });
    if (county.identityAlways) {
      expect(await step(as(grants), path, 'limit')).toMatchObject({
        json: { code: 'subjectRequest.identityPending' },
      });
      await done(as(grants), path, 'identity', { result: 'identityDocument' });
    }
    await done(as(grants), path, 'limit');
    expect(await contentOf(id)).toBeUndefined();
    await done(as(grants), path, 'lift', { toldOn: '2026-11-24' });
    expect(await contentOf(id)).toBeDefined();
    expect(await letter(as(grants), path)).toContain('Käsittelyn rajoittaminen');
  });

  test('restriction: refused where it might seriously endanger somebody, by that provision (703/2023 § 12)', async () => {
    const { as } = desk;
    const path = await asked('restriction', named());
    await done(as(refuses), path, 'decide', {
      outcome: 'refused',
      grounds: ['restrictionEndangers'],
      reasons: REASONS,
    });
    const page = await letter(as(refuses), path);
    for (const said of ['703/2023 12 §', 'vakavaa vaaraa', REASONS]) expect(page).toContain(said);
  });

  test('objection: granted only where the processing rests on public authority, and then what is named is processed no more', async () => {
    const { worker, as, clientId } = desk;
    const id = text(await write(worker, clientId), 'noteId');
    const path = await asked('objection', named(id));
    const granted = await step(as(grants), path, 'decide', { outcome: 'granted' });
    const weighed = { outcome: 'refused', grounds: ['compellingGrounds'], reasons: REASONS };
    if (!county.mayBeObjectedTo) {
      expect(rulesOf(granted)).toEqual([422, 'subjectRequest.objectionByBasis']);
      expect(rulesOf(await step(as(refuses), path, 'decide', weighed))).toEqual([
        422,
        'subjectRequest.objectionByBasis',
      ]);
      await done(as(grants), path, 'withdraw');
      return;
    }
    expect(granted.status, granted.body).toBe(200);
    await done(as(grants), path, 'identity', { result: 'identityDocument' });
    await done(as(grants), path, 'limit');
    expect(await contentOf(id)).toBeUndefined();
    const unnamed = await asked('objection');
    expect(rulesOf(await step(as(grants), unnamed, 'decide', { outcome: 'granted' }))).toEqual([
      422,
      'subjectRequest.objectedNamed',
    ]);
    await done(as(refuses), unnamed, 'decide', weighed);
  });

  test('objection: refused by whoever issues certificates, for the duty that the processing rests on, with the complaint', async () => {
    const { as, clientId } = desk;
    const path = await asked('objection');
    const refusal = { outcome: 'refused', grounds: ['objectionNotApplicable'], reasons: REASONS };
    expect(await step(as(other), path, 'decide', refusal)).toMatchObject({
      json: { code: 'subjectRequest.otherDecides' },
    });
    if (grants !== refuses) expect((await step(as(grants), path, 'decide', refusal)).status).toBe(403);
    await done(as(refuses), path, 'decide', refusal);
    const page = await letter(as(refuses), path);
    for (const said of ['21 art. 1 kohta', 'tehdä valitus valvontaviranomaiselle', REASONS]) {
      expect(page).toContain(said);
    }
    expect(await waitingOf(as(grants), clientId)).toMatchObject([{ kind: 'subjectRequest' }]);
  });
});
