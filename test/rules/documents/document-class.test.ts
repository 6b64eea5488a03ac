import { describe, expect, it } from 'vitest';
import { listDefinitions } from '../../../shared/documents/catalogue.ts';
import { documentClassOf } from '../../../shared/documents/document-class.ts';
import { ENTRY_TYPES } from '../../../shared/documents/entry-types.ts';
import { isKnownSubject, serviceTasksOf } from '../../../shared/documents/service-tasks-of.ts';
import { ServiceTask } from '../../../shared/domain/service-tasks.ts';

const classOf = (typeOid: string) => {
  const [entry] = listDefinitions({ typeOid });
  return entry && documentClassOf(entry);
};

describe('the service tasks of a kind of document', () => {
  it('are said by a row for every subject that the definitions have', () => {
    const subjects = new Set(listDefinitions().map(({ subject }) => subject));
    expect([...subjects].filter((subject) => !isKnownSubject(subject))).toEqual(['']);
  });

  it('are all of them where no row knows the subject: nothing is hidden from who may need it', () => {
    expect(serviceTasksOf('Uuden palvelun asiakasasiakirjat')).toEqual(ServiceTask.options);
    expect(serviceTasksOf('')).toEqual(ServiceTask.options);
  });

  it('reach each task with documents of its own', () => {
    for (const task of ServiceTask.options) {
      const own = listDefinitions().filter(({ subject }) => serviceTasksOf(subject).join() === task);
      expect(own.length, task).toBeGreaterThan(4);
    }
  });
});

describe('what decree 457/2024 asks of a kind of document', () => {
  it.each([
    ['1.2.246.537.6.1505.1', 'clienthood', 'ordinary'],
    ['1.2.246.537.6.1506.1019', 'assessment', 'ordinary'],
    ['1.2.246.537.6.1506.1006', 'other', 'ordinary'],
    ['1.2.246.537.6.1506.15009', 'clientPlan', 'ordinary'],
    ['1.2.246.537.6.1506.15026', 'implementationPlan', 'ordinary'],
    ['1.2.246.537.6.1506.11027', 'decision', 'ordinary'],
    ['1.2.246.537.6.1506.3007', 'decision', 'ordinary'],
    ['1.2.246.537.6.1506.13007', 'contract', 'ordinary'],
    ['1.2.246.537.6.1506.13000', 'other', 'ordinary'],
    ['1.2.246.537.6.1506.19013', 'caseNote', 'ordinary'],
    ['1.2.246.537.6.1506.1011', 'implementation', 'shelter'],
    ['1.2.246.537.6.1506.15019', 'implementationPlan', 'shelter'],
  ])('%s is %s, %s', (typeOid, kind, sensitivity) => {
    expect(classOf(typeOid)).toEqual({ kind, sensitivity });
  });

  it('names an assessment or a client plan only what is one', () => {
    for (const entry of listDefinitions()) {
      const { kind } = documentClassOf(entry);
      if (kind === 'assessment') expect(entry.fi).toMatch(/palvelutarpeen arvio$/);
      if (entry.fi.endsWith('palvelutarpeen arvio')) expect(kind).toBe('assessment');
      if (entry.fi.endsWith('asiakassuunnitelma')) expect(kind).toBe('clientPlan');
      if (entry.fi.endsWith('toteuttamissuunnitelma')) expect(kind).toBe('implementationPlan');
    }
  });

  it('agrees with the kinds of entries on what is therapy and what an examination', () => {
    for (const { typeOid, sensitivity } of Object.values(ENTRY_TYPES)) {
      expect(classOf(typeOid)).toEqual({ kind: 'caseNote', sensitivity });
    }
  });
});
