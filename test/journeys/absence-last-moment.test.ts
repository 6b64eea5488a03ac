import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from '../support/case-notes.ts';
import { dumpOf } from '../support/dump.ts';
import { betweenStore } from '../support/faults.ts';
import { inventedCode } from '../support/people.ts';
import { handler } from '../support/subject-requests.ts';
import { testWorld } from '../support/world.ts';

test('a person whose file is opened while it is looked for is not answered that nothing is held', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const manager = await handler(world, 'management');
  const code = inventedCode(LocalDate.parse('1990-01-01'), 931);
  const between = betweenStore(world.services, async (call) => {
    if (call.name === 'TransactWriteCommand') {
      between.mend();
      await newClient(world, worker, { name: 'Juuri Avattu', code });
    }
    return call.send();
  });
  const told = await manager.call('POST', '/v1/data-subject-requests/no-data', {
    body: {
      personalIdentityCode: code,
      name: 'Juuri Avattu',
      receivedOn: '2026-11-20',
      identity: 'identityDocument',
    },
  });
  expect(told).toMatchObject({ status: 409, json: { code: 'subjectRequest.held' } });
  expect((await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'absence')).toEqual([]);
});
