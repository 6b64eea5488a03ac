import type { Change, LinePart } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { meetAnew } from '../../shared/domain/deadlines/move-deadline.ts';
import { loadDeadline } from '../../shared/domain/deadlines/store.ts';
import { metByService } from '../../shared/domain/decisions/carried-out.ts';
import { begunFollows, type CorrectedBy } from '../../shared/domain/decisions/correct-begun.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import type { ClientService } from '../../shared/domain/services/model.ts';
import { loadAllServices } from '../../shared/domain/services/store.ts';
import type { DeadlineId } from '../../shared/kernel/id.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import type { Fact } from '../../shared/statistics-fact.ts';

/** What follows the first day of a service that was put right, and what stays and is told of. */
type Following = { changes: Change[]; facts: Fact[]; resources: LinePart['resources']; findings: string[] };

type Begun = ClientService & { startedOn: LocalDate };

/**
 * The times by which what was granted was to be carried out (1301/2014 § 45) are held against the right day; and a
 * decision that its first service began has begun on the day of the first of its services. Of several services the
 * first is asked, whichever of them was recorded first.
 */
export async function startFollows(
  context: ClientContext,
  after: Begun,
  of: { before: Begun; decision: DecisionHead | undefined; corrected: CorrectedBy },
): Promise<Following> {
  const { before, decision, corrected } = of;
  const { basis, clientId } = after;
  if (basis.kind !== 'decision' && basis.kind !== 'urgentNeed') return NOTHING;
  const all = await loadAllServices(context, clientId);
  const alike = all.filter((one) => one.clientServiceId !== after.clientServiceId && restsWith(after, one));
  const from = decision?.validity?.from ?? decision?.issued?.on;
  const begun = [
    after,
    ...alike.filter(hasBegun).filter((one) => from === undefined || one.startedOn >= from),
  ];
  // A service that follows another decision by now met the time of the earlier one, which no other here has to do with.
  const isShared = ({ subject }: Deadline): boolean =>
    basis.kind === 'urgentNeed' || subject.id === basis.decisionId;
  const own = after.met ?? [];
  const ids = [...new Set([...own, ...alike.flatMap(({ met: theirs }) => theirs ?? [])])];
  const met = (await metAgain(context, clientId, ids)).filter(
    (one) => isShared(one) || own.includes(one.deadlineId),
  );
  const rules = met.map(({ rule }) => rule);
  const changes = met.flatMap((one) => {
    const meets = begun.filter(({ socialService }) => metByService(socialService, rules).includes(one.rule));
    const asked = basis.kind === 'urgentNeed' ? begun : isShared(one) ? meets : [after];
    const first = firstOf(asked)?.startedOn;
    return first === undefined || first === one.endedOn ? [] : meetAnew(context, one, first).changes;
  });
  const findings = after.met === undefined ? ['service.timesStay'] : [];
  if (decision?.begun === undefined) return { ...NOTHING, changes, findings };
  if (decision.begunBy === undefined) {
    const touches = decision.begun.on === before.startedOn || after.startedOn < decision.begun.on;
    return {
      ...NOTHING,
      changes,
      findings: [...findings, ...(touches ? ['service.decisionBesides'] : [])],
    };
  }
  const first = firstOf(begun) ?? after;
  const { startedOn: on, clientServiceId } = first;
  const { facts, resources, ...rest } = await begunFollows(context, decision, {
    on,
    clientServiceId,
    corrected,
  });
  return { facts, resources, changes: [...changes, ...rest.changes], findings };
}

const NOTHING: Following = { changes: [], facts: [], resources: [], findings: [] };

const hasBegun = (service: ClientService): service is Begun => service.startedOn !== undefined;

/** On the same decision, or on an urgent need in the same case. */
const restsWith = ({ basis, caseId }: ClientService, other: ClientService): boolean =>
  basis.kind === 'decision'
    ? other.basis.kind === 'decision' && other.basis.decisionId === basis.decisionId
    : other.basis.kind === basis.kind && other.caseId === caseId;

const firstOf = (services: readonly Begun[]): Begun | undefined =>
  services.toSorted((one, other) => (one.startedOn < other.startedOn ? -1 : 1))[0];

async function metAgain(
  context: ClientContext,
  clientId: ClientService['clientId'],
  ids: readonly DeadlineId[],
): Promise<Deadline[]> {
  const loaded = await Promise.all(ids.map((id) => loadDeadline(context, clientId, id)));
  return loaded
    .filter((one) => one !== undefined)
    .filter(({ state }) => state === 'met' || state === 'lateMet');
}
