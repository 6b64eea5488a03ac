import type { ClientId } from '../../../shared/kernel/id.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Caller } from './caller.ts';
import { openCase, settleCase } from './cases.ts';
import { inventPerson, type Municipality } from './people.ts';
import { type Hand, type Recorded, recordPerson, stateOf } from './person.ts';

/** Two parents and three children live together, and are taken in by the hands of a controller. */
export const HOUSEHOLD = 5;

export type Hands = { adults: Hand; families: Hand; childWelfare: Hand };

type Member = Recorded & { isChild: boolean; hand: Hand };

/** Records the people of a household one after another, ties the children to their parents, and opens their case. */
export async function recordHousehold(
  call: Caller,
  hands: Hands,
  of: { controller: string; municipalities: readonly Municipality[]; from: number; count: number },
  today: LocalDate,
): Promise<ClientId[]> {
  const members: Member[] = [];
  for (let index = of.from; index < of.from + of.count; index += 1) {
    const person = inventPerson(of.controller, index, of.municipalities);
    const hand = handOf(hands, person.isChild, Math.floor(index / HOUSEHOLD));
    const recorded = await recordPerson(call, hand, person, { index, today });
    members.push({ ...recorded, isChild: person.isChild, hand });
  }
  const children = members.filter(({ isChild }) => isChild);
  for (const child of children) {
    for (const parent of members.filter(({ isChild }) => !isChild)) await tie(call, child, parent.clientId);
  }
  await openChildrensCase(call, children, { from: of.from, today });
  return members.map(({ clientId }) => clientId);
}

/** The children's matter is one, shared by those of them who are clients (yhteinen asia). */
async function openChildrensCase(
  call: Caller,
  children: readonly Member[],
  { from, today }: { from: number; today: LocalDate },
): Promise<void> {
  const days = children.flatMap(({ startedOn }) => (startedOn === undefined ? [] : [startedOn]));
  const [first, ...others] = children.filter(({ startedOn }) => startedOn !== undefined);
  const day = days.toSorted().at(-1);
  if (first === undefined || day === undefined) return;
  const clients = [first.clientId, ...others.map(({ clientId }) => clientId)] as const;
  const opened = await openCase(call, first.hand, clients, { day, isChild: true });
  await settleCase(call, first.hand, opened, { state: stateOf(from / HOUSEHOLD, false), today });
}

/** Of every third household the children are clients of child welfare. */
const handOf = ({ adults, families, childWelfare }: Hands, isChild: boolean, household: number): Hand =>
  !isChild ? adults : household % 3 === 0 ? childWelfare : families;

const tie = (call: Caller, { clientId, hand }: Member, parentId: ClientId): Promise<unknown> =>
  call(hand.user, 'POST', `/v1/clients/${clientId}/network/links`, {
    body: {
      relatedClientId: parentId,
      relation: { roles: ['parent', 'custodian'], custodyForm: 'joint', sameHousehold: true },
      source: { kind: 'populationRegister', channel: 'register' },
    },
  });
