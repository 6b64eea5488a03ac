import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import {
  type Coding,
  codingOf,
  deliveredCodeList,
  type FindCodeList,
  SIGNATURES,
} from '../../shared/documents/code-lists.ts';
import { splitDefinitionOid } from '../../shared/documents/definition.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { judgeAssistanceText, withAssistance } from '../../shared/domain/decisions/assistance.ts';
import { factsOfIssue } from '../../shared/domain/decisions/counted.ts';
import { type DecisionFacts, fillDecision } from '../../shared/domain/decisions/fill.ts';
import { bodyOf, guidanceOf, guidanceText, lacksAuthority } from '../../shared/domain/decisions/guidance.ts';
import { definitionTypeOf, isReviewed } from '../../shared/domain/decisions/kinds.ts';
import type { DecisionContent, DecisionHead } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { finding } from '../../shared/domain/decisions/rules/finding.ts';
import { withExpectedForce } from '../../shared/domain/decisions/rules/force.ts';
import { timesOfIssue } from '../../shared/domain/decisions/times.ts';
import { issueDecision as issued, moved } from '../../shared/domain/decisions/transitions.ts';
import { definitionInForce } from '../../shared/domain/documents/definitions.ts';
import { finalDocument } from '../../shared/domain/documents/final.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { DocumentId } from '../../shared/kernel/id.ts';
import { helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { earlierEnded } from './earlier-ended.ts';
import { heardPersons } from './heard-persons.ts';
import { judgeIssue } from './judge-issue.ts';
import { metByDecision } from './met-by-decision.ts';
import {
  activeCase,
  commitDecision,
  contentOf,
  DecisionChanged,
  decisionSeen,
  type OfDecision,
  officialOf,
} from './one-decision.ts';
import { draftOfDecision } from './propose-decision.ts';

export const IssueDecision = z
  .strictObject({
    /** The version of the draft that the decider read. */
    draftVersion: z.int().positive(),
    /** Esteellisyys (434/2003 28 §): the decider declares that no ground of disqualification holds. */
    impartial: z.literal(true),
    /** Allekirjoituksen tyyppi: `electronic` or `byHand`, or a code of list 1.2.246.537.5.40161 as it was loaded. */
    signatureType: z.string().regex(/^[A-Za-z0-9]{1,20}$/),
  })
  .meta({ id: 'IssueDecision' });
type IssueDecision = z.infer<typeof IssueDecision>;

export const DecisionIssued = DecisionChanged.extend({ documentId: DocumentId }).meta({
  id: 'DecisionIssued',
});
type DecisionIssued = z.infer<typeof DecisionIssued>;

/**
 * Issues a decision (434/2003 43–48 §; 1301/2014 45–46 §): the official who has the power gives it in the own name.
 * Its document is locked, its guidance on appeal fixed, its times begin, all in one commit. Nobody else's call gets
 * here: a job, a rule and an operator's command have no post, and the rules on power ask for one (U-12.1).
 */
export async function issueDecision(
  context: ClientContext,
  { body, ...of }: OfDecision & { body: IssueDecision },
): Promise<Answer<DecisionIssued>> {
  const { services, actor, now, today } = context;
  const head = await decisionSeen(context, of);
  // A decision that is issued already is told so before anything else of it is judged.
  moved(head, 'issue', { now, by: actor.userId });
  const ofCase = activeCase(context, head.caseId);
  const [{ power, isSupported, known, findings }, settings, content, draft, office] = await Promise.all([
    judgeIssue(context, head, ofCase),
    settingsOf(services, actor.controller),
    contentOf(context, head),
    draftOfDecision(context, head),
    officeOf(services, actor.controller, ofCase.unitId),
  ]);
  expectVersion(draft.draft, body.draftVersion);
  mustBeOfKind(head, draft.draft.definitionOid);
  const { definition, find } = await definitionInForce(services, draft.draft.definitionOid);
  refuseErrors(DECISION_REFUSALS.notValid, judgeAssistanceText(head, definition, draft.content));
  const { language } = draft.draft;
  const { fillHearing } = await import('../../shared/domain/decisions/fill-hearing.ts');
  const facts = await factsOfDocument(context, {
    head,
    ofCase,
    content,
    settings,
    language,
    organiser: office.organiser.name,
    heard: await heardPersons(context, head, known),
    signature: signatureOf(body.signatureType, find),
  });
  const final = await finalDocument(context, {
    files: [context.file],
    ofCase,
    definitionOid: draft.draft.definitionOid,
    content: fillDecision(definition, withAssistance(head, definition, draft.content), facts, fillHearing),
    serviceTasks: head.serviceTasks,
    socialServices: head.socialServices,
    language,
    draft,
  });
  const { documentId, version: documentVersion } = final.document;
  const after = withExpectedForce(
    issued(
      // The unit that has the case gives it, whichever had it when it was prepared.
      { ...head, unitId: ofCase.unitId, specialSupport: head.specialSupport || isSupported },
      {
        on: today,
        by: officialOf(context),
        power,
        impartial: body.impartial,
        signatureType: body.signatureType,
        guidance: guidanceOf(head.route),
      },
      { documentId, documentVersion },
    ),
    [],
  );
  const [earlier, met, begun] = await Promise.all([
    earlierEnded(context, after, ofCase),
    metByDecision(context, after),
    timesOfIssue(context, after, ofCase),
  ]);
  const answer = await commitDecision(context, head, after, {
    followers: earlier.followers,
    changes: [...final.changes, ...begun, ...met.changes, ...earlier.changes],
    resources: [...final.resources, ...earlier.resources],
    fields: ['state', 'issued', 'document'],
    facts: [...final.facts, ...factsOfIssue(after), ...met.facts, ...earlier.facts],
    findings: [...new Set([...findings, ...final.findings, ...earlier.findings])],
  });
  return { ...answer, body: { ...answer.body, documentId } };
}

/** @throws Refusal `decision.notValid` for a draft of another kind of document. */
function mustBeOfKind({ kind }: DecisionHead, definitionOid: string): void {
  if (splitDefinitionOid(definitionOid)?.typeOid === definitionTypeOf(kind)) return;
  throw new Refusal(DECISION_REFUSALS.otherDocument);
}

/**
 * The signature as its list says it: our own words for the two ways until the operator has loaded the list.
 * @throws Refusal `decision.notValid` for what is in no list.
 */
function signatureOf(type: string, find: FindCodeList): Coding {
  const coding = codingOf(SIGNATURES, type, find) ?? codingOf(SIGNATURES, type, deliveredCodeList);
  if (coding !== undefined) return coding;
  throw new Refusal(DECISION_REFUSALS.notValid, {
    findings: [
      finding('signatureUnknown', 'error', '/body/signatureType', '434/2003 44 §', {
        fi: 'Allekirjoituksen tyyppiä ei ole koodistossa 1.2.246.537.5.40161. Käytä arvoa electronic tai byHand, tai lataa koodisto.',
        sv: 'Typen av underskrift finns inte i kodverket 1.2.246.537.5.40161. Använd electronic eller byHand, eller ladda kodverket.',
        en: 'The type of signature is not in list 1.2.246.537.5.40161. Use electronic or byHand, or load the list.',
      }),
    ],
  });
}

/** @throws Refusal `decision.guidanceMissing` where the controller has named no authority for this route. */
async function factsOfDocument(
  { today, actor }: ClientContext,
  {
    head,
    ofCase,
    content,
    settings,
    language,
    ...more
  }: {
    head: DecisionHead;
    ofCase: CaseHead;
    content: DecisionContent;
    settings: ControllerSettings;
  } & Pick<DecisionFacts, 'language' | 'organiser' | 'heard' | 'signature'>,
): Promise<DecisionFacts> {
  const guidance = guidanceOf(head.route);
  if (lacksAuthority(guidance, settings.appeals)) throw new Refusal(DECISION_REFUSALS.guidanceMissing);
  const { GUIDANCE } = await import('../../shared/domain/decisions/guidance-texts.ts');
  const authority = bodyOf(guidance, settings.appeals)?.title;
  return {
    decisionId: head.decisionId,
    on: today,
    openedOn: helsinkiDateOf(ofCase.openedAt),
    preparer: head.preparedBy,
    decider: { name: actor.name, post: actor.postTitle },
    result: head.result,
    provisions: content.provisions,
    validity: head.validity,
    atOnce: head.atOnce,
    atOnceReasons: content.atOnceReasons,
    guidance: {
      text: guidanceText(GUIDANCE[guidance][language], bodyOf(guidance, settings.appeals)),
      ...(authority === undefined ? {} : { authority }),
      ...(isReviewed(head.route) ? { means: 'review' as const } : {}),
      ...(guidance === 'administrativeAppeal' || guidance === 'supremeAppeal'
        ? { means: 'appeal' as const }
        : {}),
    },
    language,
    ...more,
  };
}
