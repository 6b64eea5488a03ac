import type { ClientId } from '../../kernel/id.ts';
import { epochMsOf, type Instant } from '../../kernel/instant.ts';
import { dayOfWeek, helsinkiDateOf } from '../../kernel/local-date.ts';
import { helsinkiTimeOf } from '../../kernel/time-of-day.ts';
import type { AccessEvent, BasisKind } from '../../trail/event.ts';
import type { SignSettings } from '../controllers/settings/signs.ts';

/** What ties a worker in person, and not as one of a unit. */
const IN_PERSON: ReadonlySet<BasisKind> = new Set(['ownWorker', 'assignment', 'appointment', 'deputy']);
/** Bases under which a file is used; supervision, administration and own lists are no use of a file. */
const OF_FILE: ReadonlySet<BasisKind> = new Set([
  ...IN_PERSON,
  'unit',
  'intake',
  'referral',
  'onCall',
  'breakGlass',
  'none',
]);

/** What one worker did with one file on one day, as the log tells it. */
export type Use = {
  clientId: ClientId;
  last: Instant;
  /** Requests that were answered. */
  shown: number;
  /** Attempts refused because nothing ties the worker to the client. */
  refused: number;
  /** Found alone by a search. */
  searched: number;
  /** A task of the worker's own: own worker, assignment, appointment, deputy. */
  isInPerson: boolean;
  /** A matter of the client was in the intake's hands. */
  isIntake: boolean;
  /** Whether anything was written. */
  wrote: boolean;
  /** The file was opened without a tie. */
  openedWithoutTie: boolean;
  onCall: boolean;
  outside: { first: Instant; last: Instant; shown: number } | undefined;
  /** The oldest moment that was shown beyond the first page of the file: a quiet file's first page goes far back by itself. */
  historyFrom: string | undefined;
};

/** Outside the hours of work, by the clock of Helsinki. */
function isOutside(at: Instant, { from, to, weekends }: SignSettings['hours']): boolean {
  const hour = Number(helsinkiTimeOf(at).slice(0, 2));
  const weekday = dayOfWeek(helsinkiDateOf(at));
  return hour < from || hour >= to || (!weekends && weekday >= 6);
}

/**
 * Whether a line is the use of one file. A list that shows many is none of them; neither is what supervision, the
 * administration of rights or a run does.
 */
const lineOf = (event: AccessEvent): 'shown' | 'refused' | 'searched' | undefined => {
  const { clients, basis, outcome, replay, dataGroups } = event;
  const isOne = clients.length === 1 && replay !== true && outcome.result !== 'failed';
  if (!isOne || event.userIdentity.authenticationMethod === 'operator') return undefined;
  if (outcome.result === 'refused') return outcome.code === 'access.noTie' ? 'refused' : undefined;
  if (!OF_FILE.has(basis.kind)) return undefined;
  return dataGroups.every((group) => group === 'identity') ? 'searched' : 'shown';
};

/** A worker's lines of one day, gathered by file. */
export function usesOf(events: readonly AccessEvent[], hours: SignSettings['hours']): Map<ClientId, Use> {
  const uses = new Map<ClientId, Use>();
  for (const event of events) {
    const [clientId] = event.clients;
    const line = lineOf(event);
    if (clientId === undefined || line === undefined) continue;
    uses.set(clientId, added(uses.get(clientId), { clientId, event, line }, hours));
  }
  return uses;
}

function added(
  use: Use | undefined,
  {
    clientId,
    event,
    line,
  }: { clientId: ClientId; event: AccessEvent; line: 'shown' | 'refused' | 'searched' },
  hours: SignSettings['hours'],
): Use {
  const { eventTime: at, basis, historyFrom } = event;
  const isShown = line === 'shown';
  const oldest = [
    use?.historyFrom,
    isShown && !FIRST_PAGES.has(event.eventName) ? historyFrom : undefined,
  ].filter((one) => one !== undefined);
  const outside = isShown && isOutside(at, hours) ? spanWith(use?.outside, at) : use?.outside;
  return {
    clientId,
    last: use === undefined || at > use.last ? at : use.last,
    shown: (use?.shown ?? 0) + (isShown ? 1 : 0),
    refused: (use?.refused ?? 0) + (line === 'refused' ? 1 : 0),
    searched: (use?.searched ?? 0) + (line === 'searched' ? 1 : 0),
    isInPerson: use?.isInPerson === true || (isShown && IN_PERSON.has(basis.kind)),
    isIntake: use?.isIntake === true || (isShown && basis.kind === 'intake'),
    wrote: use?.wrote === true || (isShown && !event.readOnly && event.eventName !== OPENED),
    openedWithoutTie: use?.openedWithoutTie === true || (isShown && event.eventName === OPENED),
    onCall: use?.onCall === true || (isShown && basis.kind === 'onCall'),
    outside,
    historyFrom: oldest.toSorted().at(0),
  };
}

/** What everybody sees who opens the file. */
const FIRST_PAGES: ReadonlySet<string> = new Set(['ClientFileOpened', 'FileSeenAtGlance']);

/** Opening a file without a tie writes nothing into it. */
const OPENED = 'FileOpenedWithoutTie';

const spanWith = (span: Use['outside'], at: Instant): NonNullable<Use['outside']> => ({
  first: span === undefined || at < span.first ? at : span.first,
  last: span === undefined || at > span.last ? at : span.last,
  shown: (span?.shown ?? 0) + 1,
});

/** Whole years from the oldest moment shown until the use. */
export const yearsBack = ({ historyFrom, last }: Use): number =>
  historyFrom === undefined ? 0 : Math.floor((epochMsOf(last) - Date.parse(historyFrom)) / YEAR_MS);
const YEAR_MS = 365.25 * 86_400_000;

/** A look without a task of one's own, of which nothing was written: what most signs are made of. */
export const isIdle = ({ isInPerson, wrote }: Use): boolean => !isInPerson && !wrote;

/** Files looked at so in a day, and of them outside the hours of work: what is usual is counted of them. */
export function idleOf(uses: readonly Use[]): { files: number; outside: number } {
  const idle = uses.filter(isIdle);
  return {
    files: idle.length,
    outside: idle.filter(({ outside, onCall }) => outside !== undefined && !onCall).length,
  };
}
