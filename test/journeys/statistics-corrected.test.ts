import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { begun } from '../support/assessments.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { standingUnit } from '../support/deadlines.ts';
import { linesOf } from '../support/dump.ts';
import { text } from '../support/people.ts';
import type { World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

const OWN = { kind: 'own', use: 'interimReport' };
const EXPORTS = '/v1/statistics/exports';
const at = (world: World, moment: string) => world.clock.set(Instant.parse(moment));

test('an officer reads the figures and how each is defined, exports the half year of child welfare, finds a wrong entry, has it corrected, and the new edition says what became different [done when]', async () => {
  const world = await worldOf(PROFILES.J);
  const worker = await world.worker('broadResponsibility');
  const supervisor = await world.worker('supervisor');
  const officer = await world.worker('mainUser');
  const unit = world.units.families;
  await standingUnit(world, unit);
  await begun(world, worker);
  const clientId = await newClient(world, worker, { name: 'Keksitty Oona' });
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['families'] });
  const other = await newClient(world, worker, { name: 'Olematon Veera' });
  await openedCase(world, worker, other, { serviceTasks: ['families'] });
  const notes = `/v1/case-notes/clients/${clientId}/notes`;
  // Written with the wrong month: the meeting was on 23 October.
  const body = { ...anEntry({ eventAt: '2026-11-23T08:30:00.000Z' }), caseId };
  const noteId = text(await worker.call('POST', notes, { body }), 'noteId');

  // This month's figures, and what each of them is.
  const month = await supervisor.call('GET', '/v1/statistics/figures/workDone?period=2026-11');
  expect(month.json).toMatchObject({
    isOver: false,
    figures: expect.arrayContaining([{ measure: 'entries', value: 1 }]),
  });
  expect((await officer.call('GET', '/v1/statistics/definitions')).json).toMatchObject({
    definitions: expect.arrayContaining([
      expect.objectContaining({ id: 'workDone', version: expect.any(Number), source: expect.any(String) }),
      expect.objectContaining({
        id: 'childWelfareProcessingTimes',
        source: expect.stringContaining('417/2007'),
      }),
    ]),
  });

  // The half year, once it is over, and the month.
  at(world, '2027-04-01T08:00:00.000Z');
  const half = { definitionId: 'childWelfareProcessingTimes', period: '2026-10..2027-03' };
  const thl = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };
  expect((await officer.call('POST', EXPORTS, { body: { ...half, use: thl } })).json).toMatchObject({
    edition: 1,
  });
  expect((await officer.call('GET', `${EXPORTS}/${half.definitionId}/${half.period}/1`)).json).toMatchObject({
    rows: expect.arrayContaining([{ measure: 'begunInTime', value: 1 }]),
  });
  const edition = { definitionId: 'workDone', period: '2026-11', use: OWN };
  expect((await officer.call('POST', EXPORTS, { body: edition })).json).toMatchObject({ edition: 1 });

  // The supervisor of the unit looks into what the figure is of: no person is in it, and none for anybody else.
  const asked = 'definition=workDone&measure=entries';
  const sources = `/v1/statistics/units/${unit}/sources`;
  const made = await supervisor.call('GET', `${sources}?${asked}&period=2026-11`);
  expect(made.json).toMatchObject({ sources: [{ kind: 'caseNoteFinalised', on: '2026-11-23', times: 1 }] });
  expect(made.body).not.toMatch(/person|client|Keksitty/);
  const elsewhere = await world.worker('supervisor', { unitIds: [world.units.adults] });
  for (const who of [officer, worker, elsewhere]) {
    expect((await who.call('GET', `${sources}?${asked}&period=2026-11`)).status).toBe(403);
    expect((await who.call('GET', `${sources}/2026-11-23/cases?${asked}`)).status).toBe(403);
  }
  // It is to be looked for in the one case of the unit whose client stands behind it, and the log names whom it was led to.
  const found = await supervisor.call('GET', `${sources}/2026-11-23/cases?${asked}`);
  expect(found.json).toMatchObject({
    cases: [{ caseId, clientId, client: { family: 'Keksitty', given: 'Oona' } }],
    others: 0,
  });
  expect(await linesOf(world.services)).toContainEqual(
    expect.objectContaining({ eventName: 'StatisticsSourceCasesFound', clients: [clientId] }),
  );
  expect((await supervisor.call('GET', `${sources}/2026-11-20/cases?${asked}`)).json).toEqual({
    cases: [],
    others: 0,
  });

  // The entry itself is found and corrected in the file, under its own rules.
  const narrative = await worker.call('GET', `/v1/case-notes/clients/${clientId}`);
  expect(narrative.status, narrative.body).toBe(200);
  expect(narrative.body).toContain(noteId);
  const { caseId: _, ...entry } = { ...body, eventAt: '2026-10-23T08:30:00.000Z' };
  const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Kuukausi oli väärä.' };
  const corrected = await worker.call('POST', `${notes}/${noteId}/correct`, {
    version: 1,
    body: { entry, reason },
  });
  expect(corrected.status, corrected.body).toBe(200);

  // Counted anew it is another edition, which says in a sentence what became different.
  expect((await officer.call('POST', EXPORTS, { body: edition })).json).toMatchObject({
    edition: 2,
    isNew: true,
  });
  const differences = `${EXPORTS}/workDone/2026-11/2/differences`;
  const page = (await officer.call('GET', differences)).body ?? '';
  expect(page).toContain('<p>Asiakaskertomusmerkintöjä, yhteensä: oli 1, on nyt 0.</p>');
  expect(page).toMatch(/<p>Asiakaskertomusmerkintöjä, yksikkö [^:<]+: oli 1, on nyt 0\.<\/p>/);
  expect(page).not.toContain(unit);
  expect((await officer.call('GET', `${differences}?language=en`)).body).toContain(
    'in all: was 1, is now 0.',
  );
  expect((await officer.call('GET', `${differences}?form=csv`)).body).toContain('entries,,,1,0\r\n');
  const first = await officer.call('GET', `${EXPORTS}/workDone/2026-11/1/differences`);
  expect(first.body).toContain('Tämä on jakson ensimmäinen painos.');
});
