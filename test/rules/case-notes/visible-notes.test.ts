import { describe, expect, it } from 'vitest';
import type { Actor, Grant } from '../../../shared/access/actor.ts';
import type { JobRole } from '../../../shared/access/job-roles.ts';
import { mayUseEntry, readableClasses } from '../../../shared/access/visible-notes.ts';
import { classesOfNote, wordsOfClass } from '../../../shared/domain/case-notes/note-class.ts';
import { ProcessPhase, Sensitivity } from '../../../shared/domain/entry-class.ts';
import { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import type { SocialService } from '../../../shared/domain/social-services.ts';
import { ControllerId, GrantId, UserId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const ON = LocalDate.parse('2026-11-24');

const actor = (...grants: [JobRole, Partial<Grant>?][]): Actor => ({
  userId: UserId.parse('01KBN4PZ00000000000000000A'),
  controller: ControllerId.parse('KEUSOTE'),
  authenticationMethod: 'test',
  issuedAt: Instant.parse('2026-11-24T10:00:00.000Z'),
  name: 'Testi',
  postTitle: 'testi',
  openings: [],
  grants: grants.map(([role, more]) => ({
    grantId: GrantId.parse('01KBN4PZ00000000000000000B'),
    role,
    unitIds: [],
    serviceTasks: [],
    services: [],
    relatedServices: [],
    duties: [],
    specialRights: [],
    range: { from: ON },
    ofFile: { kind: 'purchase' as const, legalGround: '457/2024 § 16' },
    ...more,
  })),
});

type Entry = Parameters<typeof mayUseEntry>[1];
const SERVICES: readonly SocialService[][] = [
  [],
  ['familyWork'],
  ['familyCounselling'],
  ['shelter'],
  ['familyMediation'],
  ['familyWork', 'familyCounselling'],
];
const TASKS: readonly ServiceTask[][] = [...ServiceTask.options.map((task) => [task]), ['families', 'older']];
const ENTRIES: readonly Entry[] = TASKS.flatMap((serviceTasks) =>
  SERVICES.flatMap((socialServices) =>
    Sensitivity.options.flatMap((sensitivity) =>
      ProcessPhase.options.map((phase) => ({ serviceTasks, socialServices, sensitivity, phase })),
    ),
  ),
);

const WORKERS: readonly [string, Actor][] = [
  ['broad', actor(['broadResponsibility'])],
  ['arranging of child welfare', actor(['arranging', { serviceTasks: ['childWelfare'] }])],
  ['giving family work', actor(['implementing', { serviceTasks: ['families'], services: ['familyWork'] }])],
  [
    'of two grants',
    actor(
      ['arranging', { serviceTasks: ['families'] }],
      ['implementing', { serviceTasks: ['families'], services: ['familyCounselling'] }],
    ),
  ],
  ['mediating', actor(['implementing', { serviceTasks: ['familyLaw'], services: ['familyMediation'] }])],
  ['private', actor(['privateImplementing', { serviceTasks: ['families'], services: ['familyWork'] }])],
  ['main user', actor(['mainUser'])],
];

describe('the rule of a single reading makes the list', () => {
  it.each(WORKERS)('%s: each readable entry stands in a class that is asked', (_, worker) => {
    const { all, classes } = readableClasses(worker, ON);
    const asked = new Set(classes.map((one) => [one.kind, ...wordsOfClass(one)].join()));
    const missed = ENTRIES.filter((entry) => mayUseEntry(worker, entry, ON)).filter(
      (entry) =>
        !all && !classesOfNote(entry).some((one) => asked.has([one.kind, ...wordsOfClass(one)].join())),
    );
    expect(missed).toEqual([]);
  });

  it.each(WORKERS)('%s: asking for one task leaves out no entry of that task alone', (_, worker) => {
    for (const task of ServiceTask.options) {
      const { all, classes } = readableClasses(worker, ON, task);
      const asked = new Set(classes.map((one) => [one.kind, ...wordsOfClass(one)].join()));
      const missed = ENTRIES.filter(
        (entry) => entry.serviceTasks.includes(task) && mayUseEntry(worker, entry, ON),
      ).filter(
        (entry) => !classesOfNote(entry).some((one) => asked.has([one.kind, ...wordsOfClass(one)].join())),
      );
      expect(all).toBe(false);
      expect(missed).toEqual([]);
    }
  });

  it('reads the narrative itself only for who may read every ordinary entry', () => {
    const whole = WORKERS.filter(([, worker]) => readableClasses(worker, ON).all).map(([name]) => name);
    expect(whole).toEqual(['broad']);
  });

  it('asks nothing for who reads nothing', () => {
    expect(readableClasses(actor(['mainUser']), ON)).toEqual({ all: false, classes: [] });
  });

  it('asks few partitions, so that a page stays cheap', () => {
    for (const [name, worker] of WORKERS) {
      if (!readableClasses(worker, ON).all) {
        expect(readableClasses(worker, ON).classes.length, name).toBeLessThanOrEqual(20);
      }
    }
  });
});

describe('an entry of two services', () => {
  it('is for who gives both, not for who gives one', () => {
    const entry: Entry = {
      serviceTasks: ['families'],
      socialServices: ['familyWork', 'familyCounselling'],
      sensitivity: 'ordinary',
      phase: 'implementing',
    };
    const giving = (...services: SocialService[]): Actor =>
      actor(['implementing', { serviceTasks: ['families'], services }]);
    expect(mayUseEntry(giving('familyWork'), entry, ON)).toBe(false);
    expect(mayUseEntry(giving('familyWork', 'familyCounselling'), entry, ON)).toBe(true);
  });
});
