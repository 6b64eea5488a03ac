import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../shared/access/actor.ts';
import { JobRole } from '../../../shared/access/job-roles.ts';
import { mayUseDocument, readableDocuments } from '../../../shared/access/visible-documents.ts';
import { classesOfDocument, KEPT_KINDS, KINDS } from '../../../shared/domain/documents/document-class.ts';
import { type DocumentKind, ProcessPhase, Sensitivity } from '../../../shared/domain/entry-class.ts';
import { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import type { SocialService } from '../../../shared/domain/social-services.ts';
import { ControllerId, GrantId, UserId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const TODAY = LocalDate.parse('2026-11-24');
const ID = '01KBN4PZ00000000000000000A';

const actorOf = (
  role: JobRole,
  services: SocialService[],
  duties: Actor['grants'][number]['duties'],
): Actor => ({
  userId: UserId.parse(ID),
  controller: ControllerId.parse('KEUSOTE'),
  authenticationMethod: 'test',
  issuedAt: Instant.parse('2026-11-24T10:00:00.000Z'),
  name: 'Testi',
  postTitle: 'testi',
  openings: [],
  grants: [
    {
      grantId: GrantId.parse(ID),
      role,
      unitIds: [],
      serviceTasks: ['families', 'childWelfare'],
      services,
      relatedServices: [],
      duties,
      specialRights: [],
      range: { from: LocalDate.parse('2026-01-01') },
      ofFile: { kind: 'purchase', legalGround: '457/2024 § 16' },
    },
  ],
});

const SERVICES: readonly SocialService[][] = [[], ['homeCare'], ['familyMediation'], ['shelter', 'homeCare']];
const TASKS: readonly ServiceTask[][] = [
  ...ServiceTask.options.map((task): ServiceTask[] => [task]),
  ['families', 'older'],
];

/** Every cell of the decree that a document can stand in. */
const cellsOf = (kinds: readonly DocumentKind[]) =>
  TASKS.flatMap((serviceTasks) =>
    kinds.flatMap((kind) =>
      Sensitivity.options.flatMap((sensitivity) =>
        ProcessPhase.options.flatMap((phase) =>
          SERVICES.map((socialServices) => ({ serviceTasks, kind, sensitivity, phase, socialServices })),
        ),
      ),
    ),
  );

const DOCUMENTS = cellsOf(KINDS);

const WORKERS = JobRole.options.flatMap((role) => [
  { role, services: [], duties: [] },
  { role, services: ['homeCare' as const], duties: ['invoicing' as const, 'jointService' as const] },
  { role, services: ['familyMediation' as const], duties: [] },
]);

describe('the list of documents is made by key', () => {
  test.each(WORKERS)('and brings all that $role giving $services may read', ({ role, services, duties }) => {
    const actor = actorOf(role, services, duties);
    for (const wanted of [{}, { kinds: ['contract' as const] }, { serviceTask: 'families' as const }]) {
      const { all, classes } = readableDocuments(actor, TODAY, wanted);
      const known = new Set(classes.map((one) => JSON.stringify(one)));
      const missed = DOCUMENTS.filter(
        (document) =>
          !all &&
          (wanted.kinds === undefined || wanted.kinds.includes(document.kind as 'contract')) &&
          (wanted.serviceTask === undefined || document.serviceTasks.includes(wanted.serviceTask)) &&
          mayUseDocument(actor, document, TODAY) &&
          !classesOfDocument(document).some((one) => known.has(JSON.stringify(one))),
      );
      expect(missed).toEqual([]);
    }
  });

  test.each(WORKERS)(
    'and for $role giving $services nothing is asked that holds nothing to read',
    (worker) => {
      const actor = actorOf(worker.role, worker.services, worker.duties);
      const { classes } = readableDocuments(actor, TODAY);
      const idle = classes
        .filter(({ by }) => by !== 'several')
        .filter(
          (one) =>
            !DOCUMENTS.some(
              (document) =>
                mayUseDocument(actor, document, TODAY) &&
                classesOfDocument(document).some((own) => JSON.stringify(own) === JSON.stringify(one)),
            ),
        );
      expect(idle).toEqual([]);
    },
  );

  test.each(WORKERS)(
    'and brings all attachments and papers, of entries too, that $role giving $services may read',
    (worker) => {
      const actor = actorOf(worker.role, worker.services, worker.duties);
      const { all, classes } = readableDocuments(actor, TODAY, {}, KEPT_KINDS);
      const known = new Set(classes.map((one) => JSON.stringify(one)));
      const missed = cellsOf(KEPT_KINDS).filter(
        (kept) =>
          !all &&
          mayUseDocument(actor, kept, TODAY) &&
          !classesOfDocument(kept).some((one) => known.has(JSON.stringify(one))),
      );
      expect(missed).toEqual([]);
    },
  );

  test('the whole file is read by who may read every ordinary document, and by no other', () => {
    expect(readableDocuments(actorOf('broadResponsibility', [], []), TODAY).all).toBe(true);
    expect(readableDocuments(actorOf('broadResponsibility', [], []), TODAY, {}, KEPT_KINDS).all).toBe(true);
    expect(readableDocuments(actorOf('arranging', [], []), TODAY).all).toBe(false);
    expect(readableDocuments(actorOf('mainUser', [], []), TODAY)).toEqual({ all: false, classes: [] });
  });
});
