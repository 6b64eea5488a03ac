import { beforeEach, describe, expect, it } from 'vitest';
import { loadCodeLists } from '../../../infra/library/load-code-lists.ts';
import { folderTarget, type LibraryTarget } from '../../../infra/library/target.ts';
import { codeOf } from '../../../shared/documents/code-lists.ts';
import { libraryOf } from '../../../shared/documents/library.ts';
import { LIBRARY_INDEX } from '../../../shared/documents/loaded-index.ts';
import { validateContent } from '../../../shared/documents/validate.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';
import { definition, START, withStart } from '../../support/service-start.ts';
import { movableClock } from '../../support/services.ts';

const OPTIONS = { at: Instant.parse('2026-11-24T10:00:00.000Z'), isDry: false };

let library: LibraryTarget;
beforeEach(() => {
  library = folderTarget(undefined);
});

const loadCodes = (...files: { name: string; text: string }[]) =>
  loadCodeLists({ library, ranBy: 'operator' }, files, OPTIONS);
const known = () => libraryOf({ library, clock: movableClock() });

const TASKS = '1.2.246.537.6.1221';
const TABLE = [
  'koodi;fi;sv;validFrom;validTo',
  '10;Lastensuojelu;Barnskydd;1.1.2016;',
  '11;"Iäkkäiden; palvelut";;;',
  '15;Päihdehuolto;;;31.12.2024',
  '20;Vammaispalvelut;;;',
  '21;Lapsiperheiden palvelut;;;',
].join('\r\n');

describe('loading code lists', () => {
  const rulesOn = async (palvelutehtava: Record<string, string>, on?: string) => {
    const one = definition(START);
    const find = await known().codeListsOf(one);
    const day = on === undefined ? undefined : LocalDate.parse(on);
    return validateContent(
      one,
      withStart({ palvelutehtava: { display: 'x', ...palvelutehtava } }),
      'final',
      find,
      day,
    )
      .filter(({ path }) => path?.includes('palvelutehtava'))
      .map(({ rule }) => rule);
  };

  it('takes a table named by its list and version, and judges codes by it from then on', async () => {
    const steps = await loadCodes({ name: `${TASKS}_201601.csv`, text: TABLE });
    expect(steps).toEqual([
      { oid: TASKS, version: '201601', fi: 'Sosiaalihuolto - Palvelutehtävä', codes: 5, does: 'new' },
    ]);
    const system = `urn:oid:${TASKS}.201601`;
    expect(await rulesOn({ system, code: '10' })).toEqual([]);
    expect(await rulesOn({ system, code: '77' })).toEqual(['document.codeNotInList']);
    expect(await rulesOn({ system })).toEqual(['document.missing']);
    expect(await rulesOn({ system: `urn:oid:${TASKS}.209901`, code: '77' })).toEqual([
      'document.codeNotKnown',
    ]);
  });

  it('lets a code be chosen only while it is in force', async () => {
    await loadCodes({ name: `${TASKS}_201601.csv`, text: TABLE });
    const system = `urn:oid:${TASKS}`;
    expect(await rulesOn({ system, code: '15' }, '2024-12-31')).toEqual([]);
    expect(await rulesOn({ system, code: '15' }, '2025-01-01')).toEqual(['document.codeNotInForce']);
    expect(await rulesOn({ system, code: '10' }, '2015-12-31')).toEqual(['document.codeNotInForce']);
    expect(await rulesOn({ system, code: '15' })).toEqual([]);
  });

  it('gives our own words the codes that the list tells, by its names', async () => {
    await loadCodes({ name: `${TASKS}_201601.csv`, text: TABLE });
    const find = await known().codeListsOf(definition(START));
    expect(codeOf(TASKS, 'families', find)?.code).toBe('21');
    expect(codeOf(TASKS, 'childWelfare', find)).toMatchObject({ code: '10', sv: 'Barnskydd' });
    expect(codeOf(TASKS, 'familyLaw', find)?.code).toBeNull();
  });

  it('takes JSON, keeps versions side by side, and lets a version be told more of but not less', async () => {
    const list = (version: string, codes: object[]) => ({
      name: `${version}.json`,
      text: JSON.stringify({ oid: '1.2.246.537.6.75', version, source: 'a test', codes }),
    });
    const one = { code: '1', fi: 'Naimaton' };
    const two = { code: '2', fi: 'Avioliitto' };
    expect(await loadCodes(list('1', [one]), list('2', [one, two]))).toHaveLength(2);
    expect(await loadCodes(list('1', [one]))).toMatchObject([{ does: 'nothing' }]);
    expect(await loadCodes(list('1', [one, two]))).toMatchObject([{ does: 'replaces', codes: 2 }]);
    await expect(loadCodes(list('1', [two]))).rejects.toThrow(/lacks 1/);
  });

  it.each([
    ['a name that says no list', 'lista.csv', 'koodi;fi\n1;A', /must be named/],
    ['an unknown column', `${TASKS}_1.csv`, 'koodi;fi;hinta\n10;A;1', /no column is called hinta/],
    ['no names', `${TASKS}_1.csv`, 'koodi\n10', /column fi is missing/],
    ['a line too short', `${TASKS}_1.csv`, 'koodi;fi\n10', /has 1 cells/],
    ['a code twice', `${TASKS}_1.csv`, 'koodi;fi\n10;A\n10;B', /10 stands twice/],
    ['a known code left out', `${TASKS}_1.csv`, 'koodi;fi\n10;A', /lacks 15/],
    ['a day that is none', `${TASKS}_1.csv`, 'koodi;fi;alkaa\n10;A;31.2.2020', /validFrom/],
    [
      'an end before its beginning',
      '1.2.246.537.6.75_1.csv',
      'koodi;fi;alkaa;päättyy\n1;A;2.1.2020;1.1.2020',
      /before/,
    ],
    ['a list that nothing names', '1.2.3_1.csv', 'koodi;fi\n1;A', /name is not known/],
    ['what is not JSON', 'a.json', '[', /a\.json/],
  ])('refuses %s, and loads nothing', async (_, name, text, told) => {
    const sound = { name: '1.2.246.537.6.97_1.csv', text: 'koodi;fi\nFI;Suomi' };
    await expect(loadCodes(sound, { name, text })).rejects.toThrow(told);
    expect(await library.read(LIBRARY_INDEX)).toBeUndefined();
  });
});
