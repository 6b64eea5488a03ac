import { expect } from 'vitest';
import * as z from 'zod';
import { ClientId } from '../../shared/kernel/id.ts';
import type { Worker, World } from './world.ts';

/** Records a client by name in the worker's unit, and expects that it is done. */
export async function newClient(
  world: World,
  worker: Worker,
  name: { family: string; given: string },
  more: Record<string, unknown> = {},
): Promise<{ clientId: ClientId }> {
  const told = await worker.call('POST', '/v1/clients', { body: clientBody(world, name, more) });
  expect(told).toMatchObject({ status: 201 });
  return z.object({ clientId: ClientId }).parse(told.json);
}

export const clientBody = (
  world: World,
  name: { family: string; given: string },
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  baseData: { name, birthDate: '1980-01-01', ...more },
  source: { kind: 'client', channel: 'visit' },
  unitId: world.units.families,
});
