import type { ClientId } from '../../kernel/id.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';
import type { AccessEvent } from '../../trail/event.ts';
import type { Part } from '../../trail/sealing/leaf.ts';
import type { Withheld, Withholding } from './model.ts';

/**
 * What of a line its client is given (703/2023 § 11): who, which data, when, on what ground, with what result, and to
 * whom it was handed out. The worker's number, address and program stay closed, and so does all that is another client's.
 */
const GIVEN: ReadonlySet<string> = new Set([
  'eventVersion',
  'eventId',
  'eventTime',
  'eventName',
  'action',
  'controller',
  'readOnly',
  'dataGroups',
  'changedFields',
  'historyFrom',
  'reasonCode',
  'replay',
  'userIdentity.name',
  'userIdentity.post',
  'userIdentity.role',
  'userIdentity.unitId',
  'basis.kind',
  'basis.legalGround',
  'outcome.result',
  'outcome.code',
]);

/** To whom something was handed out, when, for what and on what ground: of what was the client's. */
const OF_DISCLOSURE: ReadonlySet<string> = new Set(['on', 'client', 'recipient', 'purpose', 'ground']);

/** A person's files: the one that remains, and those that were merged into it. */
export type OwnFiles = ReadonlySet<ClientId>;

type Names = { named: boolean };

/** Where a disclosure does not say whose data it was, it was that of all whom the line names. */
const isOwnDisclosure = (own: OwnFiles, { disclosure }: AccessEvent): boolean =>
  disclosure !== undefined && (disclosure.client === undefined || own.has(disclosure.client));

/** A thing is the client's where it says so, or where the line is about nobody else. */
function isOwnResource(own: OwnFiles, event: AccessEvent, place: number): boolean {
  const resource = event.resources[place];
  if (resource === undefined || resource.kind === 'user' || resource.kind === 'grant') return false;
  const isOwn = (id: string): boolean => [...own].some((one) => one === id);
  if (resource.kind === 'client') return isOwn(resource.id);
  if (resource.client !== undefined) return own.has(resource.client);
  return event.clients.length === 1;
}

/** Which parts of a line its client is given; `named`: with the name of the worker. */
export const givenParts =
  (own: OwnFiles, event: AccessEvent, { named }: Names) =>
  ({ name, value }: Part): boolean => {
    if (name === 'userIdentity.name') return named;
    const [field = '', member = ''] = name.split('.');
    if (field === 'clients') return [...own].some((one) => one === value);
    if (field === 'resources') return isOwnResource(own, event, Number(member));
    if (field === 'disclosure') return OF_DISCLOSURE.has(member) && isOwnDisclosure(own, event);
    return GIVEN.has(name);
  };

/** How a line is given: as it is, without the worker's name, or not at all. */
export type Giving = { given: false } | { given: true; pseudonym?: string };

const concerns = (withheld: Withheld, event: AccessEvent): boolean => {
  const { scope } = withheld;
  switch (scope.of) {
    case 'all':
      return true;
    case 'days': {
      const day = helsinkiDateOf(event.eventTime);
      return scope.days.from <= day && day <= scope.days.to;
    }
    case 'users':
      return scope.userIds.includes(event.userIdentity.userId);
    case 'events':
      return scope.eventIds.includes(event.eventId);
    default:
      return scope satisfies never;
  }
};

/** The last letters of the decision and the worker's place in it: the same in every line, and nothing of the worker. */
const pseudonymOf = ({ withholdingId, withheld }: Withholding, event: AccessEvent): string => {
  const place = withheld.scope.of === 'users' ? withheld.scope.userIds.indexOf(event.userIdentity.userId) : 0;
  return `${withholdingId.slice(-6)}-${place + 1}`;
};

/** What the decisions in force say of a line. */
export function givingOf(withholdings: readonly Withholding[], event: AccessEvent): Giving {
  const found = withholdings.filter(
    ({ liftedOn, withheld }) => liftedOn === undefined && concerns(withheld, event),
  );
  if (found.some(({ withheld }) => withheld.what === 'lines')) return { given: false };
  const [name] = found;
  return name === undefined ? { given: true } : { given: true, pseudonym: pseudonymOf(name, event) };
}
