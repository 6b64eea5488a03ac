import type { ClientId, SubjectId } from '../../kernel/id.ts';
import { daysBetween, helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import type { IntakeMatter, IntakeOutcome, MatterOfClient } from './model.ts';
import type { IntakeRecord } from './record.ts';
import { rulesOf } from './rules-of-time.ts';

type Known = { matter: IntakeMatter; record: IntakeRecord };

const isApplied = ({ matter, record }: Known): boolean =>
  rulesOf(matter, record).includes('assistanceDecision');

/**
 * An application for social assistance in the figures, of the day on which it arrived. Whether it is one may be learnt,
 * or turn out to be wrong, each time the record is completed: the matter says which fact stands.
 */
export function countedApplication(
  before: Known | undefined,
  after: Known,
): { matter: IntakeMatter; facts: Fact[] } {
  const { matter } = after;
  const was = before !== undefined && isApplied(before);
  if (was === isApplied(after)) return { matter, facts: [] };
  const { matterId, receivedAt, unitId, serviceTasks, timesApplied = was ? 1 : 0 } = matter;
  const nth = was ? timesApplied : timesApplied + 1;
  return {
    matter: { ...matter, timesApplied: nth },
    facts: [
      {
        kind: 'assistanceApplied',
        on: helsinkiDateOf(receivedAt),
        unitId,
        serviceTasks,
        about: `${matterId}.${nth}`,
        ...(was ? { undoes: true } : {}),
      },
    ],
  };
}

/** A matter that was received: of the day on which it arrived, in the unit that received it. */
export const factOfReceipt = ({
  matterId,
  kind,
  receivedAt,
  unitId,
  serviceTasks,
  counted,
}: IntakeMatter): Fact => ({
  kind: 'matterReceived',
  on: helsinkiDateOf(receivedAt),
  unitId: counted?.unitId ?? unitId,
  serviceTasks: counted?.serviceTasks ?? serviceTasks,
  code: kind,
  ...(counted === undefined ? {} : { about: `${matterId}.${counted.times}` }),
});

/** A person of a matter who was found to be this client: of the day on which the matter arrived, whenever that was found. */
export const factOfLink = (row: MatterOfClient): Fact => {
  const { matterId, subjectId, clientId, kind: code, receivedAt, linkCounted } = row;
  const { times = 1, ...where } = linkCounted ?? { unitId: row.unitId, serviceTasks: row.serviceTasks };
  return {
    kind: 'matterLinked',
    ...where,
    of: matterId,
    on: helsinkiDateOf(receivedAt),
    code,
    clientId,
    about: `${matterId}.${subjectId}.l${times}`,
  };
};

/** The row of a client with another time of arrival, and who was notified of counted on the right day. */
export function linkedAnew(
  before: MatterOfClient,
  after: MatterOfClient,
): { row: MatterOfClient; facts: Fact[] } {
  const { linkCounted } = before;
  const isSameDay = helsinkiDateOf(before.receivedAt) === helsinkiDateOf(after.receivedAt);
  if (linkCounted === undefined || isSameDay) return { row: after, facts: [] };
  const row = { ...after, linkCounted: { ...linkCounted, times: linkCounted.times + 1 } };
  return { row, facts: [{ ...factOfLink(before), undoes: true }, factOfLink(row)] };
}

type HandledOne = {
  subjectId: SubjectId;
  on: LocalDate;
  outcome: IntakeOutcome;
  /** In whose file, by how often it was counted there; of whoever is in no file, by the receipt. */
  inFile?: { clientId: ClientId; timesCounted: number | undefined } | undefined;
};

/** A matter that was handled for one person, with the days since it arrived. */
export function factOfHandled(matter: IntakeMatter, { subjectId, on, outcome, inFile }: HandledOne): Fact {
  const { matterId, receivedAt, unitId, serviceTasks, counted } = matter;
  const nth = inFile === undefined ? counted && `m${counted.times}` : inFile.timesCounted?.toString();
  return {
    kind: 'matterHandled',
    on,
    unitId,
    serviceTasks,
    code: outcome,
    days: Math.max(0, daysBetween(helsinkiDateOf(receivedAt), on)),
    ...(nth === undefined ? {} : { about: `${matterId}.${subjectId}.${nth}` }),
    ...(inFile === undefined ? { ofNobody: true as const } : { clientId: inFile.clientId }),
  };
}

/** An application whose day of arrival was put right: what was counted is taken back, and counted on the right day. */
export function arrivedAnew(before: Known, after: IntakeMatter): { matter: IntakeMatter; facts: Fact[] } {
  if (!isApplied(before)) return { matter: after, facts: [] };
  const away = countedApplication(before, { ...before, record: { ...before.record, services: [] } });
  const { timesApplied = 1 } = away.matter;
  const again = { ...after, timesApplied: timesApplied + 1 };
  const [taken] = away.facts;
  if (taken === undefined) return { matter: after, facts: [] };
  const { undoes: _undoes, ...fact } = taken;
  return {
    matter: again,
    facts: [
      taken,
      {
        ...fact,
        on: helsinkiDateOf(after.receivedAt),
        about: `${after.matterId}.${timesApplied + 1}`,
      },
    ],
  };
}
