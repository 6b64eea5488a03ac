import { expect, test } from 'vitest';
import { MonthlyReport } from '../../shared/domain/statistics/report/report.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { readPdf } from '../support/read-pdf.ts';

/** It is Tuesday 24 November 2026. */

const REPORT = '/v1/statistics/reports/2026-11';

test('the monthly report shows each figure beside the month before, as a chart and as a table, in three languages', async () => {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('broadResponsibility');
  const supervisor = await world.worker('supervisor');
  const mainUser = await world.worker('mainUser');
  const clientId = await newClient(world, worker, { name: 'Esimerkki Aino' });
  for (const eventAt of [
    '2026-10-30T08:30:00.000Z',
    '2026-11-23T08:30:00.000Z',
    '2026-11-24T06:30:00.000Z',
  ]) {
    await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, { body: anEntry({ eventAt }) });
  }
  const told = MonthlyReport.parse((await supervisor.call('GET', REPORT)).json);
  expect(told).toMatchObject({ before: '2026-10', for: 'ownUnits', isOver: false });
  const workOf = ({ definitions }: MonthlyReport) =>
    definitions.find(({ definitionId }) => definitionId === 'workDone');
  expect(workOf(told)).toMatchObject({
    month: expect.arrayContaining([{ measure: 'entries', value: 2 }]),
    before: expect.arrayContaining([{ measure: 'entries', value: 1 }]),
    by: 'unit',
    parts: expect.arrayContaining([{ measure: 'entries', key: world.units.families, value: 2 }]),
  });
  // Who supervises another unit sees nothing of these, and who supervises none has no figures of own units.
  const elsewhere = await world.worker('supervisor', { unitIds: [world.units.adults] });
  expect(workOf(MonthlyReport.parse((await elsewhere.call('GET', REPORT)).json))?.parts).toEqual([]);
  expect((await mainUser.call('GET', REPORT)).json['code']).toBe('access.notAllowed');

  const page = (await supervisor.call('GET', `${REPORT}/print`)).body ?? '';
  expect(page).toContain('Kuukausi on kesken');
  expect(page).toContain('<svg role="img" aria-labelledby="chart-workDone-title chart-workDone-about"');
  expect(page).toContain('<title id="chart-workDone-title">Asiakkaat ja asiakastyö 2026-11</title>');
  // The bar of the month is filled, that of the month before outlined, and both numbers stand in the table.
  expect(page).toMatch(/<rect [^>]*fill="#0f3554"\/>/);
  expect(page).toMatch(/<rect [^>]*fill="#ffffff" stroke="#0f3554"\/>/);
  expect(page).toContain(
    '<tr><td>Asiakaskertomusmerkintöjä</td><td class="right">2</td><td class="right">1</td></tr>',
  );
  expect(page).not.toMatch(/Esimerkki|style="/);
  for (const [language, title] of [
    ['sv', 'Månadsrapport 2026-11'],
    ['en', 'Monthly report 2026-11'],
  ]) {
    expect((await supervisor.call('GET', `${REPORT}/print?language=${language}`)).body).toContain(
      `<title>${title}</title>`,
    );
  }

  world.clock.set(Instant.parse('2026-12-01T08:00:00.000Z'));
  const publish = { definitionId: 'workDone', period: '2026-11' };
  expect((await mainUser.call('POST', '/v1/statistics/publications', { body: publish })).status).toBe(201);
  const printed = await mainUser.call('GET', `${REPORT}/print?for=publication&form=pdf`, {
    headers: { accept: 'application/pdf' },
  });
  expect(printed.status).toBe(200);
  const pdf = await readPdf(printed.bytes ?? new Uint8Array());
  expect(pdf).toMatchObject({ isTagged: true, conformance: '2A', title: 'Kuukausiraportti 2026-11' });
  expect(pdf.structure.join('\n')).toMatch(/Figure.*Pylväskuvio/);
  expect(pdf.pages.map(({ text }) => text).join(' ')).toContain('suojattu');
  const published = MonthlyReport.parse((await mainUser.call('GET', `${REPORT}?for=publication`)).json);
  expect(workOf(published)?.month).toContainEqual({ measure: 'entries', hidden: true });
  // What was not published is in no report for publication.
  expect(published.definitions).toHaveLength(1);
  expect(published.definitions[0]?.before).toEqual([]);
});
