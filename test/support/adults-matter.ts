import { CaseId } from '../../shared/kernel/id.ts';
import { planOfAssistance } from './assistance.ts';
import { CONTACT } from './contact.ts';
import {
  actOn as actOnDecision,
  decisionsOf,
  delegated,
  draftOf,
  ISSUE,
  prepare,
  workerInPost,
} from './decisions.ts';
import { aDraft, finished, summaryOf } from './documents.ts';
import { actOn, inFileAt, linked, received } from './intake.ts';
import { adultsAssessment, assessed, done } from './matters.ts';
import { changedTo, recordPerson, text } from './people.ts';
import { type Matter, WORD } from './whole-matter.ts';
import { ADULT, worldOfDecisions } from './world-of-decisions.ts';

/** Päätös täydentävästä tai ehkäisevästä toimeentulotuesta. */
const AID = '11047';

/** An adult’s matter: an application, its assessment, a decision on social assistance, and documents on disability. */
export async function adultsMatter(): Promise<Matter> {
  const world = await worldOfDecisions();
  const worker = await workerInPost(world, 'broadResponsibility');
  const decider = await workerInPost(world, 'arranging', { name: 'Leena Laaja' });
  await delegated(world, { kind: AID, postIds: [decider.postId], roles: [] });
  const { families: unitId } = world.units;
  const record = {
    text: `Haen apua arkeen ja rahaan, ${WORD}.`,
    services: ['socialWork'],
    subjects: [{ family: 'Hakija', given: 'Heli' }],
    notifier: { party: 'self' },
  };
  const matter = await received(worker, {
    kind: 'application',
    channel: 'paper',
    unitId,
    serviceTasks: ['workingAge'],
    record,
  });
  const person = { name: { family: 'Hakija', given: 'Heli' }, personalIdentityCode: ADULT };
  const clientId = await linked(world, worker, matter, 0, await recordPerson(world, worker, person));
  const inFile = inFileAt(clientId, matter);
  const application = text({ json: done(await actOn(worker, inFile, '/document')) }, 'documentId');
  const opened = await actOn(worker, inFile, '/open-case', {
    name: 'Toimeentulotuki',
    unitId,
    responsibleWorkerId: worker.userId,
    workerIds: [decider.userId],
    grounds: 'Hakemus saapui.',
  });
  const caseId = CaseId.parse(done(opened)['caseId']);
  const relationship = { startedOn: '2026-11-24', responsibleUnitId: unitId, ownWorkerId: worker.userId };
  done(await changedTo(worker, clientId, '/relationship/start', relationship));
  const assessment = await assessed(worker, clientId, {
    caseId,
    definitionOid: '1.2.246.537.6.1506.1012.2023.9.28',
    serviceTasks: ['workingAge'],
    content: adultsAssessment(`Arki on vaikeutunut, ${WORD}.`),
    end: { result: 'need', specialSupport: false },
  });
  const content = {
    paatos_taydentavasta_tai_ehkaisevasta_toimeentulotuesta: {
      ratkaisu_ja_perustelut: `Myönnetään takuuvuokra, ${WORD}.`,
      lisatietojen_antaja: [CONTACT],
    },
  };
  const draftId = await draftOf(worker, clientId, { caseId, kind: AID, version: '2023.9.27', content });
  const plan = planOfAssistance('supplementaryAssistance', { draftId });
  const prepared = done(await prepare(worker, clientId, { caseId, kind: AID, ...plan }));
  const at = `${decisionsOf(clientId)}/${text({ json: prepared }, 'decisionId')}`;
  done(await actOnDecision(worker, at, 'propose', { to: decider.userId }));
  const issued = done(await actOnDecision(decider, at, 'issue', ISSUE));
  const ofDisability = { serviceTasks: ['disability'], content: summaryOf(`Yhteenveto, ${WORD}.`) };
  const ids = {
    application,
    assessment,
    aid: text({ json: issued }, 'documentId'),
    ofDisability: await finished(worker, clientId, aDraft(ofDisability)),
    ofBoth: await finished(
      worker,
      clientId,
      aDraft({ ...ofDisability, serviceTasks: ['workingAge', 'disability'] }),
    ),
    ofAssistance: await finished(
      worker,
      clientId,
      aDraft({ ...ofDisability, socialServices: ['personalAssistance'], phase: 'implementing' }),
    ),
  };
  return { world, clientId, caseId, worker, ids };
}
