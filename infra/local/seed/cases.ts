import * as z from 'zod';
import { CaseId, type ClientId } from '../../../shared/kernel/id.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Caller } from './caller.ts';
import type { Hand } from './person.ts';
import { ADULT_NEED, FAMILY_NEED } from './texts.ts';

const Opened = z.object({ caseId: CaseId, version: z.int() });
type SeededCase = { at: string; caseId: CaseId; version: number };

/** Opens a case of one person, or one of siblings that the first of them is named for. */
export async function openCase(
  call: Caller,
  { user, unitId, task }: Hand,
  [clientId, ...otherClientIds]: readonly [ClientId, ...ClientId[]],
  on: { day: LocalDate; isChild: boolean },
): Promise<SeededCase> {
  const opened = Opened.parse(
    await call(user, 'POST', `/v1/cases/clients/${clientId}/cases`, {
      body: {
        ...(on.isChild ? FAMILY_NEED : ADULT_NEED),
        serviceTasks: [task],
        wayOfOpening: on.isChild ? 'notification' : 'contact',
        initiator: on.isChild ? 'authority' : 'client',
        openedAt: `${on.day}T08:00:00.000Z`,
        unitId,
        responsibleWorkerId: user.userId,
        otherClientIds,
      },
    }),
  );
  return { ...opened, at: `/v1/cases/clients/${clientId}/cases/${opened.caseId}` };
}

/** Some cases rest, and some are over. */
export async function settleCase(
  call: Caller,
  { user }: Hand,
  { at, version }: SeededCase,
  to: { state: 'open' | 'suspended' | 'closed'; today: LocalDate },
): Promise<void> {
  const day = addDays(to.today, -1);
  if (to.state === 'suspended') {
    await call(user, 'POST', `${at}/suspend`, { version, body: { suspendedOn: day } });
  }
  if (to.state === 'closed') {
    await call(user, 'POST', `${at}/close`, { version, body: { closedOn: day, ground: 'needEnded' } });
  }
}
