import { describe, expect, it } from 'vitest';
import { DraftEntry, NoteEntry } from '../../../shared/domain/case-notes/model.ts';
import {
  classesOfNote,
  inOrder,
  judgeSensitivity,
  sensitivityOf,
} from '../../../shared/domain/case-notes/note-class.ts';
import { judgeEntry, missingOfDraft } from '../../../shared/domain/case-notes/rules.ts';
import { Instant } from '../../../shared/kernel/instant.ts';

const NOW = Instant.parse('2026-11-24T10:00:00.000Z');
const entry = (more: Partial<Record<keyof NoteEntry, unknown>> = {}): NoteEntry =>
  NoteEntry.parse({
    entryType: 'other',
    serviceTasks: ['families'],
    eventAt: '2026-11-24T10:00:00.000Z',
    content: { text: 'Puhelu.', source: { kind: 'client', channel: 'phone' } },
    ...more,
  });
const rulesOf = (judged: NoteEntry): string[] => judgeEntry(judged, undefined, NOW).map(({ rule }) => rule);

describe('an entry', () => {
  it('may tell of this very moment and not of the next', () => {
    expect(rulesOf(entry())).toEqual([]);
    expect(rulesOf(entry({ eventAt: '2026-11-24T10:00:00.001Z' }))).toEqual(['note.eventInFuture']);
  });

  it('may end when it begins and not before', () => {
    expect(rulesOf(entry({ eventUntil: '2026-11-24T10:00:00.000Z' }))).toEqual([]);
    expect(rulesOf(entry({ eventUntil: '2026-11-24T09:59:59.999Z' }))).toEqual(['note.endsBeforeItBegins']);
  });

  it('names a service task once', () => {
    expect(rulesOf(entry({ serviceTasks: ['families', 'families'] }))).toEqual(['note.taskTwice']);
  });
});

describe('how sensitive an entry is', () => {
  it.each([
    ['therapeuticWork', undefined, [], 'therapy'],
    ['examination', undefined, ['shelter'], 'examination'],
    ['other', undefined, [], 'ordinary'],
    ['other', undefined, ['socialWork'], 'ordinary'],
    ['other', undefined, ['socialWork', 'familyMediation'], 'familyMediation'],
    ['other', undefined, ['familyMediation', 'shelter'], 'shelter'],
    ['other', 'familyMediation', [], 'familyMediation'],
  ] as const)('%s, chosen %s, of services %j: %s', (entryType, chosen, services, sensitivity) => {
    expect(sensitivityOf(entryType, chosen, services)).toBe(sensitivity);
  });

  it('is not chosen where the kind has decided', () => {
    const chosen = { chosenSensitivity: 'shelter' };
    expect(judgeSensitivity(entry({ ...chosen, entryType: 'therapeuticWork' }))).toHaveLength(1);
    expect(judgeSensitivity(entry(chosen))).toEqual([]);
  });
});

describe('where an entry stands in the indexes', () => {
  const note = { serviceTasks: ['families'], socialServices: [], sensitivity: 'ordinary' } as const;
  const inTask = { kind: 'task', serviceTask: 'families', sensitivity: 'ordinary' };

  it('by its task, and by its service where it has one', () => {
    expect(classesOfNote({ ...note, serviceTasks: ['families'], socialServices: [] })).toEqual([inTask]);
    expect(classesOfNote({ ...note, serviceTasks: ['families'], socialServices: ['familyWork'] })).toEqual([
      inTask,
      { kind: 'service', serviceTask: 'families', service: 'familyWork' },
    ]);
  });

  it('apart, where it has several tasks or services', () => {
    const apart = [{ kind: 'several', sensitivity: 'ordinary' }];
    expect(classesOfNote({ ...note, serviceTasks: ['families', 'older'], socialServices: [] })).toEqual(
      apart,
    );
    expect(
      classesOfNote({
        ...note,
        serviceTasks: ['families'],
        socialServices: ['familyWork', 'familyCounselling'],
      }),
    ).toEqual(apart);
  });

  it('with its tasks in one order, however they were written', () => {
    expect(inOrder(['childWelfare', 'families'])).toEqual(inOrder(['families', 'childWelfare']));
  });
});

describe('a draft', () => {
  it('says all that it lacks', () => {
    const empty = DraftEntry.parse({ entryType: 'other', content: {} });
    expect(missingOfDraft(empty).map(({ path }) => path)).toEqual([
      '/serviceTasks',
      '/eventAt',
      '/content/text',
      '/content/source',
    ]);
    expect(missingOfDraft(entry())).toEqual([]);
  });
});
