import * as z from 'zod';
import { visibleBaseData } from '../../shared/access/visibility.ts';
import { visibleNotes } from '../../shared/access/visible-notes.ts';
import type { Reading } from '../../shared/act.ts';
import { openNotes } from '../../shared/domain/case-notes/store.ts';
import { NoteView } from '../../shared/domain/case-notes/view.ts';
import { openCases } from '../../shared/domain/cases/store.ts';
import { CaseView } from '../../shared/domain/cases/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { BaseData, Provenance, Relationship, SafetyBan } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { hasSafetyBan, isUninformed } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { sealNarrativeCursor } from '../../shared/http/narrative-cursor.ts';
import { ClientId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** Notes shown at once; older ones are a page further. */
export const NOTES_SHOWN = 20;

export const OpenedFile = z
  .strictObject({
    clientId: ClientId,
    version: z.int(),
    state: z.enum(['active', 'archived', 'merged']),
    relationship: Relationship.omit({ recorded: true }).optional(),
    /** The client is to be told how the data are processed, and that has not been recorded (C-32). */
    uninformed: z.literal(true).optional(),
    intake: z.strictObject({ unitId: UnitId, workerId: UserId, at: Instant }),
    safetyBan: SafetyBan.optional(),
    restricted: z.boolean(),
    diedOn: LocalDate.optional(),
    mergedFrom: z.array(ClientId),
    baseData: BaseData.partial(),
    /** Fields held back by the safety ban. */
    hidden: z.array(z.string()),
    sources: z.record(z.string(), Provenance),
    cases: z.array(CaseView),
    notes: z.array(NoteView),
    moreNotes: z.string().optional(),
  })
  .meta({ id: 'OpenedFile' });
type OpenedFile = z.infer<typeof OpenedFile>;

/** Opens a client's file: one round of reads before this, one line beside the unsealing. */
export async function openFile(context: ClientContext): Promise<Reading<OpenedFile>> {
  const { head } = context.file;
  if (head.mergedInto !== undefined) {
    throw new Refusal(CLIENT_REFUSALS.merged, { details: { clientId: head.mergedInto } });
  }
  return fileReading(context, hasSafetyBan(head, context.today));
}

/** What an opened file shows. `isBanned`: whether the person is under a safety ban today. */
export function fileReading(context: ClientContext, isBanned: boolean): Reading<OpenedFile> {
  const { file, actor, services } = context;
  const { head } = file;
  const notes = visibleNotes(actor, file.notes, context.today);
  const oldest = notes.at(-1);
  return {
    version: head.version,
    line: {
      clients: [head.clientId],
      resources: [
        { kind: 'client', id: head.clientId, version: head.version },
        ...file.cases.map((item) => ({
          kind: 'case' as const,
          id: item.caseId,
          serviceTasks: item.serviceTasks,
        })),
        ...notes.map((note) => ({
          kind: 'caseNote' as const,
          id: note.noteId,
          serviceTasks: note.serviceTasks,
        })),
      ],
      dataGroups: [
        'baseData',
        'contactData',
        'clienthood',
        'case',
        ...(notes.length > 0 ? ['caseNotes' as const] : []),
      ],
      ...(oldest === undefined ? {} : { historyFrom: oldest.eventAt }),
    },
    body: async () => {
      const ring = ringOf(context);
      const [base, cases, opened, moreNotes, mustBeTold] = await Promise.all([
        openBase(ring, head),
        openCases(ring, file.cases),
        openNotes(context, ring, notes),
        sealNarrativeCursor(
          context,
          { clientId: head.clientId },
          file.moreNotes && { before: file.notes.at(-1)?.noteId },
        ),
        // What the controller does is asked only where nothing is recorded.
        head.relationship !== undefined && head.relationship.informedOn === undefined
          ? settingsOf(services, actor.controller).then((settings) => isUninformed(head, settings))
          : false,
      ]);
      const { data, hidden } = visibleBaseData(actor, base.data, isBanned);
      return {
        clientId: head.clientId,
        version: head.version,
        state: head.state,
        ...(head.relationship === undefined ? {} : { relationship: shownRelationship(head.relationship) }),
        ...(mustBeTold ? { uninformed: true as const } : {}),
        intake: head.intake,
        ...(isBanned && head.safetyBan !== undefined ? { safetyBan: head.safetyBan } : {}),
        restricted: head.restriction !== undefined,
        ...(head.diedOn === undefined ? {} : { diedOn: head.diedOn }),
        mergedFrom: head.mergedFrom,
        baseData: data,
        hidden,
        sources: base.sources,
        cases,
        notes: opened,
        ...(moreNotes === undefined ? {} : { moreNotes }),
      };
    },
  };
}

const shownRelationship = ({ recorded: _recorded, ...shown }: Relationship): Omit<Relationship, 'recorded'> =>
  shown;
