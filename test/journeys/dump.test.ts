import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { folderIntake } from '../../infra/local/intake.ts';
import { faultFields, jsonLog } from '../../shared/application-log.ts';
import { CaseId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { currentVersion, MIGRATIONS } from '../../shared/table/migrations/register.ts';
import { anEntry } from '../support/case-notes.ts';
import { caseBody } from '../support/cases.ts';
import { dumpOf } from '../support/dump.ts';
import { betweenStore, named } from '../support/faults.ts';
import { leaksOf, textsOf } from '../support/leaks.ts';
import { inventedCode } from '../support/people.ts';
import { type Told, testWorld, type World } from '../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'sointu-dump-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Six invented people, each with data that stand nowhere else: whatever is found of them has leaked. */
const people = ['Vääräniemi', 'Öystilä', 'Åkerblad', 'Mc Leod-Hämäri', "D'Amicö", 'Zyskowicz'].map(
  (family, index) => {
    const letter = 'pqrstu'.charAt(index);
    return {
      name: { family: `${family}${letter}x`, given: `Tuisku${letter} Äijö${letter}` },
      formerNames: [{ family: `Entinen${letter}nimi`, given: `Tuisku${letter}` }],
      personalIdentityCode: inventedCode(LocalDate.parse(`195${index}-03-1${index}`)),
      formerIdentityCodes: [inventedCode(LocalDate.parse(`196${index}-07-2${index}`))],
      temporaryId: `TILAP-XQ${index}-77`,
      occupation: `hattutehtailija${letter}`,
      workplace: `Keksitty Konepaja ${letter}${letter} Oy`,
      addresses: [
        { street: `Kuvitelmankuja ${index}7 ${letter}`, postalCode: '32200', postOffice: `POSTILA${letter}` },
      ],
      contactAddress: { street: `Yhteysraitti 9${index}${letter}` },
      phones: [`+358 40 55${index} 777${index}`],
      emails: [`tuisku.${letter}@keksitty-posti.example`],
    };
  },
);
const notes = people.map((_, index) => ({
  text: `Kotikäynnillä puhuttiin hamsterista nro ${index}: häkki oli rikki, lapsi itki.`,
  agreed: `Sovittiin uudesta häkistä ${index} ja käynnistä perjantaina.`,
  place: `Puutarhamajan takahuone ${index}`,
  participants: [`Naapurin Reijo Kuvitteellinen${index}, tukihenkilö`],
  thirdPersons: [{ passage: `Reijon velkaantuminen ${index}`, about: `Reijo Kuvitteellinen${index}` }],
}));
const matters = people.map((_, index) => ({
  name: `Marsun huoltajuusriita ${index}`,
  description: `Talo ${index} jäi tyhjilleen ja marsu ilman hoitajaa.`,
}));
const reasons = ['Peruste: hamsteri olikin marsu', 'Poistetaan, sillä marsua ei ollut'];

const secrets = [...new Set([people, notes, matters, reasons].flatMap(textsOf))].filter(
  (text) => text.length > 5,
);

const leaksIn = (value: unknown): string[] => leaksOf(secrets, value);

function filesIn(place: string): string {
  return readdirSync(place, { withFileTypes: true })
    .map((entry) =>
      entry.isDirectory()
        ? filesIn(join(place, entry.name))
        : `${entry.name} ${readFileSync(join(place, entry.name), 'utf8')}`,
    )
    .join('\n');
}

let world: World;
const applicationLog: string[] = [];
const answers: Told[] = [];

/** Records, finds, reads, writes, corrects and removes; is refused; meets faults. */
beforeAll(async () => {
  world = await testWorld();
  const { services } = world;
  services.intake = folderIntake(folder);
  services.log = jsonLog(
    (line) => applicationLog.push(line),
    () => world.clock.now(),
  );
  const worker = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
  const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
  const call = async (...asked: Parameters<typeof worker.call>): Promise<Told> => {
    const told = await worker.call(...asked);
    answers.push(told);
    return told;
  };
  const done = (told: Told): Told => {
    expect(told.status, told.body).toBeLessThan(300);
    return told;
  };
  const Created = z.object({ clientId: z.string() });
  const Written = z.object({ noteId: z.string(), version: z.int() });
  for (const [index, baseData] of people.entries()) {
    const source = { kind: 'client', channel: 'visit' };
    const body = { baseData, source, unitId: world.units.families };
    const { clientId } = Created.parse(done(await call('POST', '/v1/clients', { body })).json);
    await world.drained();
    const file = `/v1/clients/${clientId}`;
    done(
      await call('POST', `${file}/relationship/start`, {
        version: 1,
        body: {
          startedOn: '2026-11-20',
          responsibleUnitId: world.units.families,
          ownWorkerId: worker.userId,
        },
      }),
    );
    const cases = `/v1/cases/clients/${clientId}/cases`;
    const opened = done(await call('POST', cases, { body: caseBody(world, matters[index]) }));
    const matter = `${cases}/${CaseId.parse(opened.json['caseId'])}`;
    done(await call('GET', matter));
    done(await call('GET', '/v1/cases/worklist/clients'));
    done(await call('GET', `/v1/cases/units/${world.units.families}/cases`));
    await call('PATCH', matter, { version: 7, body: { name: matters[index]?.name } });
    const end = { closedOn: '2026-11-24', ground: 'needEnded' };
    done(await call('POST', `${matter}/close`, { version: 1, body: end }));
    done(await call('GET', `/v1/cases/clients/${clientId}/closed`));
    const note = notes[index] ?? {};
    const record = `/v1/case-notes/clients/${clientId}/notes`;
    const first = Written.parse(done(await call('POST', record, { body: anEntry({}, note) })).json);
    const second = Written.parse(done(await call('POST', record, { body: anEntry({}, note) })).json);
    done(await call('POST', '/v1/case-notes/drafts', { body: { clientId, entry: anEntry({}, note) } }));
    done(await call('GET', `/v1/case-notes/clients/${clientId}`));
    done(
      await call('POST', `${record}/${first.noteId}/correct`, {
        version: first.version,
        body: {
          entry: anEntry({}, { ...note, place: 'toisaalla' }),
          reason: { ground: 'erroneous', initiator: 'client', words: reasons[0] },
        },
      }),
    );
    done(
      await call('POST', `${record}/${second.noteId}/remove`, {
        version: second.version,
        body: { reason: { ground: 'unnecessary', initiator: 'client', words: reasons[1] } },
      }),
    );
    done(
      await call('PATCH', `${file}/base-data`, {
        version: 2,
        body: { changes: { occupation: baseData.workplace }, source },
      }),
    );
    done(await call('GET', file));
    done(await call('GET', `${file}/base-data/history`));
    done(await call('POST', '/v1/clients/search', { body: { name: baseData.name.family } }));
    done(
      await call('POST', '/v1/clients/search', {
        body: { personalIdentityCode: baseData.personalIdentityCode },
      }),
    );
    await stranger.call('GET', file);
    // Refused: the same code, a wrong type, a broken word.
    await call('POST', '/v1/clients', { body });
    await call('POST', '/v1/clients', { body: { ...body, unitId: baseData.name.family } });
    await call('POST', '/v1/clients', { body: `{"${baseData.name.family}` });
    // Faults: the trail fails, the keys fail with words of their own.
    const store = betweenStore(services, async (asked) => {
      if (asked.name === 'PutCommand') throw named(`ValidationException`);
      return asked.send();
    });
    done(await call('GET', file));
    store.mend();
    world.clock.advance(10);
    const { vault } = services;
    services.vault = {
      ...vault,
      unwrap: () => Promise.reject(new Error(`could not open ${JSON.stringify(baseData)}`)),
    };
    expect((await call('GET', file)).status).toBe(500);
    services.vault = vault;
    await world.drained();
  }
});

/** Members of answers whose business it is to show a client's data. */
const SHOWN = new Set(['baseData', 'versions', 'hits', 'notes', 'cases', 'clients', 'otherClients']);

describe('nothing of a client can be read, in clear or in any spelling,', () => {
  test('in a dump of the three tables [L-9.21, L-9.1]', async () => {
    for (const table of ['records', 'keys', 'trail'] as const) {
      const items = await dumpOf(world.services, table);
      expect(items.length, table).toBeGreaterThan(people.length);
      expect(leaksIn(items), table).toEqual([]);
    }
  });

  test('in the application log', () => {
    expect(applicationLog.join('\n')).toContain('FAULT');
    expect(leaksIn(applicationLog)).toEqual([]);
  });

  test('in the intake of the archive', () => {
    expect(filesIn(folder)).toContain('ClientFileOpened');
    expect(leaksIn(filesIn(folder))).toEqual([]);
  });

  test('in the answers of writes, refusals and faults', () => {
    const spoken = answers.filter(
      ({ status, json }) => status >= 300 || !Object.keys(json).some((name) => SHOWN.has(name)),
    );
    expect(spoken.length).toBeGreaterThan(people.length * 8);
    expect(leaksIn(spoken)).toEqual([]);
  });
});

test('every stored item says what it is, in the schema version that this release writes', async () => {
  const items = [...(await dumpOf(world.services, 'records')), ...(await dumpOf(world.services, 'keys'))];
  const said = items.map(({ entity, schemaVersion }) => `${String(entity)} ${String(schemaVersion)}`);
  const written = items.map(
    ({ entity }) => `${String(entity)} ${currentVersion(MIGRATIONS, String(entity))}`,
  );
  expect(said).toEqual(written);
  expect(new Set(said).size).toBeGreaterThan(10);
});

describe('the search for leaks itself', () => {
  test.each(['Vääräniemipx', '+358 40 550 7770', 'tuisku.p@keksitty-posti.example', 'hamsterista'])(
    'finds %s in whichever spelling and depth',
    (secret) => {
      const bytes = Buffer.from(`{"x":"${secret}"}`);
      for (const hidden of [
        { a: [{ b: `… ${secret.toUpperCase()} …` }] },
        { blob: new Uint8Array(bytes) },
        bytes.toString('base64'),
        Buffer.from(` ${secret}!!`).toString('base64'),
        Buffer.from(`  ${secret}!!`).toString('hex'),
        { [secret]: 1 },
        new Error(secret).message,
      ]) {
        expect(leaksIn(hidden)).toContain(secret);
      }
      expect(leaksIn({ a: 'Jokin muu', b: faultFields(new Error(secret)) })).toEqual([]);
    },
  );
});
