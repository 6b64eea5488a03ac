import { phaseOfWork } from '../../shared/access/phase-of-work.ts';
import { mayUseEntry } from '../../shared/access/visible-notes.ts';
import type { ActContext } from '../../shared/act.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import type { NoteEntry, NoteHead } from '../../shared/domain/case-notes/model.ts';
import { definitionOfEntry, judgeNationalForm } from '../../shared/domain/case-notes/national-form.ts';
import { inOrder, judgeSensitivity, sensitivityOf } from '../../shared/domain/case-notes/note-class.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { judgeEntry, mayBeWrittenOf } from '../../shared/domain/case-notes/rules.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientFile } from '../../shared/domain/clients/file.ts';
import { openBase } from '../../shared/domain/clients/store.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import type { CaseId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';

/** What an entry says in clear once it has been judged, and the codes of what was remarked on it. */
export type JudgedNote = {
  facts: Pick<
    NoteHead,
    | 'entryType'
    | 'serviceTasks'
    | 'socialServices'
    | 'sensitivity'
    | 'phase'
    | 'eventAt'
    | 'eventUntil'
    | 'thirdPersons'
  >;
  remarks: string[];
};

/**
 * Whether anything may be written of this client at all, and in this case.
 * @returns the case the entry names.
 */
export function writableCase(file: ClientFile, caseId: CaseId | undefined): CaseHead | undefined {
  const ofCase = file.cases.find((item) => item.caseId === caseId);
  if (caseId !== undefined && ofCase === undefined) throw new Refusal(NOTE_REFUSALS.noCase);
  if (!mayBeWrittenOf(file.head, file.cases)) throw new Refusal(NOTE_REFUSALS.noRelationship);
  return ofCase;
}

/** Judges an entry as a whole: rules, matrix, and the national definition of its kind. */
export async function judgeNote(
  context: ActContext,
  of: { file: ClientFile; ring: KeyRing; ofCase: CaseHead | undefined },
  entry: NoteEntry,
): Promise<JudgedNote> {
  const facts = factsOf(context, entry);
  if (!mayUseEntry(context.actor, facts, context.today)) throw new Refusal(NOTE_REFUSALS.classNotYours);
  const [base, defined] = await Promise.all([
    openBase(of.ring, of.file.head),
    definitionOfEntry(context.services, entry),
  ]);
  const known = { client: base.data, author: context.actor, date: context.today };
  const findings: Finding[] = [
    ...judgeEntry(entry, of.ofCase, context.now),
    ...judgeSensitivity(entry),
    ...judgeNationalForm(entry, known, 'final', defined),
  ];
  refuseErrors(NOTE_REFUSALS.notValid, findings);
  return { facts, remarks: [...new Set(findings.map((finding) => finding.rule))] };
}

function factsOf(context: ActContext, entry: NoteEntry): JudgedNote['facts'] {
  const { content, entryType, eventAt, eventUntil } = entry;
  return {
    entryType,
    serviceTasks: inOrder(entry.serviceTasks),
    socialServices: [...new Set(content.socialServices)].toSorted(),
    sensitivity: sensitivityOf(entryType, entry.chosenSensitivity, content.socialServices),
    phase: entry.phase ?? phaseOfWork(context.actor),
    eventAt,
    ...(eventUntil === undefined ? {} : { eventUntil }),
    thirdPersons: content.thirdPersons.length > 0,
  };
}
