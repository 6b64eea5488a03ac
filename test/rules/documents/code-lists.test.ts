import { describe, expect, it } from 'vitest';
import { definitionOf, listDefinitions } from '../../../shared/documents/catalogue.ts';
import { codeListNameOf, namedCodeLists } from '../../../shared/documents/code-list-names.ts';
import {
  codeOf,
  codeOfServiceTask,
  codingOf,
  deliveredCodeLists,
  isCodeListOid,
  isSystemOf,
  keyOfCoding,
  SERVICE_TASKS,
  SOCIAL_SERVICES,
} from '../../../shared/documents/code-lists.ts';
import type { Field } from '../../../shared/documents/definition.ts';
import { ServiceTask, SERVICE_TASKS as TASKS } from '../../../shared/domain/service-tasks.ts';

/** The code lists that a field or its parts name by OID. */
const listsIn = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'group') return listsIn(field.fields);
    const list = field.type === 'code' ? field.codeList : undefined;
    return list !== undefined && isCodeListOid(list) ? [list] : [];
  });

describe('the national code lists', () => {
  it('are all known by OID and name that a definition names', () => {
    const named = new Set(listDefinitions().flatMap(({ oid }) => listsIn(definitionOf(oid)?.fields ?? [])));
    expect([...named].filter((oid) => codeListNameOf(oid) === undefined)).toEqual([]);
    expect(namedCodeLists()).toHaveLength(85);
    for (const { oid, fi } of deliveredCodeLists()) {
      if (named.has(oid)) expect(codeListNameOf(oid), oid).toBe(fi);
    }
  });

  it('have every key and every code once, and say their source', () => {
    for (const list of deliveredCodeLists()) {
      const keys = list.codes.map(({ key }) => key);
      const codes = list.codes.map(({ code }) => code).filter((code) => code !== null);
      expect(new Set(keys).size, list.oid).toBe(keys.length);
      expect(new Set(codes).size, list.oid).toBe(codes.length);
      expect(list.source, list.oid).not.toBe('');
    }
  });

  it('know the service tasks that the rules know, with the same codes, and guess none', () => {
    for (const task of ServiceTask.options) expect(codeOfServiceTask(task)?.code).toBe(TASKS[task].code);
    expect(codeOfServiceTask('childWelfare')).toMatchObject({ code: '10', fi: 'Lastensuojelu' });
    expect(codeOfServiceTask('families')).toMatchObject({ code: null, fi: 'Lapsiperheiden palvelut' });
    expect(codeOfServiceTask('magic')).toBeUndefined();
  });

  it('leave the code out of a coding that they do not know', () => {
    expect(codingOf(SERVICE_TASKS, 'families')).toEqual({
      system: 'urn:oid:1.2.246.537.6.1221.201601',
      display: 'Lapsiperheiden palvelut',
    });
    expect(codingOf('1.2.246.537.6.1265', 'any')).toBeUndefined();
  });

  it('find a value by our key or by its national code', () => {
    expect(codeOf(SOCIAL_SERVICES, '46')).toEqual(codeOf(SOCIAL_SERVICES, 'socialWork'));
  });

  it('find our key for a coding of the list, of any version, and of no other list', () => {
    for (const { key } of deliveredCodeLists().find(({ oid }) => oid === SERVICE_TASKS)?.codes ?? []) {
      const coding = codingOf(SERVICE_TASKS, key);
      expect(coding && keyOfCoding(SERVICE_TASKS, coding)).toBe(key);
    }
    const refugee = codingOf('1.2.246.537.6.1229', 'refugee');
    expect(codeOf(SOCIAL_SERVICES, '2')?.code).toBe(refugee?.code);
    expect(refugee && keyOfCoding(SOCIAL_SERVICES, refugee)).toBeUndefined();
  });

  it('say a kind of ours by the code and name of the service that the list has', () => {
    const person = codingOf(SOCIAL_SERVICES, 'supportPerson');
    expect(person).toMatchObject({ code: '51', display: 'Tukisuhdetoiminta' });
    expect(person && keyOfCoding(SOCIAL_SERVICES, person)).toBe('supportRelationship');
    expect(codeOf(SOCIAL_SERVICES, 'supportPerson')?.fi).toBe('Tukihenkilö');
    // Of social assistance the list's code is not known: then the kind says its own name.
    expect(codingOf(SOCIAL_SERVICES, 'preventiveAssistance')).toEqual({
      system: 'urn:oid:1.2.246.537.6.1222',
      display: 'Ehkäisevä toimeentulotuki',
    });
  });

  it.each([
    ['urn:oid:1.2.246.537.6.1221', true],
    ['urn:oid:1.2.246.537.6.1221.201601', true],
    ['urn:oid:1.2.246.537.6.12211', false],
    ['urn:oid:1.2.246.537.6.1221.', false],
    ['urn:oid:1.2.246.537.6.1221.x', false],
    ['1.2.246.537.6.1221', false],
  ])('count %s as the system of list 1221: %s', (system, isOf) => {
    expect(isSystemOf(SERVICE_TASKS, system)).toBe(isOf);
  });
});
