import * as z from 'zod';
import type { OptionalClientField } from '../../../shared/domain/controllers/settings/information.ts';
import type { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import { type CaseId, ClientId, type UnitId } from '../../../shared/kernel/id.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/local-date.ts';
import type { DevUser } from '../users.ts';
import type { Caller } from './caller.ts';
import { openCase, settleCase } from './cases.ts';
import { type InventedPerson, pick } from './people.ts';
import { ADULT_TEXTS, FAMILY_TEXTS, HALF_WRITTEN } from './texts.ts';

/** Whose matter a person is: the worker, the unit and the task, and what of a person the controller records. */
export type Hand = {
  user: DevUser;
  unitId: UnitId;
  task: ServiceTask;
  recorded: readonly OptionalClientField[];
};

const ByVersion = z.object({ version: z.int() });
const ClientCreated = z.object({ clientId: ClientId, version: z.int() });
const PossibleDuplicate = z.object({
  code: z.literal('client.possibleDuplicate'),
  details: z.object({ clientIds: z.array(ClientId) }),
});

/** One person in so many has it. */
const EVERY = {
  temporary: 19,
  banned: 23,
  secret: 29,
  ended: 17,
  intakeOnly: 13,
  drafted: 11,
  resting: 7,
  over: 9,
} as const;
const isOne = (index: number, every: keyof typeof EVERY): boolean =>
  index % EVERY[every] === EVERY[every] - 1;

export type Recorded = {
  clientId: ClientId;
  /** Undefined of one who was only taken in. */
  startedOn?: LocalDate;
};

/**
 * Records a person, and unless only taken in, begins the relationship and writes a few entries: an adult's in a case
 * of the adult's own. The children of a household have theirs together.
 */
export async function recordPerson(
  call: Caller,
  hand: Hand,
  person: InventedPerson,
  on: { index: number; today: LocalDate },
): Promise<Recorded> {
  const { index, today } = on;
  const { user, unitId } = hand;
  const { postalCode, postOffice } = person.municipality;
  const { clientId, version } = await create(call, hand, baseDataOf(person, index, hand.recorded));
  const at = `/v1/clients/${clientId}`;
  if (isOne(index, 'intakeOnly')) return { clientId };

  const startedOn = addDays(today, -20 - pick(400, user.controller, index, 'started'));
  const started = ByVersion.parse(
    await call(user, 'POST', `${at}/relationship/start`, {
      version,
      body: { startedOn, responsibleUnitId: unitId, ownWorkerId: user.userId, informedOn: startedOn },
    }),
  );
  const ended = isOne(index, 'ended') && !person.isChild;
  const opened = person.isChild
    ? undefined
    : await openCase(call, hand, [clientId], { day: startedOn, isChild: false });
  await writeEntries(call, hand, person, clientId, { index, today, caseId: opened?.caseId });
  if (opened !== undefined) await settleCase(call, hand, opened, { state: stateOf(index, ended), today });
  let head = started.version;
  if (isOne(index, 'banned')) {
    const banned = ByVersion.parse(
      await call(user, 'POST', `${at}/safety-ban`, {
        version: head,
        body: {
          until: addDays(today, 300),
          contactAddress: { street: 'PL 1', postalCode, postOffice },
          source: { kind: 'populationRegister', channel: 'register' },
        },
      }),
    );
    head = banned.version;
  }
  if (ended) {
    await call(user, 'POST', `${at}/relationship/end`, {
      version: head,
      body: { endedOn: addDays(today, -1), ground: 'needEnded' },
    });
  }
  return { clientId, startedOn };
}

/** How the case of a person stands: of one whose relationship has ended it is over too. */
export function stateOf(index: number, ended: boolean): 'open' | 'suspended' | 'closed' {
  if (ended || isOne(index, 'over')) return 'closed';
  return isOne(index, 'resting') ? 'suspended' : 'open';
}

/** Somebody of the same name and year is looked at and found to be another, as a worker would. */
async function create(call: Caller, { user, unitId }: Hand, baseData: Record<string, unknown>) {
  const body = { baseData, source: { kind: 'client', channel: 'visit' }, unitId };
  const told = await call(user, 'POST', '/v1/clients', { body, accepts: 409 });
  const possible = PossibleDuplicate.safeParse(told);
  if (!possible.success) return ClientCreated.parse(told);
  const notDuplicateOf = possible.data.details.clientIds;
  return ClientCreated.parse(await call(user, 'POST', '/v1/clients', { body: { ...body, notDuplicateOf } }));
}

function baseDataOf(
  person: InventedPerson,
  index: number,
  recorded: Hand['recorded'],
): Record<string, unknown> {
  const { family, given, code, birthDate, municipality, street, phone, email, occupation } = person;
  const { postalCode, postOffice } = municipality;
  return {
    name: { family, given },
    ...(isOne(index, 'temporary')
      ? { temporaryId: `TILAP-${index}`, birthDate }
      : { personalIdentityCode: code }),
    homeMunicipality: municipality.code,
    motherTongue: /[Åå]|berg|fjäll/.test(family) ? 'sv' : 'fi',
    addresses: [{ street, postalCode, postOffice }],
    phones: [phone],
    ...(recorded.includes('emails') && !person.isChild ? { emails: [email] } : {}),
    ...(recorded.includes('occupation') && !person.isChild ? { occupation } : {}),
    secretContacts: isOne(index, 'secret'),
  };
}

async function writeEntries(
  call: Caller,
  { user, task }: Hand,
  person: InventedPerson,
  clientId: ClientId,
  on: { index: number; today: LocalDate; caseId: CaseId | undefined },
): Promise<void> {
  const { index, today, caseId } = on;
  const texts = person.isChild ? FAMILY_TEXTS : ADULT_TEXTS;
  const count = 1 + pick(4, user.controller, index, 'entries');
  for (let nth = 0; nth < count; nth += 1) {
    const said = texts[(index + nth) % texts.length];
    if (said === undefined) continue;
    const { entryType, ...content } = said;
    const day = addDays(today, -(count - nth) * 4);
    await call(user, 'POST', `/v1/case-notes/clients/${clientId}/notes`, {
      body: {
        entryType,
        serviceTasks: [task],
        ...(caseId === undefined ? {} : { caseId }),
        eventAt: `${day}T${String(7 + (index % 8)).padStart(2, '0')}:30:00.000Z`,
        content: { ...content, source: { kind: 'client', channel: 'visit' } },
      },
    });
  }
  if (isOne(index, 'drafted')) {
    await call(user, 'POST', '/v1/case-notes/drafts', {
      body: {
        clientId,
        entry: { entryType: 'other', serviceTasks: [task], content: { text: HALF_WRITTEN } },
      },
    });
  }
}
