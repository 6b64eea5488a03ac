import * as z from 'zod';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { CaseId, type ClientId } from '../../shared/kernel/id.ts';
import { booked } from './appointments.ts';
import { pdfOf, sentIn } from './attachments.ts';
import { actOnService, openedService } from './client-services.ts';
import { CHILDS_PLAN, FAMILY_WORK_PLAN } from './closing.ts';
import { CONTACT } from './contact.ts';
import { PROFILES } from './controllers.ts';
import {
  actOn as actOnDecision,
  decisionsOf,
  delegated,
  draftOf,
  ISSUE,
  planBody,
  prepare,
  workerInPost,
} from './decisions.ts';
import { aDraft, begun, finished } from './documents.ts';
import { actOn, inFileAt, linked, matterAt, notification, received } from './intake.ts';
import { assessed, childsAssessment, concernedBy, done } from './matters.ts';
import { filed, folderOf, paperBody } from './papers.ts';
import { recordPerson, text } from './people.ts';
import { AINO } from './siblings.ts';
import { givenTask } from './tasks.ts';
import { type Matter, noted, WORD } from './whole-matter.ts';
import type { Worker } from './world.ts';
import { worldOfDecisions } from './world-of-decisions.ts';

const TASKS = { serviceTasks: ['childWelfare'] };
const FAMILY_WORK = { socialServices: ['familyWork'] };

/** A draft of a plan made a plan in force. @returns its document. */
async function planned(worker: Worker, clientId: ClientId, draft: Record<string, unknown>) {
  const draftId = await begun(worker, clientId, { ...TASKS, ...draft });
  const told = await worker.call('POST', `/v1/plans/clients/${clientId}/plans`, {
    body: { draftId, draftVersion: 1 },
  });
  return z.object({ planId: z.string(), documentId: z.string() }).loose().parse(done(told));
}

/** Sopimus yksityisesti järjestettävästä sosiaalipalvelusta. */
const CONTRACT = {
  definitionOid: '1.2.246.537.6.1506.13007.2023.9.8',
  ...TASKS,
  content: {
    sopimus_yksityisesti_jarjestettavasta_sosiaalipalvelusta: {
      sopimus: { asiasisalto: `Perhetyö, ${WORD}.` },
      allekirjoitus: [
        {
          allekirjoituksen_tyyppi: {
            system: 'urn:oid:1.2.246.537.5.40161',
            code: '1',
            display: 'Allekirjoitus',
          },
        },
      ],
    },
  },
};

const DECISION_TEXT = {
  lastensuojelun_palvelu__tai_tukitoimipaatos: {
    paatos: {
      sosiaalipalvelu_jota_paatos_koskee: {
        sosiaalipalvelu: { system: 'urn:oid:1.2.246.537.6.1222', display: 'Perhetyö' },
      },
      ratkaisu_ja_perustelut: `Myönnetään perhetyötä, ${WORD}.`,
      lisatietojen_antaja: [CONTACT],
    },
  },
};

/**
 * A child’s matter as its officials handle it: a notification, the case, its assessment, plans, a decision on family
 * work that is heard, issued and sent, the service and what was delivered of it; beside them entries, an attachment, a
 * paper, an appointment, a task, and what nobody has finished yet.
 */
export async function childsMatter(): Promise<Matter> {
  const world = await worldOfDecisions({ ...defaultSettings, paper: PROFILES.U.paper });
  const worker = await workerInPost(world, 'broadResponsibility', { name: 'Kaisa Vastuullinen' });
  const decider = await workerInPost(world, 'broadResponsibility', { name: 'Leena Laaja' });
  await delegated(world, { kind: '11002', postIds: [decider.postId], roles: [] });
  const matter = await received(
    worker,
    notification(world, TASKS, {
      text: `Lapsi on ollut yksin, ${WORD}.`,
      subjects: [{ family: 'Esimerkki', given: 'Aino' }],
    }),
  );
  await actOn(worker, matterAt(matter), '/urgency', { result: 'notUrgent', grounds: 'Ei vaaraa juuri nyt.' });
  const clientId = await linked(world, worker, matter, 0, await recordPerson(world, worker, AINO));
  const inFile = inFileAt(clientId, matter);
  const notificationId = text({ json: done(await actOn(worker, inFile, '/document')) }, 'documentId');
  const opened = await actOn(worker, inFile, '/open-case', {
    name: 'Lastensuojelun tarve',
    unitId: world.units.families,
    responsibleWorkerId: worker.userId,
    workerIds: [decider.userId],
    grounds: 'Ilmoitus edellyttää selvittämistä.',
  });
  const caseId = CaseId.parse(done(opened)['caseId']);
  const assessment = await assessed(worker, clientId, {
    caseId,
    definitionOid: '1.2.246.537.6.1506.1005.2023.9.8',
    ...TASKS,
    content: childsAssessment(`Lapsi tarvitsee tukea, ${WORD}.`),
    end: { result: 'childWelfareClient', specialSupport: true },
  });
  const clientPlan = await planned(worker, clientId, {
    definitionOid: CHILDS_PLAN,
    caseId,
    content: { lastensuojelun_asiakassuunnitelma: { asetettavat_tavoitteet: [{ nimi: WORD }] } },
  });
  const carryingOut = await planned(worker, clientId, {
    definitionOid: FAMILY_WORK_PLAN,
    caseId,
    ...FAMILY_WORK,
    content: { perhetyon_suunnitelma: { asetettavat_tavoitteet: [{ nimi: WORD }] } },
  });
  const decision = await decided({ worker, decider, clientId, caseId });
  const service = await openedService(worker, clientId, caseId, {
    serviceTask: 'childWelfare',
    basis: { kind: 'decision', ...decision },
    validFrom: '2026-11-24',
    validTo: '2027-01-15',
  });
  done(await actOnService(worker, service, 'start', 1, { startedOn: '2026-11-24' }));
  done(
    await worker.call('POST', `${service}/deliveries`, {
      body: { on: '2026-11-24', hundredths: 100, unit: 'visits' },
    }),
  );
  const ofService = await noted(worker, clientId, { ...TASKS, caseId, phase: 'implementing' }, FAMILY_WORK);
  const sent = await sentIn(world, worker, clientId, await pdfOf(1), {
    serviceTasks: [],
    belongsTo: { kind: 'caseNote', id: ofService },
  });
  const folderId = await folderOf(world, worker);
  const paper = paperBody(world, folderId, {
    serviceTasks: [],
    what: 'print',
    of: { kind: 'document', id: assessment },
  });
  const task = await givenTask(world, worker, clientId, { caseId });
  const ids = {
    notification: notificationId,
    assessment,
    clientPlan: clientPlan.documentId,
    carryingOut: carryingOut.documentId,
    decision: decision.documentId,
    contract: await finished(worker, clientId, CONTRACT),
    arranged: await noted(worker, clientId, { ...TASKS, caseId }),
    ofService,
    families: await noted(worker, clientId, {}),
    several: await noted(worker, clientId, { serviceTasks: ['families', 'childWelfare'] }),
    familyLaw: await noted(worker, clientId, { serviceTasks: ['familyLaw'] }),
    attachment: sent.attachmentId,
    paper: await filed(worker, clientId, paper),
    appointment: await booked(world, worker, clientId, { ...TASKS, caseId }),
    task,
    'task of the unit': task,
    matter,
    'matter, whole': matter,
    'decision’s course': decision.decisionId,
    copies: decision.decisionId,
    'course of the assessment': assessment,
    times: caseId,
    'case of the unit': caseId,
    'reviews of the unit': clientPlan.planId,
    'plan of the child': clientPlan.planId,
    'plan of the work': carryingOut.planId,
    service: service.split('/').at(-1) ?? '',
    'service of the unit': service.split('/').at(-1) ?? '',
    draft: await begun(worker, clientId, aDraft({ caseId, ...TASKS })),
  };
  return { world, clientId, caseId, worker, ids };
}

type Decided = { worker: Worker; decider: Worker; clientId: ClientId; caseId: CaseId };

async function decided({ worker, decider, clientId, caseId }: Decided) {
  const draftId = await draftOf(worker, clientId, {
    caseId,
    kind: '11002',
    ...TASKS,
    content: DECISION_TEXT,
  });
  const body = {
    caseId,
    kind: '11002',
    ...planBody({ draftId, ...FAMILY_WORK, validity: { from: '2026-11-24' } }),
  };
  const decisionId = text({ json: done(await prepare(worker, clientId, body)) }, 'decisionId');
  const at = `${decisionsOf(clientId)}/${decisionId}`;
  const meeting = {
    state: 'answered',
    way: 'meeting',
    askedOn: '2026-11-24',
    answeredOn: '2026-11-24',
    words: 'Hyväksyy.',
  };
  const concerned = Object.values(await concernedBy(worker, at));
  for (const one of concerned) done(await actOnDecision(worker, at, `concerned/${one}/hear`, meeting));
  done(await actOnDecision(worker, at, 'propose', { to: decider.userId }));
  const documentId = text({ json: done(await actOnDecision(decider, at, 'issue', ISSUE)) }, 'documentId');
  for (const concernedId of concerned) {
    done(await actOnDecision(worker, at, 'services', { concernedId, way: 'letter' }));
  }
  return { decisionId, documentId };
}
