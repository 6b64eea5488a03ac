import type { Change } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { metByService } from '../../shared/domain/decisions/carried-out.ts';
import { factOfBeginning } from '../../shared/domain/decisions/counted.ts';
import { stateAfter } from '../../shared/domain/decisions/states.ts';
import { loadDecision, placedDecision } from '../../shared/domain/decisions/store.ts';
import { metOf, ofRules, timesOf, timesOfBeginning } from '../../shared/domain/decisions/times.ts';
import { beginDecision } from '../../shared/domain/decisions/transitions.ts';
import type { ClientService } from '../../shared/domain/services/model.ts';
import type { DeadlineId } from '../../shared/kernel/id.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import type { Fact } from '../../shared/statistics-fact.ts';

/** What stands or falls with the start of the service. */
type Begun = { changes: Change[]; facts: Fact[]; met: DeadlineId[] };

/**
 * A service that begins meets the time by which its decision was to be carried out (1301/2014 § 45). With the first one
 * the decision has begun: it says since when, and lapses no more (417/2007 §§ 48, 72).
 */
export async function begunByService(
  context: ClientContext,
  { basis, caseId, clientId, clientServiceId, socialService }: ClientService,
  on: LocalDate,
): Promise<Begun> {
  if (basis.kind === 'urgentNeed') {
    return { ...(await metByUrgentService(context, { clientId, caseId }, on)), facts: [] };
  }
  if (basis.kind !== 'decision') return { changes: [], facts: [], met: [] };
  const { actor, now, file } = context;
  const { decisionId } = basis;
  const [before, deadlines] = await Promise.all([
    loadDecision(context, clientId, decisionId),
    loadOpenDeadlines(context, clientId),
  ]);
  const open = timesOf({ decisionId }, deadlines);
  const rules = metByService(
    socialService,
    open.map(({ rule }) => rule),
  );
  const met = ofRules(open, rules);
  const changes = metOf(context, open, { rules, on });
  if (before === undefined || before.begun !== undefined || stateAfter(before.state, 'begin') === undefined) {
    return { changes, facts: [], met };
  }
  const by = { userId: actor.userId, name: actor.name, post: actor.postTitle, at: now };
  const ofCase = file.cases.find((one) => one.caseId === caseId);
  const times = timesOfBeginning(context, before, { open, on, ofCase });
  const after = beginDecision(before, { on, by }, { begunBy: clientServiceId, begunTimes: times.times });
  return {
    changes: [...placedDecision(actor.controller, before, after), ...changes, ...times.changes],
    facts: [factOfBeginning(after, on)],
    met,
  };
}

/** What was given at once for an urgent need carries out what an official recorded of that need in the case. */
async function metByUrgentService(
  context: ClientContext,
  { clientId, caseId }: Pick<ClientService, 'clientId' | 'caseId'>,
  on: LocalDate,
): Promise<Pick<Begun, 'changes' | 'met'>> {
  const open = await loadOpenDeadlines(context, clientId);
  const ofCase = open.filter((one) => one.caseId === caseId && one.subject.kind === 'case');
  const rules = ['urgentDecisionCarriedOut'] as const;
  return { changes: metOf(context, ofCase, { rules, on }), met: ofRules(ofCase, rules) };
}
