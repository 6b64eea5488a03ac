import * as z from 'zod';
import { mustBeAble } from '../../shared/access/must-be-able.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { factOfOpening } from '../../shared/domain/cases/counted.ts';
import {
  CaseContent,
  CaseHead,
  Initiator,
  MOST_WORKERS,
  type WayOfOpening,
} from '../../shared/domain/cases/model.ts';
import { newCase } from '../../shared/domain/cases/new-case.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { judgeOpening, mayHaveCase } from '../../shared/domain/cases/rules.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { HandlingContent, type IntakeKind } from '../../shared/domain/intake/model.ts';
import type { Notifier, NotifierParty } from '../../shared/domain/intake/record.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { judgeReady } from '../../shared/domain/intake/rules.ts';
import { CaseId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { handled } from './handled.ts';
import { matterInFile } from './matter-in-file.ts';
import { lineInFile, type MatterHandled, type OneMatterOfClient } from './one-matter.ts';
import { outcomeDocument } from './outcome-document.ts';

export const OpenCaseOfMatter = z
  .strictObject({
    ...CaseContent.shape,
    /** Those of the matter, where nothing else is said. */
    serviceTasks: CaseHead.shape.serviceTasks.optional(),
    /** Who brought it, where the notifier does not tell. */
    initiator: Initiator.optional(),
    unitId: UnitId,
    responsibleWorkerId: UserId.optional(),
    workerIds: z.array(UserId).max(MOST_WORKERS).default([]),
    grounds: HandlingContent.shape.words,
  })
  .meta({ id: 'OpenCaseOfMatter' });

const WAYS: Record<IntakeKind, z.infer<typeof WayOfOpening>> = {
  application: 'application',
  contact: 'contact',
  needNotification: 'notification',
  assessmentRequest: 'contact',
  childWelfareNotification: 'notification',
  anticipatoryNotification: 'notification',
};

/**
 * Opens a case from what was received (asian vireilletulo, 703/2023 §§ 37, 41; 417/2007 § 26), in the commit that
 * ends its handling in the intake. It was opened when it arrived, and the times that began then go on in it.
 */
export async function openCaseOfMatter(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: z.infer<typeof OneMatterOfClient>; body: z.infer<typeof OpenCaseOfMatter>; version: number },
): Promise<Answer<MatterHandled>> {
  const { file, now, services } = context;
  const [found] = await Promise.all([
    matterInFile(context, params, version),
    mustBeAble(context, { responsible: body.responsibleWorkerId, others: body.workerIds }),
  ]);
  const { matter, record, inFile, ring, running } = found;
  refuseErrors(INTAKE_REFUSALS.notValid, judgeReady(matter));
  if (!mayHaveCase(file.head)) throw new Refusal(CASE_REFUSALS.noRelationship);
  const { grounds, serviceTasks = matter.serviceTasks, initiator, ...rest } = body;
  const opening = {
    ...rest,
    serviceTasks,
    wayOfOpening: WAYS[matter.kind],
    initiator: initiator ?? initiatorOf(record.notifier),
    openedAt: matter.receivedAt,
  };
  const findings = judgeOpening(opening, [file.head], now);
  refuseErrors(CASE_REFUSALS.notValid, findings);

  const caseId = CaseId.parse(newId(services));
  const opened = await newCase(context, [file], caseId, opening);
  const made = await outcomeDocument(context, found, { outcome: 'caseOpened', grounds, opened });
  const documentId = made?.document.documentId;
  const end = await handled(context, {
    matter,
    record,
    subjectId: inFile.subjectId,
    ring,
    running,
    outcome: 'caseOpened',
    grounds,
    caseId,
    documentId,
    client: { head: file.head, inFile },
  });
  return commit(context, {
    changes: [...end.changes, ...opened.changes, ...(made?.changes ?? [])],
    line: lineInFile(end.after, inFile, {
      fields: ['outcome', 'case'],
      resources: [
        { kind: 'case', id: caseId, client: inFile.clientId, version: 1, serviceTasks },
        ...(made?.resources ?? []),
      ],
    }),
    events: end.events,
    facts: [...end.facts, ...factOfOpening(opened.heads), ...(made?.facts ?? [])],
    answer: {
      body: {
        matterId: matter.matterId,
        version: end.after.version,
        caseId,
        ...(documentId === undefined ? {} : { documentId }),
        findings: [...new Set([...findings.map(({ rule }) => rule), ...(made?.findings ?? [])])],
      },
      version: end.after.version,
    },
  });
}

type Brought = z.infer<typeof Initiator>;

/** Vireillepanija by what kind of notifier it was: an authority unless named here. */
const INITIATORS: Partial<Record<NotifierParty, Brought>> = {
  self: 'client',
  relativeSameHousehold: 'closePerson',
  relativeOtherHousehold: 'closePerson',
  guardian: 'guardian',
  otherPrivatePerson: 'otherPerson',
  socialWelfare: 'socialWelfare',
  healthCare: 'healthCare',
};

/** Another person where nobody has said who it was. */
const initiatorOf = (notifier: Notifier | undefined): Brought =>
  notifier?.party === undefined ? 'otherPerson' : (INITIATORS[notifier.party] ?? 'authority');
