import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOf, listDefinitions } from '../../../shared/documents/catalogue.ts';
import type { Definition, Field } from '../../../shared/documents/definition.ts';
import type { DocumentBase, EntryNote } from '../../../shared/documents/entry-note.ts';
import {
  ENTRY_TYPES,
  type EntryType,
  EntryTypeKey,
  type Slot,
  type SlotName,
} from '../../../shared/documents/entry-types.ts';
import { fromNationalForm } from '../../../shared/documents/from-national-form.ts';
import { toNationalForm } from '../../../shared/documents/to-national-form.ts';
import { validateContent } from '../../../shared/documents/validate.ts';
import { errorsOf } from '../../../shared/kernel/finding.ts';

const unit = { oid: '1.2.246.10.1012636.10.1', name: 'Perhesosiaalityö' };
const author = { surname: 'Niemi', givenNames: 'Kaisa', title: 'sosiaalityöntekijä', unit };
const base: DocumentBase = {
  clients: [{ surname: 'Mäki', givenNames: 'Aino', identityCode: '010190-999X' }],
  authors: [author],
  unit,
  date: '2026-11-24',
};

const situation = (code: string) => ({
  system: 'merkinta_rajoitustoimenpiteesta/millaista_tilannetta_kirjaaminen_koskee',
  code,
  display: 'Ilman päätöstä tehdyn rajoituksen tietojen kirjaaminen',
});
const recipient = { sukunimi: 'Laine', etunimet: 'Petri', organisaatio: 'Käräjäoikeus' };

/** A note of each kind as a worker would write it, with all that the kind has a place for. */
const moment = { eventFrom: '2026-11-23T22:30:00.000Z', eventTo: '2026-11-23T23:00:00.000Z' };
const day = { eventFrom: '2026-11-24' };
const NOTES: Readonly<Record<EntryTypeKey, Omit<EntryNote, 'entryType' | 'serviceTask'>>> = {
  initiation: {
    ...day,
    text: 'Äiti soitti.',
    agreed: 'Palvelutarpeen arviointi.',
    socialServices: ['socialWork'],
  },
  serviceStart: { ...day, text: 'Alkaa heti.', socialServices: ['socialWork'] },
  guidance: { ...moment, channel: 'homeVisit', text: 'Neuvottu etuuksista.' },
  negotiation: {
    ...moment,
    channel: 'homeVisit',
    participants: ['Aino Mäki, asiakas', 'Petri Laine, opettaja, Mäen koulu'],
    text: 'Koulunkäynti.',
    agreed: 'Koulu seuraa poissaoloja.',
  },
  meetingOrContact: {
    ...moment,
    channel: 'homeVisit',
    place: 'Asiakkaan koti',
    participants: ['Aino Mäki, asiakas'],
    text: 'Kotikäynti.',
    agreed: 'Uusi aika.',
  },
  cancellation: { eventFrom: moment.eventFrom, channel: 'homeVisit', text: 'Asiakas perui.' },
  dailyLife: { ...moment, channel: 'homeVisit', text: 'Rauhallinen ilta.' },
  restrictiveMeasure: {
    ...moment,
    text: 'Kiinnipitäminen.',
    agreed: 'Jälkipuinti huomenna.',
    socialServices: ['institutionalCare'],
    details: { rajoitustoimenpide: { millaista_tilannetta_kirjaaminen_koskee: situation('1') } },
  },
  informationRequest: {
    text: 'Pyydetty puhelimitse.',
    details: { pyydetyt_tiedot: 'Koulun lausunto', tietojen_pyytamisen_paivamaara: '2026-11-24' },
  },
  disclosure: {
    ...day,
    text: 'Asiakassuunnitelma',
    details: {
      tietojen_vastaanottaja: recipient,
      perustelu: 'Laki 703/2023 63 §',
      kayttotarkoitus_johon_tiedot_on_luovutettu: 'Huoltoriita',
    },
  },
  serviceEnd: { ...day, text: 'Tavoitteet saavutettu.', socialServices: ['socialWork'] },
  other: { ...moment, text: 'Muu merkintä.' },
  therapeuticWork: { ...moment, channel: 'homeVisit', place: 'Perheneuvola', text: 'Istunto 3.' },
  examination: {
    ...moment,
    place: 'Perheneuvola',
    text: 'Tutkimus.',
    details: {
      tehty_tutkimus_ja_sen_tulos: [
        { kaytetty_menetelma_testi_tai_mittari: 'WISC-V', tulos_lukuarvona: 101 },
      ],
    },
  },
};
const noteOf = (entryType: EntryTypeKey): EntryNote => ({
  entryType,
  serviceTask: 'childWelfare',
  ...NOTES[entryType],
});

function definition({ typeOid, version }: EntryType): Definition {
  const found = definitionOf(typeOid, version);
  if (found === undefined) throw new Error(`no definition ${typeOid}`);
  return found;
}

function fieldAt(fields: readonly Field[], path: string): Field | undefined {
  const [key, ...rest] = path.split('/').filter((step) => !/^\d+$/.test(step));
  const field = fields.find((candidate) => candidate.key === key);
  if (rest.length === 0) return field;
  return field?.type === 'group' ? fieldAt(field.fields, rest.join('/')) : undefined;
}

const LISTS: Partial<Record<SlotName, string>> = {
  serviceTask: '1.2.246.537.6.1221',
  socialServices: '1.2.246.537.6.1222',
  channel: '1.2.246.537.6.1250',
};

it('knows all fourteen kinds of entry of the catalogue, and sets therapy and examinations apart', () => {
  const known = EntryTypeKey.options.map((key) => ENTRY_TYPES[key]);
  const national = listDefinitions({ documentType: 'Asiakaskertomusmerkintä' });
  expect(new Set(known.map(({ typeOid }) => typeOid))).toEqual(
    new Set(national.map(({ typeOid }) => typeOid)),
  );
  expect(known).toHaveLength(14);
  const apart = EntryTypeKey.options.filter((key) => ENTRY_TYPES[key].sensitivity !== 'ordinary');
  expect(apart).toEqual(['therapeuticWork', 'examination']);
});

describe.each(EntryTypeKey.options)('an entry of the kind %s', (key) => {
  const type = ENTRY_TYPES[key];
  const of = definition(type);

  it('has the names and the places that its definition has', () => {
    expect({ root: of.key, fi: of.fi, sv: of.sv }).toEqual({ root: type.root, fi: type.fi, sv: type.sv });
    const variants = Object.values(type.slotsByCode?.slots ?? {});
    for (const [name, slot] of [type.slots, ...variants].flatMap((slots) => Object.entries<Slot>(slots))) {
      const field = fieldAt(of.fields, slot.path);
      expect(field, `${name} at ${slot.path}`).toBeDefined();
      expect(field?.repeats ?? false, slot.path).toBe(slot.repeats ?? false);
      if (name === 'eventFrom' || name === 'eventTo')
        expect(field?.type).toBe(slot.day ? 'date' : 'datetime');
      else if (field?.type === 'code') expect(field.codeList).toBe(LISTS[name as SlotName]);
      else expect(field?.type).toBe('text');
    }
    expect(fieldAt(of.fields, 'asiakas')?.repeats ?? false).toBe(type.clients === 'many');
    expect(fieldAt(of.fields, 'laatija')?.repeats ?? false).toBe(type.authors === 'many');
    if (type.unitAt !== undefined)
      expect(fieldAt(of.fields, type.unitAt)).toMatchObject({ codeList: '1.2.246.537.6.202' });
    if (type.ownPersonAt !== undefined) expect(fieldAt(of.fields, type.ownPersonAt)?.type).toBe('group');
  });

  it('becomes a final national document, with all that was written in it', () => {
    const { content, findings } = toNationalForm(noteOf(key), base);
    expect(findings).toEqual([]);
    expect(errorsOf(validateContent(of, content, 'final'))).toEqual([]);
    expect(JSON.stringify(content)).toContain(NOTES[key].text);
  });

  it('comes back from its national form as it was', () => {
    const { content } = toNationalForm(noteOf(key), base);
    const back = fromNationalForm(content);
    expect(back?.note).toEqual(noteOf(key));
    expect(back?.base).toEqual(type.unitAt === undefined ? { ...base, unit: undefined } : base);
  });

  it('loses nothing on the way to the national form and back, whatever was written', () => {
    const words = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(words, words, fc.boolean(), (text, agreed, several) => {
        const clients =
          several && type.clients === 'many'
            ? [...base.clients, { surname: 'Mäki', givenNames: 'Eero', temporaryId: 'T-1' }]
            : base.clients;
        const note = { ...noteOf(key), text, ...(type.slots.agreed && { agreed }) };
        const { content } = toNationalForm(note, { ...base, clients });
        const back = fromNationalForm(content);
        if (back === undefined) return false;
        expect(toNationalForm(back.note, { ...base, ...back.base })).toEqual({ content, findings: [] });
        return back.note.text === text;
      }),
      { numRuns: 20 },
    );
  });

  it('warns of a service task whose code has not been loaded, naming the list', () => {
    const { content } = toNationalForm({ ...noteOf(key), serviceTask: 'families' }, base);
    const ofTask = validateContent(of, content, 'final').filter(({ path }) =>
      path?.includes('palvelutehtava'),
    );
    // A restrictive measure is possible in child welfare and disability services only.
    if (key === 'restrictiveMeasure') expect(ofTask).toMatchObject([{ severity: 'error' }]);
    else {
      expect(ofTask).toMatchObject([{ rule: 'document.codeMissing', severity: 'warning' }]);
      expect(ofTask[0]?.message.en).toContain('1.2.246.537.6.1221');
    }
  });
});

describe('a note that its national document has no place for', () => {
  it('tells what stays out of the national form', () => {
    const { findings } = toNationalForm(
      { ...noteOf('serviceStart'), place: 'Toimisto', channel: 'phone' },
      base,
    );
    expect(findings.map(({ rule, path, severity }) => [rule, path, severity])).toEqual([
      ['note.notInNationalForm', '/channel', 'warning'],
      ['note.notInNationalForm', '/place', 'warning'],
    ]);
  });

  it('refuses details that would write over what the system knows', () => {
    const details = { laatija: { sukunimi: 'Toinen', etunimet: 'Kirjoittaja' }, lisatiedot: 'toinen teksti' };
    const { content, findings } = toNationalForm({ ...noteOf('serviceStart'), details }, base);
    expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
      ['note.saidTwice', '/text'],
      ['note.saidTwice', '/authors'],
    ]);
    expect(errorsOf(findings)).toHaveLength(2);
    expect(details.laatija.sukunimi).toBe('Toinen');
    expect(content).toHaveProperty(ENTRY_TYPES.serviceStart.root);
  });

  it('finds an unknown key of a code list and more than the document can take', () => {
    const several = { ...noteOf('serviceEnd'), socialServices: ['socialWork', 'shelter', 'magic'] };
    expect(toNationalForm(several, base).findings.map(({ rule }) => rule)).toEqual([
      'note.unknownKey',
      'note.tooMany',
    ]);
    const siblings = { ...base, clients: [...base.clients, ...base.clients] };
    const measure = toNationalForm(noteOf('restrictiveMeasure'), siblings);
    expect(measure.findings.map(({ rule, path }) => [rule, path])).toEqual([['note.tooMany', '/clients']]);
  });

  it('finds an unknown field of the details when the document is judged', () => {
    const { content } = toNationalForm({ ...noteOf('examination'), details: { keksitty: 1 } }, base);
    expect(validateContent(definition(ENTRY_TYPES.examination), content, 'draft')).toMatchObject([
      { rule: 'document.unknownField', path: `/${ENTRY_TYPES.examination.root}/keksitty` },
    ]);
  });
});

describe('an entry of another system', () => {
  const root = ENTRY_TYPES.meetingOrContact.root;

  it('keeps in the details what we have no word for', () => {
    const asiointitapa = [{ system: 'urn:oid:1.2.246.537.6.1250', code: '88', display: 'Muu tapa' }];
    const palvelutehtava = { system: 'urn:oid:1.2.246.537.6.1221', code: '77', display: 'Tuntematon' };
    const content = {
      [root]: { asiakaskertomusmerkinta: { palvelutehtava, tapahtuma: { asiointitapa, kuvaus: 'Teksti' } } },
    };
    const back = fromNationalForm(content);
    expect(back?.note).toEqual({
      entryType: 'meetingOrContact',
      text: 'Teksti',
      details: { asiakaskertomusmerkinta: { palvelutehtava, tapahtuma: { asiointitapa } } },
    });
    expect(back && toNationalForm(back.note, back.base).content).toEqual(content);
  });

  it('keeps each restrictive measure in its place when there were several', () => {
    const measures = [{ kuvaus: 'Ensimmäinen' }, { kuvaus: 'Toinen', perustelu: 'Turvallisuus' }];
    const content = {
      [ENTRY_TYPES.restrictiveMeasure.root]: {
        rajoitustoimenpide: {
          millaista_tilannetta_kirjaaminen_koskee: situation('1'),
          rajoitustoimenpide: measures,
        },
      },
    };
    const back = fromNationalForm(content);
    expect(back?.note.text).toBe('Ensimmäinen');
    expect(back && toNationalForm(back.note, back.base).content).toEqual(content);
  });

  it('tells a moment in our time', () => {
    const ajanjakso = { alkamishetki: '2020-10-13T10:49:14+03:00', paattymishetki: '2020-10' };
    const back = fromNationalForm({ [root]: { asiakaskertomusmerkinta: { tapahtuma: { ajanjakso } } } });
    expect(back?.note).toMatchObject({ eventFrom: '2020-10-13T07:49:14.000Z', eventTo: '2020-10' });
  });

  it.each([null, 'text', {}, { tuntematon: {} }, { [root]: 'text' }, { [root]: {}, toinen: {} }])(
    'is not taken for one when it is %j',
    (content) => {
      expect(fromNationalForm(content)).toBeUndefined();
    },
  );
});

it('writes the day in Finland where the document has a day', () => {
  const { content } = toNationalForm(
    { ...noteOf('serviceStart'), eventFrom: '2026-11-23T22:30:00.000Z' },
    base,
  );
  expect(content).toHaveProperty(
    [ENTRY_TYPES.serviceStart.root, 'sosiaalipalvelun_alkamispaiva'],
    '2026-11-24',
  );
});
