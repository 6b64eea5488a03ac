import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { UnitId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { setUpUnits } from '../../shared/setup.ts';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  aBan,
  aClient,
  aConsent,
  aMinorsBan,
  aPermit,
  aRequest,
  declared,
  disclosuresAt,
  forbid,
  minorWithCustodians,
  onConsent,
  prepare,
  related,
  requested,
  send,
} from '../support/disclosures.ts';
import { aDraft, finished, summaryOf } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { changedTo, FROM_CLIENT, inventedCode, text } from '../support/people.ts';
import { asPage, asPdf, bytesOf } from '../support/prints.ts';
import { readPdf } from '../support/read-pdf.ts';
import type { Worker, World } from '../support/world.ts';

/** What is given to others on paper: the copy as it was sent, and the client's permits and bans. */

let world: World;
let worker: Worker;
beforeAll(async () => {
  world = await worldOf(PROFILES.U);
  worker = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
});

/** A page without its style, and with ids that are new each time as dots. */
const pageOf = (html: string | undefined): string =>
  (html ?? '').replace(/<style>[\s\S]*<\/style>\n/, '').replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, '…');
const LANGUAGES = ['fi', 'sv'] as const;
const SINCE = LocalDate.parse('2020-01-01');

describe('a copy on paper', () => {
  test('says what is given, to whom and on which ground, and once sent is the same for ever [U-7.2]', async () => {
    const code = inventedCode(LocalDate.parse('1980-05-05'), 931);
    const clientId = await newClient(world, worker, { name: 'Mallila Arvo', code });
    const base = { changes: { addresses: [{ street: 'Keksitty katu 5' }] }, source: FROM_CLIENT };
    done(await changedTo(worker, clientId, '/base-data', base, 'PATCH'));
    const content = summaryOf('Perhe on saanut kotipalvelua.\n\nNaapuri auttaa.');
    const documentId = await finished(worker, clientId, aDraft({ content }));
    const noteId = text(await write(worker, clientId, anEntry({}, { place: 'Koti' })), 'noteId');
    const consent = await declared(worker, clientId, aConsent({ scope: { of: 'controller' } }));
    const path = await requested(worker, clientId, aRequest());
    const pieces = [
      { kind: 'document', id: documentId },
      { kind: 'note', id: noteId },
    ];
    const print = (query = '') => asPage(worker, `${path}/copy/print${query}`);
    const pdfOf = async () => Buffer.from(bytesOf(await asPdf(worker, `${path}/copy/print`)));
    expect((await worker.call('GET', `${path}/copy/print`)).json).toMatchObject({
      code: 'disclosure.wrongState',
    });
    const wanted = onConsent(consent, pieces, {
      baseData: ['addresses'],
      leftOut: [{ id: noteId, places: ['/place'] }],
    });
    done(await prepare(worker, path, wanted));
    expect((await print()).body).toContain('EI VIELÄ LUOVUTETTU');
    done(await send(worker, path));
    for (const language of LANGUAGES) {
      const page = pageOf((await print(`?language=${language}`)).body);
      expect(page).not.toMatch(/Koti<|EI VIELÄ/);
      await expect(page).toMatchFileSnapshot(`golden/disclosed-copy-${language}.html`);
    }
    const first = await pdfOf();
    const pdf = await readPdf(first);
    expect([pdf.language, pdf.title, pdf.isTagged]).toEqual(['fi', 'Luovutettavat tiedot', true]);
    expect(pdf.structure.join('\n')).toContain('Perhe on saanut kotipalvelua.');
    // It is the same whoever prints it: of the other's unit nothing stands on it.
    const [own, another] = Object.values(world.units);
    if (own === undefined || another === undefined) throw new Error('two units at least');
    const of = (unitId: UnitId, fi: string) => ({ unitId, name: { fi }, serviceTasks: [], from: SINCE });
    const units = [of(own, 'Keksitty yksikkö'), of(another, 'Toinen yksikkö')];
    await setUpUnits(world.services, world.controller, units, 'test');
    world.clock.advance(2);
    const other = await world.worker('broadResponsibility', { unitIds: [another, own] });
    for (const by of [worker, other]) {
      const told = Buffer.from(bytesOf(await asPdf(by, `${path}/copy/print`)));
      expect(told.equals(first)).toBe(true);
    }
    // The document is corrected and days go by: what was sent is printed as it was.
    const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Päivä oli väärä.' };
    const entry = anEntry({}, { text: 'Kotikäynti peruuntui.' });
    const at = `/v1/case-notes/clients/${clientId}/notes/${noteId}/correct`;
    done(await worker.call('POST', at, { body: { entry, reason }, version: 1 }));
    world.clock.advance(3 * 24 * 60);
    expect((await pdfOf()).equals(first)).toBe(true);
    const lines = (await linesOf(world.services)).filter(
      ({ eventName }) => eventName === 'DisclosedCopyPrinted',
    );
    expect(lines.at(-1)?.resources.map(({ id }) => id)).toEqual(expect.arrayContaining([documentId, noteId]));
  });
});

const Findings = z.array(z.object({ rule: z.string(), path: z.string() }));

describe('permits and bans on paper', () => {
  test('are the national documents, in which nothing is missing but the fixed information text and the codes of lists that are not loaded', async () => {
    const own = await worldOf(PROFILES.U);
    const official = await own.worker('broadResponsibility');
    const code = inventedCode(LocalDate.parse('1980-05-05'), 932);
    const clientId = await newClient(own, official, { name: 'Mallila Aune', code });
    const personalIdentityCode = inventedCode(LocalDate.parse('1950-01-02'), 933);
    const guardian = await related(official, clientId, 'Eeva', {
      roles: ['guardian'],
      powers: 'Kaikki asiat',
      person: { name: { family: 'Edustaja', given: 'Eeva' }, personalIdentityCode },
    });
    const giver = { by: 'representative', relationId: guardian, because: 'cannotAssess' };
    const given = { giver, cannotAssess: 'Muistisairaus estää arvioimasta merkitystä.' };
    const documentId = await finished(official, clientId);
    await declared(official, clientId, aPermit(given));
    await declared(official, clientId, aBan(given));
    await declared(
      official,
      clientId,
      aBan({ scope: { of: 'serviceTasks', serviceTasks: ['childWelfare'] } }),
    );
    await declared(official, clientId, aBan({ scope: { of: 'documents', documentIds: [documentId] } }));
    const missing = {
      permit: ['document.fixedTextNotLoaded'],
      ban: ['document.fixedTextNotLoaded', 'document.codeMissing'],
    };
    for (const which of ['permit', 'ban'] as const) {
      const at = `${disclosuresAt(clientId)}/national/${which}`;
      const findings = Findings.parse((await official.call('GET', at)).json['findings']);
      expect(findings.map(({ rule }) => rule)).toEqual(missing[which]);
      for (const language of LANGUAGES) {
        const told = await asPage(official, `${at}/print?language=${language}`);
        await expect(pageOf(told.body)).toMatchFileSnapshot(`golden/${which}-${language}.html`);
      }
      expect((await readPdf(bytesOf(await asPdf(official, `${at}/print`)))).isTagged).toBe(true);
    }
  });

  test('are not handed to a representative whom a minor has shut out', async () => {
    const { clientId, father, mother } = await minorWithCustodians(world, worker);
    await declared(worker, clientId, aPermit());
    done(await forbid(worker, clientId, aMinorsBan([father])));
    const print = (relationId: string) =>
      worker.call('GET', `${disclosuresAt(clientId)}/national/permit/print?givenTo=${relationId}`);
    expect((await print(father)).json).toMatchObject({ code: 'disclosure.minorsBan' });
    expect((await print(mother)).status).toBe(200);
    expect((await linesOf(world.services)).flatMap(({ disclosure }) => disclosure ?? [])).toContainEqual(
      expect.objectContaining({ client: clientId, recipient: { kind: 'representative', reference: mother } }),
    );
    const nobody = await aClient(world, worker);
    const none = await worker.call('GET', `${disclosuresAt(nobody)}/national/ban/print`);
    expect(none.json).toMatchObject({ code: 'declaration.nothingDeclared' });
  });
});
