import type { ActContext } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import { ageOn, helsinkiDateOf, type LocalDate, monthOf } from '../../kernel/local-date.ts';
import { allClosedCases, loadClosedCase } from '../cases/store.ts';
import { loadClientFile } from '../clients/file.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import type { IntakeMatter } from '../intake/model.ts';
import { loadMatter } from '../intake/store.ts';
import type { ServiceTask } from '../service-tasks.ts';
import { everyFileOf } from './belongings.ts';
import { type ExceptionOf, judgeUnit } from './exceptions.ts';
import {
  bornOn,
  deathIn,
  hasLaterMatter,
  headsOf,
  headsOfPerson,
  isOfCase,
  keptBeside,
  lastDisabilityCase,
  ownRowsOf,
} from './facts.ts';
import { type FoundGate, loadGate } from './gate.ts';
import type { RetentionHold, Unit } from './model.ts';
import { type Permanent, permanentOf } from './old-annex.ts';
import { loadPending } from './pending.ts';
import { type Reckoned, reckon, reckonAll, together } from './reckon.ts';
import { clientsOfMatter, loadHolds, type UnitHead } from './store.ts';

/** Looks at one disposal unit as it stands today: when it is due and why, what holds it back, what is kept for good. */

type Where = Pick<ActContext, 'services' | 'actor' | 'today'>;

export type Examined = {
  unit: Unit;
  head: UnitHead;
  /** Whose data it is, as far as that is known: those whom its line names. */
  clients: readonly ClientId[];
  serviceTasks: readonly ServiceTask[];
  reckoned: Reckoned;
  exception: ExceptionOf;
  permanent: Permanent;
  /** Of everybody whose holds count, as they stood before the holds were asked. */
  gates: readonly FoundGate[];
};

type Retention = ControllerSettings['retention'];

/** @returns undefined when there is no such unit any more: it was disposed of, or a case was opened again. */
export function examine(where: Where, unit: Unit, retention: Retention): Promise<Examined | undefined> {
  if (unit.kind === 'case') return examineCase(where, unit, retention);
  return unit.kind === 'client'
    ? examineClient(where, unit, retention)
    : examineMatter(where, unit, retention);
}

export const unitOf = (head: UnitHead): Unit => {
  if (head.entity === 'case') return { kind: 'case', clientId: head.clientId, caseId: head.caseId };
  if (head.entity === 'client') return { kind: 'client', clientId: head.clientId };
  return { kind: 'matter', matterId: head.matterId };
};

async function examineCase(
  where: Where,
  unit: Extract<Unit, { kind: 'case' }>,
  retention: Retention,
): Promise<Examined | undefined> {
  const { clientId, caseId } = unit;
  const [head, file] = await Promise.all([
    loadClosedCase(where, clientId, caseId),
    loadClientFile(where.services, where.actor.controller, clientId),
  ]);
  if (head?.closedOn === undefined || file === undefined) return undefined;
  const heads = await headsOfPerson(where, file.head);
  const [born, own, lastClosed, held] = await Promise.all([
    bornOn(where, file),
    ownRowsOf(where, clientId, caseId),
    lastDisabilityCase(where, head, file),
    heldBack(where, heads),
  ]);
  const diedOn = deathIn(heads);
  // A matter about a child: the file's own child counts. Of an adult's nobody has said which child it is about.
  const wasChild = born !== undefined && ageOn(born, helsinkiDateOf(head.openedAt)) < 18;
  const events = {
    caseClosed: head.closedOn,
    ...(lastClosed === undefined ? {} : { lastCaseClosed: lastClosed }),
    ...(diedOn === undefined ? {} : { clientDied: diedOn }),
    ...(wasChild ? { childBorn: born } : {}),
  };
  const { today } = where;
  const ofCase = reckon(
    { documentClass: 'case', serviceTasks: head.serviceTasks },
    events,
    today,
    retention.rules,
  );
  const ofOwnRows = reckonAll(own.classes, { ...events, ...own.events }, today, retention.rules);
  const reckoned = together([ofCase, ofOwnRows], today);
  const permanent = permanentOf(head.serviceTasks, born, retention.archive.order);
  return {
    unit,
    head,
    clients: [clientId],
    serviceTasks: head.serviceTasks,
    reckoned,
    permanent,
    gates: held.gates,
    exception: judgeUnit({
      isDue: isDue(reckoned, where.today),
      isOpen: false,
      isHeld: held.holds.some((hold) => (hold.caseId ?? caseId) === caseId),
      isPending: held.pending,
      remains: false,
      hasNoArchive: permanent.part !== 'nothing' && retention.archive.publicKey === null,
    }),
  };
}

async function examineClient(
  where: Where,
  unit: Extract<Unit, { kind: 'client' }>,
  retention: Retention,
): Promise<Examined | undefined> {
  const { clientId } = unit;
  const file = await loadClientFile(where.services, where.actor.controller, clientId);
  if (file === undefined || file.head.state === 'merged') return undefined;
  const { head } = file;
  const all = await everyFileOf(where, clientId);
  const [born, remains, held, closed] = await Promise.all([
    bornOn(where, file),
    Promise.all(all.map((one) => hasLaterMatter(where, one))),
    heldBack(
      where,
      all.map((one) => ({ clientId: one })),
    ),
    Promise.all(all.map((one) => allClosedCases(where, one, 1))),
  ]);
  const kept = await Promise.all(all.map((one) => keptBeside(where, one)));
  const reckoned = reckonAll(
    ['clienthood', ...kept.flatMap(({ classes }) => classes)],
    {
      ...(head.diedOn === undefined ? {} : { clientDied: head.diedOn }),
      ...latest(kept.flatMap(({ disclosedOn }) => disclosedOn ?? [])),
    },
    where.today,
    retention.rules,
  );
  const permanent = permanentOf([], born, retention.archive.order);
  return {
    unit,
    head,
    clients: all,
    serviceTasks: [],
    reckoned,
    permanent,
    gates: held.gates,
    exception: judgeUnit({
      isDue: isDue(reckoned, where.today),
      isOpen:
        file.cases.length > 0 ||
        head.relationship?.state === 'active' ||
        (head.mattersAtHand ?? []).length > 0,
      isHeld: held.holds.length > 0,
      isPending: held.pending,
      remains: remains.some(Boolean) || closed.some((cases) => cases.length > 0),
      hasNoArchive: permanent.part !== 'nothing' && retention.archive.publicKey === null,
    }),
  };
}

async function examineMatter(
  where: Where,
  unit: Extract<Unit, { kind: 'matter' }>,
  retention: Retention,
): Promise<Examined | undefined> {
  const head: IntakeMatter | undefined = await loadMatter(where, unit.matterId);
  // What led to a case goes with the case.
  if (head?.handledAt === undefined || isOfCase(head)) return undefined;
  const clients = clientsOfMatter(head);
  const heads = await headsOf(where, clients);
  const persons = await Promise.all(heads.map((one) => headsOfPerson(where, one)));
  const held = await heldBack(where, persons.flat());
  const deaths = persons.flatMap((one) => deathIn(one) ?? []).toSorted();
  const lastDeath = deaths.at(-1);
  const areAllDead = clients.length === head.subjects.length && deaths.length === clients.length;
  const handledOn = helsinkiDateOf(head.handledAt);
  const reckoned = reckon(
    { documentClass: 'document', serviceTasks: head.serviceTasks },
    {
      caseClosed: handledOn,
      lastCaseClosed: handledOn,
      ...(areAllDead && lastDeath !== undefined ? { clientDied: lastDeath } : {}),
    },
    where.today,
    retention.rules,
  );
  return {
    unit,
    head,
    clients,
    serviceTasks: head.serviceTasks,
    reckoned,
    // Of what led to no case there is neither a decision, a plan nor a narrative.
    permanent: { part: 'nothing' },
    gates: held.gates,
    exception: judgeUnit({
      isDue: isDue(reckoned, where.today),
      isOpen: head.state === 'open',
      isHeld: held.holds.some(({ caseId }) => caseId === undefined),
      isPending: held.pending,
      remains: false,
      hasNoArchive: false,
    }),
  };
}

/** What holds back whatever of these clients: holds that are not lifted, and what is not answered yet. */
async function heldBack(
  where: Where,
  clients: readonly { clientId: ClientId }[],
): Promise<{ gates: FoundGate[]; holds: RetentionHold[]; pending: boolean }> {
  const ids = [...new Set(clients.map(({ clientId }) => clientId))];
  // First, so that a hold that comes while the rest is asked is met at the gate.
  const gates = await Promise.all(ids.map((clientId) => loadGate(where, clientId)));
  const [holds, pending] = await Promise.all([
    Promise.all(ids.map((clientId) => loadHolds(where, clientId))),
    Promise.all(ids.map((clientId) => loadPending(where, clientId))),
  ]);
  return {
    gates,
    holds: holds.flat().filter(({ lifted }) => lifted === undefined),
    pending: pending.some(Boolean),
  };
}

const isDue = ({ dueMonth }: Reckoned, today: LocalDate): boolean =>
  dueMonth !== undefined && dueMonth <= monthOf(today);

const latest = (days: readonly LocalDate[]) => {
  const logged = days.toSorted().at(-1);
  return logged === undefined ? {} : { logged };
};
