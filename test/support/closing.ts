import * as z from 'zod';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from './case-notes.ts';
import { act, openedCase, storedCase } from './cases.ts';
import { worldOf } from './controllers.ts';
import { aDraft, begun, summaryOf } from './documents.ts';
import { inventedCode } from './people.ts';
import type { Told, Worker, World } from './world.ts';

/** Cases with what hangs on them, and their closing over the API. */

export const CHILDS_PLAN = '1.2.246.537.6.1506.15009.2024.11.28';
export const FAMILY_WORK_PLAN = '1.2.246.537.6.1506.15014.2023.9.27';
const END = { closedOn: '2026-11-24', ground: 'needEnded' };

export type Case = { world: World; worker: Worker; clientId: ClientId; caseId: CaseId };

export async function childWelfareCase(more: Record<string, unknown> = {}): Promise<Case> {
  const world = await worldOf(defaultSettings);
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, {
    code: inventedCode(LocalDate.parse('2014-05-02'), 907),
  });
  const caseId = await openedCase(world, worker, clientId, {
    serviceTasks: ['childWelfare', 'families'],
    ...more,
  });
  return { world, worker, clientId, caseId };
}

export async function planned({ worker, caseId }: Case, clientId: ClientId, definitionOid = CHILDS_PLAN) {
  const key = definitionOid === CHILDS_PLAN ? 'lastensuojelun_asiakassuunnitelma' : 'perhetyon_suunnitelma';
  const draftId = await begun(worker, clientId, {
    definitionOid,
    caseId,
    serviceTasks: ['childWelfare'],
    content: { [key]: {} },
  });
  const path = `/v1/plans/clients/${clientId}/plans`;
  const told = await worker.call('POST', path, { body: { draftId, draftVersion: 1 } });
  if (told.status !== 201) throw new Error(`not made: ${told.body ?? ''}`);
  return z.looseObject({ planId: z.string() }).parse(told.json).planId;
}

export const plansOf = async ({ worker }: Case, clientId: ClientId, which: 'plans' | 'ended') =>
  (await worker.call('GET', `/v1/plans/clients/${clientId}/${which}`)).json;

export const summaryDraft = (
  worker: Worker,
  clientId: ClientId,
  more: Record<string, unknown>,
): Promise<string> =>
  begun(worker, clientId, aDraft({ content: summaryOf('Perheen arki kantaa.'), ...more }));

export const close = (
  { worker, clientId, caseId }: Case,
  more: Record<string, unknown> = {},
): Promise<Told> => act(worker, clientId, caseId, 'close', { ...END, ...more });

export const stateOf = async ({ world, caseId }: Case, clientId: ClientId): Promise<string | undefined> => {
  const { active, closed } = await storedCase(world, clientId, caseId);
  return (active ?? closed)?.state;
};

/** A case of so many further children. */
export async function siblings(more: number): Promise<Case & { others: ClientId[] }> {
  const world = await worldOf(defaultSettings);
  const worker = await world.worker('broadResponsibility');
  const clients: ClientId[] = [];
  for (let nth = 0; nth <= more; nth += 1) {
    const code = inventedCode(LocalDate.parse(`20${10 + nth}-05-02`), 911);
    clients.push(await newClient(world, worker, { code }));
  }
  const [clientId, ...others] = clients;
  if (clientId === undefined) throw new Error('no client');
  const serviceTasks = ['childWelfare', 'families'];
  const caseId = await openedCase(world, worker, clientId, { serviceTasks, otherClientIds: others });
  return { world, worker, clientId, caseId, others };
}
