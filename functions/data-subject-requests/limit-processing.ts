import type { ActContext, Answer } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import { isLimited } from '../../shared/domain/data-subject-requests/judge-decision.ts';
import { MOST_LIMITED, type SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import {
  type FoundTarget,
  headsOfOthers,
  limitedTarget,
} from '../../shared/domain/data-subject-requests/targets.ts';
import {
  expectIdentified,
  expectState,
  stepped,
} from '../../shared/domain/data-subject-requests/transitions.ts';
import { stillKept } from '../../shared/domain/retention/gate.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { commitStep } from './commit-step.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';
import { lineOfTargets, targetsOf } from './known-targets.ts';

/** What was granted is marked, and from now on it is kept only (art. 18, art. 21): what was named, and all of it. */
export async function limitProcessing(
  context: ActContext,
  { params, version }: { params: OneRequest; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { services, actor, now, today } = context;
  const [request, { dataSubjectRequests }] = await Promise.all([
    knownRequest(context, params),
    settingsOf(services, actor.controller),
  ]);
  expectState(request, ['decided'], version);
  const { clientId, requestId, targets } = request;
  const concerns = [clientId];
  if (!isLimited(request)) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  expectIdentified(request, dataSubjectRequests);
  const found = await targetsOf(context, clientId, targets);
  const [others, kept] = await Promise.all([
    headsOfOthers(context, found),
    stillKept(
      context,
      clientId,
      found.map(({ head }) => head.caseId),
    ),
  ]);
  // Whoever else has had a document restricted, this person may too: it is kept until both are lifted.
  const isFree = found.every(({ head }) => head.limited?.requestId === undefined && head.state !== 'removed');
  const most = found.length + others.length + otherFiles(clientId, found);
  if (found.length < targets.length || found.length === 0 || most > MOST_LIMITED || !isFree) {
    const findings = [
      wrong('limitedNamed', '', '(EU) 2016/679 18 art.', {
        fi: `Rajoitettavat merkinnät ja asiakirjat on nimetty, enintään ${MOST_LIMITED} (yhteinen asiakirja lasketaan kunkin asiakkaan tiedoissa, ja kukin yhdistetty asiakas, jonka merkintöjä nimetään, yhdeksi), eikä tämä henkilö ole jo rajoituttanut niitä.`,
        sv: `De anteckningar och handlingar som begränsas är nämnda, högst ${MOST_LIMITED} (en gemensam handling räknas i varje klients uppgifter, och varje sammanslagen klient vars anteckningar nämns som en), och inte redan begränsade av samma person.`,
        en: `The entries and documents are named, ${MOST_LIMITED} at most (a shared document counts in each client’s file, and each merged client of whom entries are named as one), and the same person has none of them restricted already.`,
      }),
    ];
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });
  }
  const by = { now, userId: actor.userId };
  const carriedOut: SubjectRequest['carriedOut'] = [
    ...request.carriedOut,
    ...found.map(({ target, head }) => ({
      target,
      what: 'restricted' as const,
      version: head.version + 1,
      at: now,
      clientId: head.clientId,
    })),
  ];
  const next = stepped(request, 'carriedOut', { state: 'done', carriedOut }, by);
  const limited = { requestId, since: today };
  const line = { ...lineOfTargets(next, found), changedFields: ['limited'] };
  return commitStep(context, request, next, line, [
    kept,
    ...found.map((one) => limitedTarget(one, limited, by)),
    // What is marked in another file already keeps its mark: its own, or that of another person's restriction.
    ...others
      .filter((head) => head.limited === undefined)
      .map((head) => limitedTarget({ head }, { since: today }, by)),
  ]);
}

/** The files that were merged into the client's, in which an entry is marked: the mark of each moves as well. */
const otherFiles = (clientId: ClientId, found: readonly FoundTarget[]): number =>
  new Set(
    found.flatMap(({ head }) =>
      head.entity === 'caseNote' && head.clientId !== clientId ? head.clientId : [],
    ),
  ).size;
