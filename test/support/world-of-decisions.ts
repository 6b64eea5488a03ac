import {
  type ControllerSettings,
  defaultSettings,
} from '../../shared/domain/controllers/settings/settings.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from './case-notes.ts';
import { openedCase } from './cases.ts';
import {
  actOn,
  appealsTold,
  concernedIn,
  decisionsOf,
  delegated,
  draftOf,
  ISSUE,
  planBody,
  prepare,
  workerInPost,
} from './decisions.ts';
import { inventedCode } from './people.ts';
import { testWorld, type World } from './world.ts';

/** Worlds in which there are decisions. */

/** A world whose controller has said to whom its decisions are appealed. */
export async function worldOfDecisions(settings: ControllerSettings = defaultSettings): Promise<World> {
  const world = await testWorld();
  await appealsTold(world, settings);
  return world;
}

export const ADULT = inventedCode(LocalDate.parse('1980-05-05'));

/** Who the client is, and who stands in the client's network. */
type Persons = { code?: string; relations?: readonly object[] };

/** A case of working-age services with a decision prepared in it, its draft, and persons of the client's network. */
export async function preparedDecision(
  more: Record<string, unknown> = {},
  { code = ADULT, relations = [] }: Persons = {},
) {
  const world = await worldOfDecisions();
  const preparer = await workerInPost(world, 'broadResponsibility', {
    name: 'Pia Valmistelija',
    post: { professionalRole: 'socialCounsellor' },
  });
  const decider = await workerInPost(world, 'arranging', { name: 'Leena Laaja' });
  const clientId = await newClient(world, preparer, { code });
  for (const relation of relations) {
    const body = { relation, source: { kind: 'client', channel: 'visit' } };
    const told = await preparer.call('POST', `/v1/clients/${clientId}/network`, { body });
    if (told.status !== 201) throw new Error(told.body ?? '');
  }
  const caseId = await openedCase(world, preparer, clientId, {
    serviceTasks: ['workingAge'],
    responsibleWorkerId: preparer.userId,
    workerIds: [decider.userId],
  });
  const draftId = await draftOf(preparer, clientId, { caseId });
  const told = await prepare(preparer, clientId, {
    caseId,
    kind: '11052',
    ...planBody({ draftId, ...more }),
  });
  if (told.status !== 201) throw new Error(told.body ?? '');
  const at = `${decisionsOf(clientId)}/${String(told.json['decisionId'])}`;
  return { world, preparer, decider, clientId, caseId, draftId, at };
}

/** The decision issued by its decider, to whom the table gives the power. @returns the client's place among the concerned. */
export async function issuedDecision(more: Record<string, unknown> = {}, of: Persons = {}) {
  const made = await preparedDecision(more, of);
  await delegated(made.world, { postIds: [made.decider.postId], roles: [] });
  await actOn(made.preparer, made.at, 'propose', { to: made.decider.userId });
  const told = await actOn(made.decider, made.at, 'issue', ISSUE);
  if (told.status !== 200) throw new Error(`not issued: ${told.body ?? ''}`);
  const concerned = await concernedIn(made.decider, made.at);
  return {
    ...made,
    documentId: String(told.json['documentId']),
    concernedId: String(concerned[0]?.concernedId),
  };
}
