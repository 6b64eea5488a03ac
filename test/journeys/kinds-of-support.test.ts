import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import type { SocialService } from '../../shared/domain/social-services.ts';
import { anEntry, newClient, Page, pageOf, write } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { askForService } from '../support/client-services.ts';
import { appealsTold, planBody, prepare, workerInPost } from '../support/decisions.ts';
import { done } from '../support/matters.ts';
import { testWorld } from '../support/world.ts';

/** A worker with a case, where the controller gives these services alone. */
async function givingOnly(...enabled: SocialService[]) {
  const world = await testWorld();
  await appealsTold(world, { ...defaultSettings, services: { enabled } });
  const worker = await workerInPost(world, 'broadResponsibility');
  const clientId = await newClient(world, worker);
  const caseId = await openedCase(world, worker, clientId);
  return {
    world,
    worker,
    clientId,
    asked: (socialService: string) => askForService(worker, clientId, caseId, { socialService }),
    decided: (socialService: string) =>
      prepare(worker, clientId, { caseId, kind: '11001', ...planBody({ socialServices: [socialService] }) }),
  };
}

const SUPPORT = ['supportPerson', 'supportFamily'] as const;

test.each([
  ['supportPerson', 'supportFamily'],
  ['supportFamily', 'supportPerson'],
] as const)(
  '%s is a service of its own beside %s: switched on, decided and given by itself [H-7.11]',
  async (own, other) => {
    const { worker, asked, decided } = await givingOnly(own);
    expect((await asked(other)).json).toMatchObject({ code: 'service.notEnabled' });
    expect((await asked('supportRelationship')).json).toMatchObject({ code: 'service.notValid' });
    done(await asked(own));
    expect((await decided(other)).json).toMatchObject({ code: 'service.notEnabled' });
    expect((await decided('supportRelationship')).json).toMatchObject({
      findings: [{ rule: 'service.kindNamed', path: '/body/socialServices' }],
    });
    done(await decided(own));
    const types = await worker.call('GET', '/v1/services/types');
    expect(types.json['services']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ socialService: own, enabled: true }),
        expect.objectContaining({ socialService: other, enabled: false }),
      ]),
    );
  },
);

test('settings and rights that name support relationships mean a support person and a support family [H-7.11]', async () => {
  const { world, worker, clientId, asked } = await givingOnly('supportRelationship');
  for (const service of SUPPORT) done(await asked(service));
  // Who gives the whole gives its kinds.
  await write(worker, clientId, anEntry({}, { socialServices: ['supportPerson'] }));
  const readBy = async (service: SocialService) => {
    const giver = await world.worker('implementing', { services: [service] });
    return Page.parse((await pageOf(giver, clientId)).json).notes.length;
  };
  expect(await readBy('supportPerson')).toBe(1);
  expect(await readBy('supportRelationship')).toBe(1);
  expect(await readBy('supportFamily')).toBe(0);
});
