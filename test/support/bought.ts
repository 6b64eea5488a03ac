import { CaseId, type ClientId, PartyId } from '../../shared/kernel/id.ts';
import { openedService } from './client-services.ts';
import { changeSettings } from './controllers.ts';
import type { Told, Worker, World } from './world.ts';

/** Producers, their contracts and what is bought from them, over the API. */

const ANNEX = { signedOn: '2025-12-15', from: '2026-01-01' };

export const contractBody = (more: Record<string, unknown> = {}) => ({
  kind: 'purchased',
  number: 'KEU/12/2026',
  socialServices: ['familyWork'],
  from: '2026-01-01',
  annex: ANNEX,
  ...more,
});

/** A producer in the register of parties. */
export async function aProducer(keeper: Worker, organisation = 'Keksitty Hoiva Oy'): Promise<PartyId> {
  const content = { organisation, source: { kind: 'partner', channel: 'phone' } };
  const told = await keeper.call('POST', '/v1/providers', {
    body: { kind: 'serviceProducer', from: '2026-01-01', content },
  });
  return PartyId.parse(told.json['partyId']);
}

export const contracted = (
  keeper: Worker,
  partyId: PartyId,
  more: Record<string, unknown> = {},
): Promise<Told> => keeper.call('POST', `/v1/providers/${partyId}/contracts`, { body: contractBody(more) });

/** Producers work for the controller, and a service of this client is bought from one that has a contract for it. @returns the producer. */
export async function bought(
  world: World,
  by: Worker,
  at: { clientId: ClientId; caseId: string; serviceTask: string; socialService: string },
): Promise<PartyId> {
  const keeper = await world.worker('arranging');
  const told = await changeSettings(world, await world.worker('mainUser'), {
    producers: { use: true, requireProcessingAnnex: true, registersAreSubRegisters: false },
  });
  if (told.status !== 200) throw new Error(`producers do not work here: ${told.body ?? ''}`);
  const partyId = await aProducer(keeper);
  const { clientId, caseId, ...of } = at;
  await contracted(keeper, partyId, { socialServices: [of.socialService] });
  await openedService(by, clientId, CaseId.parse(caseId), {
    ...of,
    producer: { kind: 'purchased', partyId },
  });
  return partyId;
}
