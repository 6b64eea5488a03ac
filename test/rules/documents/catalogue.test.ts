import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { definitionFromFacts } from '../../../shared/documents/build-catalogue.ts';
import { definitionOf, listDefinitions, openCatalogue } from '../../../shared/documents/catalogue.ts';
import { catalogueEntryOf } from '../../../shared/documents/definition.ts';

const DOCUMENTS = resolve(import.meta.dirname, '../../../shared/documents');
const CASE = '1.2.246.537.6.1505.2';

describe('the catalogue of national definitions', () => {
  it('has all 202 national definitions, each type once', () => {
    expect(new Set(listDefinitions().map(({ typeOid }) => typeOid)).size).toBe(202);
    expect(listDefinitions()).toHaveLength(202);
    expect(listDefinitions({ documentType: 'Päätös' })).toHaveLength(53);
    expect(listDefinitions({ documentType: 'Suunnitelma' })).toHaveLength(24);
  });

  it('has the relationship document, the case document and the fourteen kinds of entry', () => {
    expect(listDefinitions({ typeOid: '1.2.246.537.6.1505.1' })).toMatchObject([
      { key: 'asiakkuusasiakirja' },
    ]);
    expect(listDefinitions({ documentType: 'Asia-asiakirja' })).toMatchObject([
      { typeOid: CASE, version: '2022.6.28' },
    ]);
    expect(listDefinitions({ documentType: 'Asiakaskertomusmerkintä' })).toHaveLength(14);
  });

  it('agrees with its index on every definition', () => {
    for (const entry of listDefinitions()) {
      const definition = definitionOf(entry.typeOid, entry.version);
      expect(definition && catalogueEntryOf(definition)).toEqual(entry);
    }
  });

  it('finds a definition by type, by version and by its whole OID, and none that is not there', () => {
    const found = definitionOf(CASE);
    expect(found?.key).toBe('asia_asiakirja');
    expect(definitionOf(CASE, '2022.6.28')).toBe(found);
    expect(definitionOf(`${CASE}.2022.6.28`)).toBe(found);
    expect(definitionOf(CASE, '2021.1.1')).toBeUndefined();
    expect(definitionOf('../index')).toBeUndefined();
  });

  it('takes the newest of several versions, by date and not by letters, and keeps the older', () => {
    const text = readFileSync(join(DOCUMENTS, 'catalogue', `${CASE}.2022.6.28.json`), 'utf8');
    const versions = ['2023.10.30', '2023.9.8'].map((version) =>
      definitionFromFacts({ ...JSON.parse(text), oid: `${CASE}.${version}` }),
    );
    const assets = new Map<string, object>(versions.map((version) => [`${version.oid}.json`, version]));
    assets.set('index.json', versions.map(catalogueEntryOf));
    const catalogue = openCatalogue((name) => {
      const asset = assets.get(name);
      if (asset === undefined) throw new Error(name);
      return asset;
    });
    expect(catalogue.definitionOf(CASE)?.oid).toBe(`${CASE}.2023.10.30`);
    expect(catalogue.definitionOf(CASE, '2023.9.8')?.oid).toBe(`${CASE}.2023.9.8`);
  });

  it('reads only the definition that is asked for, once', () => {
    const read: string[] = [];
    const catalogue = openCatalogue((name) => {
      read.push(name);
      return readFileSync(join(DOCUMENTS, 'catalogue', name), 'utf8');
    });
    expect(read).toEqual([]);
    catalogue.definitionOf(CASE);
    catalogue.definitionOf(CASE);
    expect(read).toEqual(['index.json', `${CASE}.2022.6.28.json`]);
  });

  it('refuses an asset that is no definition', () => {
    const index = readFileSync(join(DOCUMENTS, 'catalogue', 'index.json'), 'utf8');
    const catalogue = openCatalogue((name) => (name === 'index.json' ? index : { oid: CASE }));
    expect(() => catalogue.definitionOf(CASE)).toThrow();
  });

  it('finds its folder beside a bundle, without holding it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
    try {
      const bundle = join(folder, 'index.js');
      const result = await build({
        stdin: {
          contents: `import { definitionOf } from './catalogue.ts'; console.log(definitionOf('${CASE}').fi);`,
          resolveDir: DOCUMENTS,
          loader: 'ts',
        },
        bundle: true,
        platform: 'node',
        format: 'cjs',
        define: { 'import.meta.dirname': '__dirname' },
        logLevel: 'silent',
        write: false,
      });
      const text = result.outputFiles[0]?.text ?? '';
      writeFileSync(bundle, text);
      cpSync(join(DOCUMENTS, 'catalogue'), join(folder, 'catalogue'), { recursive: true });
      expect(result.warnings).toEqual([]);
      expect(text).not.toContain('asia_asiakirja');
      expect(execFileSync(process.execPath, [bundle], { encoding: 'utf8' }).trim()).toBe('Asia-asiakirja');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('facts brought into the catalogue', () => {
  const facts = {
    oid: '1.2.246.537.6.1506.1.2025.1.2',
    documentType: 'Päätös',
    author: null,
    subject: 'Yhteiset',
    definitionVersion: '2025-01-02',
    componentVersion: '2025-01-01',
    key: 'paatos',
    fi: 'Päätös',
    type: 'group',
    required: true,
    fields: [
      {
        key: 'laji',
        fi: 'Laji',
        type: 'code',
        codeList: '1.2',
        codes: ['1'],
        accepted: ['1'],
        required: true,
      },
      { key: 'ohje', fi: 'Ohje', type: 'text', accepted: ['a', 'b'] },
    ],
  };

  it('say each closed value once', () => {
    const definition = definitionFromFacts(facts);
    expect(definition.fields).toEqual([
      { key: 'laji', fi: 'Laji', type: 'code', codeList: '1.2', codes: ['1'], required: true },
      { key: 'ohje', fi: 'Ohje', type: 'text', values: ['a', 'b'] },
    ]);
    expect(definition).not.toHaveProperty('author');
  });

  it.each([
    ['an unknown property', { ...facts, uusi: 1 }],
    ['an unknown type', { ...facts, fields: [{ key: 'a', fi: 'A', type: 'picture' }] }],
    ['a key twice', { ...facts, fields: [facts.fields[1], facts.fields[1]] }],
    ['no version', { ...facts, oid: '1.2.246' }],
    [
      'an unknown property deep down',
      {
        ...facts,
        fields: [{ key: 'g', fi: 'G', type: 'group', fields: [{ key: 'a', fi: 'A', type: 'text', x: 1 }] }],
      },
    ],
  ])('are refused with %s', (_, wrong) => {
    expect(() => definitionFromFacts(wrong)).toThrow();
  });
});
