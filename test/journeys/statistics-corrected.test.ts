import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { AT, begun } from '../support/assessments.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { standingUnit } from '../support/deadlines.ts';
import { linesOf } from '../support/dump.ts';
import { text } from '../support/people.ts';
import { nightOfStatistics } from '../support/statistics-night.ts';
import type { World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

const EXPORTS = '/v1/statistics/exports';
const at = (world: World, moment: string) => world.clock.set(Instant.parse(moment));

test('an officer reads the figures and how each is defined, exports the half year of child welfare, finds one wrong source entry, has it corrected, and the new edition says what became different [done when]', async () => {
  const world = await worldOf(PROFILES.J);
  const worker = await world.worker('broadResponsibility');
  const supervisor = await world.worker('supervisor');
  const officer = await world.worker('mainUser');
  const unit = world.units.families;
  await standingUnit(world, unit);
  // The assessment was begun on 2 December, within the seven working days; it was recorded on the 8th.
  const { clientId, caseId, told } = await begun(world, worker, '2026-12-08T08:00:00.000Z');
  const assessmentId = text(told, 'assessmentId');
  const other = await newClient(world, worker, { name: 'Olematon Veera' });
  await openedCase(world, worker, other, { serviceTasks: ['families'] });

  // This month's figures, and what each of them is.
  const ofTimes = 'childWelfareProcessingTimes';
  const month = await supervisor.call('GET', `/v1/statistics/figures/${ofTimes}?period=2026-12`);
  expect(month.json).toMatchObject({
    isOver: false,
    figures: expect.arrayContaining([{ measure: 'begunLate', value: 1 }]),
  });
  expect((await officer.call('GET', '/v1/statistics/definitions')).json).toMatchObject({
    definitions: expect.arrayContaining([
      expect.objectContaining({ id: 'workDone', version: expect.any(Number), source: expect.any(String) }),
      expect.objectContaining({ id: ofTimes, source: expect.stringContaining('417/2007') }),
    ]),
  });

  // The half year, once it is over: nothing was begun in time, one late.
  at(world, '2027-04-01T08:00:00.000Z');
  const period = '2026-10..2027-03';
  const thl = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };
  const half = { definitionId: ofTimes, period, use: thl };
  expect((await officer.call('POST', EXPORTS, { body: half })).json).toMatchObject({ edition: 1 });
  expect((await officer.call('GET', `${EXPORTS}/${ofTimes}/${period}/1`)).json).toMatchObject({
    rows: expect.arrayContaining([{ measure: 'begunLate', value: 1 }]),
  });

  // The supervisor of the unit looks into what the figure is of: no person is in it, and none for anybody else.
  const asked = `definition=${ofTimes}&measure=begunLate`;
  const sources = `/v1/statistics/units/${unit}/sources`;
  const made = await supervisor.call('GET', `${sources}?${asked}&period=${period}`);
  expect(made.json).toMatchObject({
    sources: [{ kind: 'assessmentBegun', on: '2026-12-08', days: 14, inTime: false, times: 1 }],
  });
  expect(made.body).not.toMatch(/person|client|Esimerkki/);
  const elsewhere = await world.worker('supervisor', { unitIds: [world.units.adults] });
  for (const who of [officer, worker, elsewhere]) {
    expect((await who.call('GET', `${sources}?${asked}&period=${period}`)).status).toBe(403);
    expect((await who.call('GET', `${sources}/2026-12-08/cases?${asked}`)).status).toBe(403);
  }
  // It is to be looked for in the one case of the unit whose client stands behind it, and the log names whom it was led to.
  const found = await supervisor.call('GET', `${sources}/2026-12-08/cases?${asked}`);
  expect(found.json).toMatchObject({
    cases: [{ caseId, clientId, client: { family: 'Esimerkki', given: 'Aino' } }],
    others: 0,
  });
  expect(await linesOf(world.services)).toContainEqual(
    expect.objectContaining({ eventName: 'StatisticsSourceCasesFound', clients: [clientId] }),
  );
  expect((await supervisor.call('GET', `${sources}/2026-12-07/cases?${asked}`)).json).toEqual({
    cases: [],
    others: 0,
  });

  // The assessment of that case is found and corrected in the file, under its own rules.
  expect((await worker.call('GET', AT(clientId))).json).toMatchObject({
    assessments: [{ assessmentId, caseId, begunOn: '2026-12-08', version: 1 }],
  });
  const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Kirjattiin vasta myöhemmin.' };
  const corrected = await worker.call('POST', `${AT(clientId)}/${assessmentId}/correct`, {
    version: 1,
    body: { begunOn: '2026-12-02', reason },
  });
  expect(corrected.status, corrected.body).toBe(200);

  // The run of the next morning counts anew: it is another edition, which says in a sentence what became different.
  at(world, '2027-04-02T01:30:00.000Z');
  expect(await nightOfStatistics(world)).toMatchObject({ failed: 0 });
  expect((await officer.call('GET', `${EXPORTS}/${ofTimes}/${period}/2`)).json).toMatchObject({
    rows: expect.arrayContaining([
      { measure: 'begunInTime', value: 1 },
      { measure: 'begunLate', value: 0 },
    ]),
  });
  const differences = `${EXPORTS}/${ofTimes}/${period}/2/differences`;
  const page = (await officer.call('GET', differences)).body ?? '';
  expect(page).toContain('<p>Selvitys aloitettu 7 arkipäivässä, yhteensä: oli 0, on nyt 1.</p>');
  expect(page).toContain('<p>Selvitys aloitettu myöhemmin, yhteensä: oli 1, on nyt 0.</p>');
  expect(page).toMatch(/<p>Selvitys aloitettu myöhemmin, yksikkö [^:<]+: oli 1, on nyt 0\.<\/p>/);
  expect(page).not.toContain(unit);
  const english = (await officer.call('GET', `${differences}?language=en`)).body ?? '';
  expect(english).toContain('in all: was 1, is now 0.');
  expect(english).toContain('2.4.2027 at');
  expect(english).not.toContain('klo');
  expect((await officer.call('GET', `${differences}?form=csv`)).body).toContain('begunLate,,,1,0\r\n');
  const first = await officer.call('GET', `${EXPORTS}/${ofTimes}/${period}/1/differences`);
  expect(first.body).toContain('Tämä on jakson ensimmäinen painos.');
});
