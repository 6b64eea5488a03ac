import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOf, listDefinitions } from '../../../shared/documents/catalogue.ts';
import type { Definition, Field } from '../../../shared/documents/definition.ts';
import type { Slot, SlotName } from '../../../shared/documents/entry-slots.ts';
import { EntryTypeKey } from '../../../shared/documents/entry-type.ts';
import { ENTRY_TYPES, type EntryType } from '../../../shared/documents/entry-types.ts';
import { fromNationalForm } from '../../../shared/documents/from-national-form.ts';
import { toNationalForm } from '../../../shared/documents/to-national-form.ts';
import { validateContent } from '../../../shared/documents/validate.ts';
import { errorsOf } from '../../../shared/kernel/finding.ts';
import { entryBase, noteOf } from '../../support/entry-notes.ts';

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
    const { content, findings } = toNationalForm(noteOf(key), entryBase);
    expect(findings).toEqual([]);
    expect(errorsOf(validateContent(of, content, 'final'))).toEqual([]);
    expect(JSON.stringify(content)).toContain(noteOf(key).text);
  });

  it('comes back from its national form as it was', () => {
    const { content } = toNationalForm(noteOf(key), entryBase);
    const back = fromNationalForm(content);
    expect(back?.note).toEqual(noteOf(key));
    expect(back?.base).toEqual(type.unitAt === undefined ? { ...entryBase, unit: undefined } : entryBase);
  });

  it('loses nothing on the way to the national form and back, whatever was written', () => {
    const words = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(words, words, fc.boolean(), (text, agreed, several) => {
        const clients =
          several && type.clients === 'many'
            ? [...entryBase.clients, { surname: 'Mäki', givenNames: 'Eero', temporaryId: 'T-1' }]
            : entryBase.clients;
        const note = { ...noteOf(key), text, ...(type.slots.agreed && { agreed }) };
        const { content } = toNationalForm(note, { ...entryBase, clients });
        const back = fromNationalForm(content);
        if (back === undefined) return false;
        expect(toNationalForm(back.note, { ...entryBase, ...back.base })).toEqual({ content, findings: [] });
        return back.note.text === text;
      }),
      { numRuns: 20 },
    );
  });

  it('warns of a service task whose code has not been loaded, naming the list', () => {
    const { content } = toNationalForm({ ...noteOf(key), serviceTask: 'families' }, entryBase);
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
      entryBase,
    );
    expect(findings.map(({ rule, path, severity }) => [rule, path, severity])).toEqual([
      ['note.notInNationalForm', '/channel', 'warning'],
      ['note.notInNationalForm', '/place', 'warning'],
    ]);
  });

  it('refuses details that would write over what the system knows', () => {
    const details = { laatija: { sukunimi: 'Toinen', etunimet: 'Kirjoittaja' }, lisatiedot: 'toinen teksti' };
    const { content, findings } = toNationalForm({ ...noteOf('serviceStart'), details }, entryBase);
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
    expect(toNationalForm(several, entryBase).findings.map(({ rule }) => rule)).toEqual([
      'note.unknownKey',
      'note.tooMany',
    ]);
    const siblings = { ...entryBase, clients: [...entryBase.clients, ...entryBase.clients] };
    const measure = toNationalForm(noteOf('restrictiveMeasure'), siblings);
    expect(measure.findings.map(({ rule, path }) => [rule, path])).toEqual([['note.tooMany', '/clients']]);
  });

  it('finds an unknown field of the details when the document is judged', () => {
    const { content } = toNationalForm({ ...noteOf('examination'), details: { keksitty: 1 } }, entryBase);
    expect(validateContent(definition(ENTRY_TYPES.examination), content, 'draft')).toMatchObject([
      { rule: 'document.unknownField', path: `/${ENTRY_TYPES.examination.root}/keksitty` },
    ]);
  });
});

it('writes the day in Finland where the document has a day', () => {
  const { content } = toNationalForm(
    { ...noteOf('serviceStart'), eventFrom: '2026-11-23T22:30:00.000Z' },
    entryBase,
  );
  expect(content).toHaveProperty(
    [ENTRY_TYPES.serviceStart.root, 'sosiaalipalvelun_alkamispaiva'],
    '2026-11-24',
  );
});
