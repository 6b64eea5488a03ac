import { expect } from 'vitest';
import * as z from 'zod';
import { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { act, caseAt } from './cases.ts';
import { standingUnit } from './deadlines.ts';
import { workerInPost } from './decisions.ts';
import { text } from './people.ts';
import type { Worker, World } from './world.ts';

/** A case that goes to the unit of adults, with these workers of both units. @returns whoever answers for it there. */
export async function transferred(
  world: World,
  of: { worker: Worker; clientId: string; caseId: string; workers?: readonly Worker[] },
): Promise<Worker> {
  const clientId = ClientId.parse(of.clientId);
  const caseId = CaseId.parse(of.caseId);
  const toUnitId = world.units.adults;
  await standingUnit(world, toUnitId);
  const receiver = await workerInPost(world, 'broadResponsibility', { unitIds: [toUnitId] });
  const proposed = await act(of.worker, clientId, caseId, 'transfers', {
    toUnitId,
    reason: 'Perhe on muuttanut.',
  });
  const at = caseAt(clientId, caseId);
  const { version } = z.looseObject({ version: z.int() }).parse((await of.worker.call('GET', at)).json);
  const accepted = await receiver.call('POST', `${at}/transfers/${text(proposed, 'transferId')}/accept`, {
    version,
    body: {
      responsibleWorkerId: receiver.userId,
      workerIds: (of.workers ?? []).map(({ userId }) => userId),
    },
  });
  expect(accepted.status, accepted.body).toBe(200);
  return receiver;
}
