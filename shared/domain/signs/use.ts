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
  first: Instant;
  last: Instant;
  /** Requests that were answered. */
  shown: number;
  /** Attempts refused because nothing ties the worker to the client. */
  refused: number;
  /** A task of the worker's own: own worker, assignment, appointment, deputy. */
  isInPerson: boolean;
  /** A matter of the client was in the intake's hands. */
  isIntake: boolean;
  /** Whether anything was written. */
  wrote: boolean;
  /** An opening without a tie was used. */
  withoutTie: boolean;
  onCall: boolean;
  outside: { first: Instant; last: Instant; shown: number } | undefined;
  /** The oldest moment that was shown beyond the first page of the file: a quiet file's first page goes far back by itself. */
  historyFrom: string | undefined;
};

/** Outside the hours of work, by the clock of Helsinki. */
export function isOutside(at: Instant, { from, to, weekends }: SignSettings['hours']): boolean {
  const hour = Number(helsinkiTimeOf(at).slice(0, 2));
  const weekday = dayOfWeek(helsinkiDateOf(at));
  return hour < from || hour >= to || (!weekends && weekday >= 6);
}

/**
 * Whether a line is the use of one file. A list that shows many is none of them; neither is what supervision, the
 * administration of rights or a run does.
 */
const isUseOfFile = (event: AccessEvent): boolean => {
  const { clients, basis, outcome, replay, dataGroups } = event;
  if (clients.length !== 1 || replay === true || event.userIdentity.authenticationMethod === 'operator')
    return false;
  if (outcome.result === 'failed') return false;
  if (outcome.result === 'refused') return outcome.code === 'access.noTie';
  return OF_FILE.has(basis.kind) && dataGroups.some((group) => group !== 'identity');
};

/** A worker's lines of one day, gathered by file. */
export function usesOf(events: readonly AccessEvent[], hours: SignSettings['hours']): Map<ClientId, Use> {
  const uses = new Map<ClientId, Use>();
  for (const event of events.filter(isUseOfFile)) {
    const [clientId] = event.clients;
    if (clientId === undefined) continue;
    uses.set(clientId, added(uses.get(clientId), clientId, event, hours));
  }
  return uses;
}

function added(
  use: Use | undefined,
  clientId: ClientId,
  event: AccessEvent,
  hours: SignSettings['hours'],
): Use {
  const { eventTime: at, basis, outcome, historyFrom } = event;
  const isShown = outcome.result === 'allowed';
  const oldest = [
    use?.historyFrom,
    isShown && !FIRST_PAGES.has(event.eventName) ? historyFrom : undefined,
  ].filter((one) => one !== undefined);
  const outside = isShown && isOutside(at, hours) ? spanWith(use?.outside, at) : use?.outside;
  return {
    clientId,
    first: use === undefined || at < use.first ? at : use.first,
    last: use === undefined || at > use.last ? at : use.last,
    shown: (use?.shown ?? 0) + (isShown ? 1 : 0),
    refused: (use?.refused ?? 0) + (isShown ? 0 : 1),
    isInPerson: use?.isInPerson === true || (isShown && IN_PERSON.has(basis.kind)),
    isIntake: use?.isIntake === true || (isShown && basis.kind === 'intake'),
    wrote: use?.wrote === true || (isShown && !event.readOnly && event.eventName !== OPENED),
    withoutTie:
      use?.withoutTie === true || (isShown && (basis.kind === 'breakGlass' || basis.kind === 'none')),
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
