import { expect, test } from 'vitest';
import { CaseId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { anEntry, newClient, pageOf, write } from '../support/case-notes.ts';
import { act, caseAt, openedCase } from '../support/cases.ts';
import { standingUnit } from '../support/deadlines.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { factsOf } from '../support/facts.ts';
import { actOn, inFileAt, matterAt } from '../support/intake.ts';
import { actsOf, documentsOf, done, glanceOf, pdfText, timesOfFile, underWay } from '../support/matters.ts';
import { NO_MEASURES, onSiblings } from '../support/siblings.ts';
import { givenTask } from '../support/tasks.ts';
import { testWorld } from '../support/world.ts';

const LONG = { timeout: 120_000 };

test(
  'a notification that leads to no measures ends in each child’s file with its reasons, and nothing is left running [U-5.18]',
  LONG,
  async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { name: 'Kaisa Vastuullinen' });
    const { matterId, aino, eino } = await onSiblings(world, worker);
    expect((await glanceOf(worker, aino)).underWay).toMatchObject({ matters: [{ matterId }] });
    done(await actOn(worker, inFileAt(aino, matterId), '/close', NO_MEASURES));
    expect(await underWay(worker, aino)).toEqual({});
    expect(await underWay(worker, eino)).toEqual({ matters: 1 });
    done(await actOn(worker, inFileAt(eino, matterId), '/close', NO_MEASURES));
    expect((await worker.call('GET', matterAt(matterId))).status).toBe(404);
    for (const [clientId, own, other] of [
      [aino, 'Aino', 'Eino'],
      [eino, 'Eino', 'Aino'],
    ] as const) {
      expect(await glanceOf(worker, clientId)).toMatchObject({ cases: [], lines: [{ what: 'document' }] });
      expect(await underWay(worker, clientId)).toEqual({});
      for (const { documentId } of await documentsOf(worker, clientId)) {
        const said = await pdfText(worker, clientId, documentId);
        expect(said).toContain('Perheellä on jo tarvittava tuki.');
        expect(said).toContain(own);
        expect(said).not.toContain(other);
        // The notifier asked not to be named: no print of the child's file names her.
        expect(said).not.toMatch(/Naapuri|000 0009/);
      }
      const acts = await actsOf(world, clientId);
      for (const event of ['MatterLinked', 'MatterClosed', 'DocumentPrinted']) expect(acts).toContain(event);
    }
    const handled = (await factsOf(world, '2026-11')).filter(({ kind }) => kind === 'matterHandled');
    expect(handled.map(({ code }) => code)).toEqual(['noMeasures', 'noMeasures']);
  },
);

test(
  'a case of two siblings is kept once: it closes in each file, and what is one child’s alone stays there',
  LONG,
  async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const aino = await newClient(world, worker, { name: 'Mallila Aino' });
    const eino = await newClient(world, worker, { name: 'Mallila Eino' });
    const caseId = await openedCase(world, worker, aino, { otherClientIds: [eino] });
    done(await write(worker, aino, anEntry({ caseId }, { text: 'Aino kertoi koulusta.' })));
    const ofEino = await finished(
      worker,
      eino,
      aDraft({ caseId, content: summaryOf('Eino on saanut kotipalvelua.') }),
    );
    expect((await pageOf(worker, eino)).body).not.toContain('koulusta');
    expect(await documentsOf(worker, aino)).toEqual([]);
    expect(await pdfText(worker, eino, ofEino)).toContain('Eino on saanut kotipalvelua.');
    done(await act(worker, eino, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' }));
    for (const clientId of [aino, eino]) {
      expect(await glanceOf(worker, clientId)).toMatchObject({ cases: [] });
      expect((await worker.call('GET', caseAt(clientId, caseId))).json).toMatchObject({ state: 'closed' });
      expect(await actsOf(world, clientId)).toContain('CaseClosed');
    }
    const closed = (await factsOf(world, '2026-11')).filter(({ kind }) => kind === 'caseClosed');
    expect(closed).toHaveLength(1);
  },
);

test(
  'a case is transferred to another unit with its times and tasks, which the receiver sees at a glance',
  LONG,
  async () => {
    const world = await testWorld();
    await standingUnit(world, world.units.adults);
    const worker = await world.worker('broadResponsibility');
    const receiver = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const supervisor = await world.worker('supervisor', { unitIds: [world.units.adults] });
    const { matterId, aino } = await onSiblings(world, worker);
    const opened = await actOn(worker, inFileAt(aino, matterId), '/open-case', {
      name: 'Tarpeen selvittäminen',
      unitId: world.units.families,
      responsibleWorkerId: worker.userId,
      grounds: 'Ilmoitus edellyttää selvittämistä.',
    });
    const caseId = CaseId.parse(done(opened)['caseId']);
    await givenTask(world, worker, aino, { caseId });
    const asked = { toUnitId: world.units.adults, reason: 'Perhe on muuttanut.' };
    const { transferId } = done(await act(worker, aino, caseId, 'transfers', asked));
    expect(await underWay(worker, aino)).toMatchObject({ transfers: 1, tasks: 1 });
    const transfer = `${caseAt(aino, caseId)}/transfers/${String(transferId)}`;
    const body = { responsibleWorkerId: receiver.userId };
    done(await supervisor.call('POST', `${transfer}/accept`, { body, version: 2 }));
    expect((await glanceOf(receiver, aino)).underWay).toMatchObject({
      transfers: [],
      tasks: [{ unitId: world.units.adults }],
      deadlines: expect.arrayContaining([
        expect.objectContaining({ rule: 'protectionAssessmentStart', unitId: world.units.adults }),
      ]),
    });
    done(await write(receiver, aino, anEntry({ caseId, serviceTasks: ['childWelfare'] })));
    const acts = await actsOf(world, aino);
    for (const event of ['CaseOpenedFromMatter', 'TaskGiven', 'TransferProposed', 'TransferAccepted']) {
      expect(acts).toContain(event);
    }
  },
);

test(
  'an assessment is begun late all the same; the time asks for its reason until it is recorded',
  LONG,
  async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const { matterId, aino } = await onSiblings(world, worker);
    const opened = await actOn(worker, inFileAt(aino, matterId), '/open-case', {
      name: 'Tarpeen selvittäminen',
      unitId: world.units.families,
      responsibleWorkerId: worker.userId,
      grounds: 'Ilmoitus edellyttää selvittämistä.',
    });
    const caseId = CaseId.parse(done(opened)['caseId']);
    // Seven working days end on the third of December.
    world.clock.set(Instant.parse('2026-12-07T10:00:00.000Z'));
    expect((await glanceOf(worker, aino)).underWay).toMatchObject({
      deadlines: expect.arrayContaining([
        expect.objectContaining({ rule: 'protectionAssessmentStart', late: true, reasonMissing: true }),
      ]),
    });
    const begin = { body: { caseId, responsibleWorkerId: worker.userId } };
    done(await worker.call('POST', `/v1/assessments/clients/${aino}/assessments`, begin));
    expect(await timesOfFile(worker, aino)).toMatchObject({ protectionAssessmentStart: 'lateMet' });
    const unexplained = () =>
      worker.call('GET', `/v1/deadlines/units/${world.units.families}?list=unexplained`);
    const waiting: { deadlineId: string; version: number; clientId?: string }[] =
      done(await unexplained())['deadlines'] ?? [];
    const own = waiting.filter(({ clientId }) => clientId === aino);
    expect(own).toHaveLength(1);
    for (const { deadlineId, version } of own) {
      const reason = { reason: 'clientNotReached', words: 'Perhettä ei tavoitettu.' };
      const path = `/v1/deadlines/clients/${aino}/deadlines/${deadlineId}`;
      done(await worker.call('POST', `${path}/lateness`, { body: reason, version }));
      expect((await worker.call('GET', path)).json).toMatchObject({ ...reason, reasonMissing: false });
    }
    const left: { clientId?: string }[] = done(await unexplained())['deadlines'] ?? [];
    expect(left.filter(({ clientId }) => clientId === aino)).toEqual([]);
    expect(await actsOf(world, aino)).toContain('LatenessRecorded');
  },
);
