import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listDefinitions } from '../../../shared/documents/catalogue.ts';
import { READY_PROFILES } from '../../../shared/domain/controllers/profiles/index.ts';
import {
  type ControllerSettings,
  defaultSettings,
} from '../../../shared/domain/controllers/settings/settings.ts';
import { retentionOf } from '../../../shared/domain/documents/document-kinds.ts';
import {
  ENFORCED,
  type Enforced,
  KEPT_HERE,
  REMEDIES,
  SAFEGUARDS,
} from '../../../shared/domain/notices/enforced.ts';
import type { NoticeFacts } from '../../../shared/domain/notices/facts.ts';
import { generateNotice, SECTIONS } from '../../../shared/domain/notices/generate.ts';
import type { NoticeContent } from '../../../shared/domain/notices/model.ts';
import { PERSONAL_STORES } from '../../../shared/domain/stores/register.ts';
import { PROFILES } from '../../support/controllers.ts';
import { projectRoot } from '../../support/source-files.ts';

const RECORD: NoticeFacts['controller'] = {
  name: { fi: 'Keksitty rekisterinpitäjä', sv: 'Påhittad ansvarig' },
  address: 'Keksitty katu 1',
  email: 'kirjaamo@example.fi',
  phones: [{ number: '02 000 0000', hours: 'virka-aikana' }],
};
const factsOf = (settings: ControllerSettings, enforced: Enforced = ENFORCED): NoticeFacts => ({
  controller: RECORD,
  settings,
  enforced,
});
const LANGUAGES = ['fi', 'sv', 'en'] as const;
const textOf = (content: NoticeContent, language: keyof NoticeContent): string =>
  content[language]
    .flatMap(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)])
    .join('\n');

/** Every part there could be, and settings that use them: nothing is left unsaid but what its own choice leaves out. */
const ALL_PARTS: Enforced = {
  ...ENFORCED,
  connections: ['Kela'],
  parts: ['payments', 'invoicing', 'statistics', 'populationUpdates'],
};
const MANY: readonly ControllerSettings[] = [
  defaultSettings,
  ...Object.values(READY_PROFILES),
  {
    ...defaultSettings,
    integrations: [],
    citizens: { minors: 'judged' },
    disclosure: { ...defaultSettings.disclosure, regular: 'no', guidance: ['Toimielimen ohje 1/2026'] },
    notice: { ...defaultSettings.notice, requestForms: 'https://www.example.fi/lomakkeet' },
    retention: {
      ...defaultSettings.retention,
      rules: [{ recordType: 'Kuvat', years: 20, startEvent: null, source: 'Oma päätös' }],
    },
  },
];

/** What the others all choose alike, chosen otherwise. */
const OTHERWISE: ControllerSettings = {
  ...defaultSettings,
  registers: defaultSettings.registers.map((one) => ({ ...one, kind: 'voluntaryTask' })),
  paper: { ...defaultSettings.paper, scanIncoming: false },
  notice: {
    ...defaultSettings.notice,
    complaintText: { fi: 'Valita voi.', sv: null, en: null },
    supervisorContact: { ...defaultSettings.notice.supervisorContact, phone: null },
  },
};

const sentences = SECTIONS.flatMap((section) => section.sentences);

describe('every sentence is data', () => {
  test('has a name of its own and names the same values in three languages', () => {
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length);
    for (const { id, text } of sentences) {
      const named = LANGUAGES.map((language) =>
        [...text[language].matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted(),
      );
      expect([id, named[1], named[2]]).toEqual([id, named[0], named[0]]);
    }
  });

  test('is said by some controller, in every language with the same values, and leaves no place unfilled', () => {
    const said = new Set<string>();
    for (const enforced of [ENFORCED, ALL_PARTS]) {
      for (const settings of MANY) {
        const content = generateNotice(factsOf(settings, enforced));
        const idsOf = (language: keyof NoticeContent) =>
          content[language].flatMap(({ paragraphs }) => paragraphs.map(({ sentence }) => sentence));
        for (const id of idsOf('fi')) said.add(id);
        for (const language of LANGUAGES) {
          expect(idsOf(language)).toEqual(idsOf('fi'));
          expect(textOf(content, language)).not.toMatch(/[{}]|\bundefined\b|\bnull\b|\.\./);
        }
      }
    }
    expect(sentences.map(({ id }) => id).filter((id) => !said.has(id))).toEqual([]);
  });
});

describe('of what the system does not enforce nothing is promised', () => {
  const without = (changed: Partial<Enforced>, settings: ControllerSettings = PROFILES.K) => {
    const before = generateNotice(factsOf(settings, ALL_PARTS));
    const after = generateNotice(factsOf(settings, { ...ALL_PARTS, ...changed }));
    for (const language of LANGUAGES) expect(textOf(after, language)).not.toBe(textOf(before, language));
  };

  const RULES = [...SAFEGUARDS.map(({ id }) => id), ...REMEDIES.map(({ id }) => id), ...ALL_PARTS.parts];
  const saidIn = (content: NoticeContent, ids: readonly string[]): number =>
    LANGUAGES.flatMap((language) => content[language])
      .flatMap(({ paragraphs }) => paragraphs)
      .filter(({ sentence }) => ids.includes(sentence)).length;

  test.each(RULES)('%s: turned off, whatever rests on it is gone, whoever the controller is', (rule) => {
    const resting = sentences.filter(({ by }) => by === rule).map(({ id }) => id);
    const off: Enforced = {
      ...ALL_PARTS,
      safeguards: ALL_PARTS.safeguards.filter((one) => one !== rule),
      remedies: ALL_PARTS.remedies.filter((one) => one !== rule),
      parts: ALL_PARTS.parts.filter((one) => one !== rule),
    };
    const countIn = (enforced: Enforced) =>
      MANY.reduce((sum, settings) => sum + saidIn(generateNotice(factsOf(settings, enforced)), resting), 0);
    expect([countIn(ALL_PARTS) > 0, countIn(off)]).toEqual([true, 0]);
  });

  test('what no rule of the system holds is the controller’s own: it says another thing where the controller does', () => {
    const free = sentences.filter(({ by }) => by === 'words' || by === 'law').map(({ id }) => id);
    const elsewhere = {
      ...factsOf(OTHERWISE),
      controller: { ...RECORD, name: { fi: 'Toinen' }, address: 'Muu' },
    };
    const all = [...[...MANY, OTHERWISE].map((settings) => factsOf(settings)), elsewhere].map((facts) =>
      generateNotice(facts).fi.flatMap(({ paragraphs }) => paragraphs),
    );
    const saidBy = (paragraphs: (typeof all)[number], id: string): string =>
      JSON.stringify(paragraphs.filter(({ sentence }) => sentence === id));
    const fixed = free.filter((id) => new Set(all.map((one) => saidBy(one, id))).size < 2);
    expect(fixed).toEqual([]);
  });

  test('a rule of retention that is dropped, lengthened or counted from another event changes the notice', () => {
    const [first, ...others] = ENFORCED.retention;
    if (first === undefined) throw new Error('no rule');
    without({ retention: others });
    without({ retention: [{ ...first, years: first.years + 1 }, ...others] });
    without({ retention: [{ ...first, event: 'caseClosed' }, ...others] });
    for (const rule of ENFORCED.retention)
      without({ retention: ENFORCED.retention.filter((one) => one !== rule) });
  });

  test('groups of data, job roles, parts and connections are those that there are', () => {
    without({ dataGroups: ENFORCED.dataGroups.filter((group) => group !== 'caseNotes') });
    without({ jobRoles: ENFORCED.jobRoles.filter((role) => role !== 'student') });
    without({ parts: [] }, { ...PROFILES.U });
    without({ connections: [] }, PROFILES.U);
    const today = textOf(generateNotice(factsOf(PROFILES.U)), 'fi');
    expect(today).toContain('Terveyden ja hyvinvoinnin laitokselle ja muille viranomaisille.');
    expect(today).not.toContain('Maksatustiedot välitetään');
    // A permission stops no work that the law sets (docs/decisions/0091): the notice promises no more.
    expect(today).toContain('Laissa säädetyn tehtävän hoitamiseen lupaa ei tarvita.');
    expect(textOf(generateNotice(factsOf(PROFILES.U)), 'fi')).toContain(
      'ei ole tästä järjestelmästä omaa teknistä yhteyttä, vaan tiedot siirtää virkailija: Väestörekisteri, Kela',
    );
  });

  test('whatever rests on a list is gone with what the list holds, and there is nothing else to rest on', () => {
    const lists: Readonly<Record<string, Partial<Enforced>>> = {
      retention: { retention: [] },
      dataGroups: { dataGroups: [] },
      connections: {
        connections: MANY.flatMap(({ integrations }) => integrations.map(({ system }) => system)),
      },
    };
    const kinds = new Set(sentences.map(({ by }) => by));
    const known: readonly string[] = [...RULES, ...Object.keys(lists), 'words', 'law'];
    expect([...kinds].filter((by) => !known.includes(by))).toEqual([]);
    for (const [list, changed] of Object.entries(lists)) {
      const resting = sentences.filter(({ by }) => by === list).map(({ id }) => id);
      const countIn = (enforced: Enforced) =>
        MANY.reduce((sum, chosen) => sum + saidIn(generateNotice(factsOf(chosen, enforced)), resting), 0);
      expect([list, countIn(ALL_PARTS) > 0, countIn({ ...ALL_PARTS, ...changed })]).toEqual([list, true, 0]);
    }
  });

  test('a period is told only of what is kept here: of what there is none of, or what stays with its case, none is', () => {
    const kept = new Set([
      ...PERSONAL_STORES.flatMap(({ documentClass }) => documentClass ?? []),
      ...listDefinitions({}).map(retentionOf),
    ]);
    expect([...kept].toSorted()).toEqual([...KEPT_HERE].toSorted());
    const told = textOf(generateNotice(factsOf(PROFILES.U)), 'fi');
    for (const none of ['Tositteet', 'kirjeenvaihto', 'Kopiot lausunnoista', 'Video- ja äänitallenteet'])
      expect(told).not.toContain(none);
    expect(told).toContain('säilytetään yhtä kauan kuin asia, johon se kuuluu');
  });

  test('each safeguard and remedy names the test that would fail without it', () => {
    for (const { id, heldBy } of [...SAFEGUARDS, ...REMEDIES]) {
      expect([id, existsSync(join(projectRoot, heldBy))]).toEqual([id, true]);
    }
  });

  test('no choice of a controller takes away what holds for all', () => {
    for (const settings of MANY) {
      const text = textOf(generateNotice(factsOf(settings)), 'fi');
      expect(text).toContain('automaattisia päätöksiä ei tehdä eikä rekisteröityjä profiloida');
      expect(text).toContain('Jokaisesta tietojen katselusta');
      expect(text).toContain('2 vuotta asiakkaan kuolemasta');
    }
  });
});
