import { describe, expect, test } from 'vitest';
import { EntryTypeKey } from '../../shared/documents/entry-type.ts';
import type { ServiceTask } from '../../shared/domain/service-tasks.ts';
import type { SocialService } from '../../shared/domain/social-services.ts';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { anEntry, ENTRY_NEEDS, newClient, openTestCase, Page, pageOf, write } from '../support/case-notes.ts';
import { PROFILES, worldOf, worldsOf } from '../support/controllers.ts';
import { dumpOf } from '../support/dump.ts';
import type { Worker } from '../support/world.ts';

/** What five controllers promise of the client narrative, each under its own settings. */

const entriesOf = async (worker: Worker, clientId: ClientId) =>
  Page.parse((await pageOf(worker, clientId)).json).notes;

describe('the narrative', () => {
  test('takes every national kind of entry and gives it back [U-5.5, J-2.4, K-6.9]', async () => {
    for (const world of await worldsOf(['U', 'J', 'K'])) {
      const worker = await world.worker('implementing', {
        services: ['socialWork', 'institutionalCare'],
        serviceTasks: ['childWelfare'],
      });
      const arranger = await world.worker('broadResponsibility');
      const clientId = await newClient(world, arranger, { code: '010190-900P' });
      for (const entryType of EntryTypeKey.options) {
        const content = { socialServices: ['socialWork'], ...ENTRY_NEEDS[entryType] };
        const told = await write(
          worker,
          clientId,
          anEntry({ entryType, serviceTasks: ['childWelfare'] }, content),
        );
        expect(told, `${entryType} ${told.body}`).toMatchObject({ status: 201 });
        expect((await worker.call('GET', String(told.headers['location']))).json).toMatchObject({
          entryType,
          content,
        });
      }
    }
  });

  test('in Joutsa tells a meeting, a home visit, what was agreed, a call and a measure apart [J-1.21, J-1.19]', async () => {
    const world = await worldOf(PROFILES.J);
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const kinds = [
      anEntry({}, { channel: 'visit', participants: ['Aino Esimerkki, asiakas'] }),
      anEntry({}, { channel: 'homeVisit', place: 'Asiakkaan koti' }),
      anEntry({ entryType: 'negotiation' }, { agreed: 'Koulu seuraa poissaoloja.' }),
      anEntry({}, { channel: 'phone' }),
      anEntry({ entryType: 'serviceStart' }, { text: 'Perhetyö alkoi.', socialServices: ['familyWork'] }),
    ];
    for (const entry of kinds) expect(await write(worker, clientId, entry)).toMatchObject({ status: 201 });
    const notes = await entriesOf(worker, clientId);
    for (const { entryType, content } of kinds) {
      expect(notes).toContainEqual(
        expect.objectContaining({ entryType, content: expect.objectContaining(content) }),
      );
    }
  });

  test('in Joutsa lies in the register of the controller alone, and is read there a year later [J-7.1]', async () => {
    const world = await worldOf(PROFILES.J);
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    await write(worker, clientId);
    const ofClient = (await dumpOf(world.services, 'records')).filter(
      (item) => item['clientId'] === clientId,
    );
    expect(ofClient.length).toBeGreaterThan(1);
    for (const { pk } of ofClient) expect(pk).toMatch(/^KEUSOTE#/);
    world.clock.advance(365 * 24 * 60);
    expect(await entriesOf(worker, clientId)).toMatchObject([
      { content: { text: 'Kotikäynti sujui hyvin.' } },
    ]);
  });

  test('in Joutsa tells a visit that took place from one that was cancelled [J-2.3]', async () => {
    const world = await worldOf(PROFILES.J);
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const happened = { eventAt: '2026-11-23T08:00:00.000Z', eventUntil: '2026-11-23T09:00:00.000Z' };
    await write(worker, clientId, anEntry(happened, { channel: 'homeVisit' }));
    await write(worker, clientId, anEntry({ entryType: 'cancellation' }, { channel: 'homeVisit' }));
    expect(await entriesOf(worker, clientId)).toMatchObject([
      { entryType: 'cancellation' },
      { entryType: 'meetingOrContact', ...happened },
    ]);
  });

  test('in Uusikaupunki keeps what came by phone with its channel, who wrote it and when [U-6.11, U-6.5]', async () => {
    const world = await worldOf(PROFILES.U);
    const worker = await world.worker('broadResponsibility', { name: 'Kaisa Niemi' });
    const clientId = await newClient(world, worker);
    const source = { kind: 'authority', channel: 'phone' };
    const byPhone = { text: 'Kela: asumistuki myönnetty 1.11. alkaen.', channel: 'phone', source };
    const fromClient = {
      text: 'Kertoo jääneensä työttömäksi.',
      source: { kind: 'client', channel: 'visit' },
    };
    for (const content of [byPhone, fromClient]) {
      const told = await write(worker, clientId, anEntry({}, content));
      expect((await worker.call('GET', String(told.headers['location']))).json).toMatchObject({
        content,
        author: { name: 'Kaisa Niemi', post: 'sosiaalityöntekijä' },
        eventAt: '2026-11-24T08:30:00.000Z',
        writtenAt: world.clock.now(),
      });
    }
  });

  test('in Keski-Uusimaa keeps data under the service in whose use they arose [K-10.7]', async () => {
    const world = await worldOf(PROFILES.K);
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    await write(worker, clientId, anEntry({}, { socialServices: ['familyWork'] }));
    expect(await entriesOf(worker, clientId)).toMatchObject([
      { serviceTasks: ['families'], socialServices: ['familyWork'] },
    ]);
    const taskless = anEntry({ serviceTasks: [] });
    expect(await write(worker, clientId, taskless)).toMatchObject({ status: 400 });
  });

  test('in Keski-Uusimaa says from whom data were obtained, what, when and on what ground [K-10.10]', async () => {
    const world = await worldOf(PROFILES.K);
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const details = {
      tietojen_pyytamisen_paivamaara: '2026-11-20',
      perustelu: 'Laki 703/2023 64 §',
      pyydetyt_tiedot: 'Koulun lausunto',
      saadut_tiedot: 'Lausunto poissaoloista',
      tietojen_saamisen_paivamaara: '2026-11-24',
      tiedot_antanut_henkilo: [{ sukunimi: 'Laine', etunimet: 'Petri', organisaatio: 'Mäen koulu' }],
    };
    const told = await write(worker, clientId, anEntry({ entryType: 'informationRequest' }, { details }));
    expect(told, told.body).toMatchObject({ status: 201 });
    expect((await worker.call('GET', String(told.headers['location']))).json).toMatchObject({
      entryType: 'informationRequest',
      content: { details },
    });
  });
});

test('without a client relationship or a matter at hand nothing is entered of a person [U-4.1, J-1.18]', async () => {
  for (const world of await worldsOf(['U', 'J'])) {
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker, { related: false });
    expect(await write(worker, clientId)).toMatchObject({
      status: 409,
      json: { code: 'note.noRelationship' },
    });
    expect(await entriesOf(worker, clientId)).toEqual([]);
    const caseId = await openTestCase(world, clientId);
    expect(await write(worker, clientId, anEntry({ caseId }))).toMatchObject({ status: 201 });
  }
});

describe('in Uusikaupunki the measures of a case are entered with their days', () => {
  /** A measure of each service, in a case of its service task. */
  async function measuresOf(rows: readonly (readonly [ServiceTask, SocialService])[]): Promise<void> {
    const world = await worldOf(PROFILES.U);
    const serviceTasks = [...new Set(rows.map(([task]) => task))];
    const worker = await world.worker('broadResponsibility', { serviceTasks });
    const clientId = await newClient(world, worker);
    for (const [task, service] of rows) {
      const caseId: CaseId = await openTestCase(world, clientId, { serviceTasks: [task] });
      for (const [entryType, eventAt] of [
        ['serviceStart', '2026-03-02T07:00:00.000Z'],
        ['serviceEnd', '2026-11-20T08:00:00.000Z'],
      ] as const) {
        const measure = { entryType, caseId, serviceTasks: [task], eventAt };
        const told = await write(worker, clientId, anEntry(measure, { socialServices: [service] }));
        expect(told, told.body).toMatchObject({ status: 201 });
        expect((await worker.call('GET', String(told.headers['location']))).json).toMatchObject({
          ...measure,
          socialServices: [service],
        });
      }
    }
  }

  test('of child protection: open care, taking into care and substitute care [U-4.36]', async () => {
    await measuresOf([
      ['childWelfare', 'childWelfareOpenCare'],
      ['childWelfare', 'takingIntoCare'],
      ['childWelfare', 'substituteCare'],
    ]);
  });

  test('of rehabilitative work, informal care, substance work, social work and disability services [U-4.38]', async () => {
    await measuresOf([
      ['workingAge', 'rehabilitativeWork'],
      ['older', 'informalCareSupport'],
      ['substance', 'specialSubstanceServices'],
      ['workingAge', 'socialWork'],
      ['disability', 'personalAssistance'],
    ]);
  });
});

test('every document of a client carries the mark of secrecy with its ground, and nobody takes it off [U-11.1]', async () => {
  for (const world of await worldsOf(['U', 'K'])) {
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const told = await write(worker, clientId);
    const secrecy = { mark: 'secret', fi: 'Salassa pidettävä', grounds: ['703/2023 4 §', '703/2023 5 §'] };
    expect((await worker.call('GET', String(told.headers['location']))).json).toMatchObject({ secrecy });
    expect(await entriesOf(worker, clientId)).toMatchObject([{ secrecy }]);
    expect((await worker.call('GET', `/v1/clients/${clientId}`)).json).toMatchObject({
      notes: [{ secrecy }],
    });
    const document = await worker.call('GET', `/v1/clients/${clientId}/relationship-document`);
    expect(document.json).toMatchObject({ secrecy });
    expect(await write(worker, clientId, anEntry({ secrecy: null }))).toMatchObject({ status: 400 });
  }
});
