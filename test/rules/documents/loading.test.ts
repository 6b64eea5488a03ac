import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { filesAt } from '../../../infra/library/files.ts';
import { loadDefinitions } from '../../../infra/library/load-definitions.ts';
import { folderTarget, type LibraryTarget } from '../../../infra/library/target.ts';
import { definitionOf, listDefinitions } from '../../../shared/documents/catalogue.ts';
import { type Definition, type Field, lacksPrescribedText } from '../../../shared/documents/definition.ts';
import { libraryOf } from '../../../shared/documents/library.ts';
import { LIBRARY_INDEX } from '../../../shared/documents/loaded-index.ts';
import { validateContent } from '../../../shared/documents/validate.ts';
import { errorsOf } from '../../../shared/kernel/finding.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { withPrescribedTexts } from '../../support/arbitrary-content.ts';
import { fullSample } from '../../support/document-sample.ts';
import { nationalSchemaOf } from '../../support/national-schema.ts';
import { definition, START } from '../../support/service-start.ts';
import { movableClock } from '../../support/services.ts';

const CONSENT = '1.2.246.537.6.1506.14002';
const OPTIONS = { at: Instant.parse('2026-11-24T10:00:00.000Z'), isDry: false };

let library: LibraryTarget;
beforeEach(() => {
  library = folderTarget(undefined);
});

const fileOf = (made: Definition, name = `${made.oid}.json`) => ({
  name,
  text: JSON.stringify(nationalSchemaOf(made)),
});
const load = (...files: { name: string; text: string }[]) =>
  loadDefinitions({ library, ranBy: 'operator' }, files, OPTIONS);
const known = () => libraryOf({ library, clock: movableClock() });

/** The definition with one of its fields changed. */
const changed = (made: Definition, key: string, change: (field: Field) => Field[]): Definition => ({
  ...made,
  fields: made.fields.flatMap((field) => (field.key === key ? change(field) : [field])),
});

const lacking = (fields: readonly Field[], isRequired: boolean): Field[] =>
  fields.flatMap((field) =>
    field.type === 'group'
      ? lacking(field.fields, isRequired)
      : lacksPrescribedText(field) && (!isRequired || field.required)
        ? [field]
        : [],
  );

describe('the seventeen definitions whose prescribed text only a loaded one holds', () => {
  const all = listDefinitions().flatMap(({ oid }) => definitionOf(oid) ?? []);
  const seventeen = all.filter(({ fields }) => lacking(fields, true).length > 0);

  it('are seventeen', () => {
    expect(seventeen).toHaveLength(17);
  });

  it.each(seventeen.map((one) => [one.fi, one] as const))(
    '%s can be drafted at once, and is final only once it has been loaded and says the text exactly',
    async (_, one) => {
      const content = fullSample(withPrescribedTexts(one));
      expect(validateContent(one, content, 'draft')).toEqual([]);
      const before = errorsOf(validateContent(one, content, 'final'));
      expect(new Set(before.map(({ rule }) => rule))).toEqual(new Set(['document.fixedTextNotLoaded']));
      expect(before[0]?.message.en).toContain('npm run documents:load');

      expect(await load(fileOf(withPrescribedTexts(one)))).toMatchObject([{ does: 'completes' }]);
      const loaded = await known().definitionOf(one.oid);
      if (loaded === undefined) throw new Error('it was loaded');
      expect(errorsOf(validateContent(loaded, content, 'final'))).toEqual([]);
      const other = JSON.parse(JSON.stringify(content).replaceAll('säätämä', 'keksimä'));
      expect(new Set(errorsOf(validateContent(loaded, other, 'final')).map(({ rule }) => rule))).toEqual(
        new Set(['document.valueNotAccepted']),
      );
    },
  );
});

describe('loading definitions', () => {
  it('puts a newer version beside the older one, and forms are built from the newer', async () => {
    const newer = changed({ ...definition(START), oid: `${START}.2030.1.2` }, 'lisatiedot', (field) => [
      { ...field, required: true },
    ]);
    expect(await load(fileOf(newer))).toEqual([{ oid: newer.oid, fi: newer.fi, does: 'new' }]);
    expect(await known().definitionOf(START)).toEqual(newer);
    expect(await known().definitionOf(START, '2022.1.10')).toEqual(definition(START));
  });

  it('does nothing with what is known already, and completes once', async () => {
    expect(await load(fileOf(definition(START)))).toMatchObject([{ does: 'nothing' }]);
    expect(await library.read(LIBRARY_INDEX)).toBeUndefined();
    const whole = fileOf(withPrescribedTexts(definition(CONSENT)));
    expect(await load(whole)).toMatchObject([{ does: 'completes' }]);
    expect(await load(whole)).toMatchObject([{ does: 'nothing' }]);
  });

  it.each<[string, string, (field: Field) => Field[]]>([
    ['another type', 'lisatiedot', ({ key, fi }) => [{ key, fi, type: 'boolean' }]],
    ['another need', 'lisatiedot', (field) => [{ ...field, required: true }]],
    ['another code list', 'sosiaalipalvelu', (field) => [{ ...field, type: 'code', codeList: '1.2.3' }]],
    ['a field less', 'lisatiedot', () => []],
    ['a field more', 'lisatiedot', (field) => [field, { key: 'uusi', fi: 'Uusi', type: 'text' }]],
    ['closed values', 'lisatiedot', (field) => [{ ...field, type: 'text', values: ['Näin'] }]],
  ])('refuses a known version with %s: documents were written by it', async (_, key, change) => {
    const other = changed(definition(START), key, change);
    await expect(load(fileOf(other, 'toinen.json'))).rejects.toThrow(
      /^toinen\.json .*\/(lisatiedot|sosiaalipalvelu|uusi): /,
    );
    expect(await library.read(LIBRARY_INDEX)).toBeUndefined();
  });

  it('keeps a label that differs, and takes the whole of one that was cut', async () => {
    const long =
      'Avioliiton aikana syntyneen tai raskausaikana tunnustetun lapsen vanhempien neuvotteluasiakirja vanhemmuuden selvittämiseksi';
    const negotiation = definition('1.2.246.537.6.1506.12013');
    expect(negotiation.fi.endsWith('…')).toBe(true);
    await load(fileOf({ ...withPrescribedTexts(negotiation), fi: long }));
    expect((await known().definitionOf(negotiation.oid))?.fi).toBe(long);
    expect(await load(fileOf({ ...definition(START), fi: 'Toinen nimi' }))).toMatchObject([
      { does: 'nothing' },
    ]);
  });

  it('loads nothing when one file of many is wrong, and names every problem with its file and place', async () => {
    const sound = fileOf({ ...definition(START), oid: `${START}.2030.1.2` });
    const told = load(sound, { name: 'a.json', text: '{' }, { name: 'b.json', text: '{"type":"object"}' });
    await expect(told).rejects.toThrow(/a\.json .*\nb\.json \/sosmeta: .*\nNothing was loaded\.$/s);
    expect(await library.read(LIBRARY_INDEX)).toBeUndefined();
  });

  it('refuses the same definition in two files', async () => {
    const one = fileOf({ ...definition(START), oid: `${START}.2030.1.2` });
    await expect(load(one, { ...one, name: 'toinen.json' })).rejects.toThrow(/toinen\.json .*two files/);
  });

  it('says what it would do when it is only tried', async () => {
    const newer = fileOf({ ...definition(START), oid: `${START}.2030.1.2` });
    const steps = await loadDefinitions({ library, ranBy: 'x' }, [newer], { ...OPTIONS, isDry: true });
    expect(steps).toMatchObject([{ does: 'new' }]);
    expect(await library.read(LIBRARY_INDEX)).toBeUndefined();
  });

  it('gives way to another operator who loaded meanwhile', async () => {
    const read = library.read.bind(library);
    library.read = async (name) => {
      const text = await read(name);
      await library.write(LIBRARY_INDEX, '{"definitions":[],"codeLists":[]}');
      return text;
    };
    await expect(load(fileOf({ ...definition(START), oid: `${START}.2030.1.2` }))).rejects.toThrow(
      /meanwhile/,
    );
  });

  it('takes a file or every such file of a folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'definitions-'));
    try {
      for (const name of ['b.json', 'a.json', 'readme.md']) writeFileSync(join(folder, name), '{}');
      expect(filesAt(folder, ['.json']).map(({ name }) => name)).toEqual(['a.json', 'b.json']);
      expect(filesAt(join(folder, 'b.json'), ['.json']).map(({ name }) => name)).toEqual(['b.json']);
      expect(() => filesAt(folder, ['.csv'])).toThrow(/no file/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
