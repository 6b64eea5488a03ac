import { beforeEach, describe, expect, test } from 'vitest';
import { copyLines, type LineChange } from '../../../shared/trail/copy-lines.ts';
import { dumpOf } from '../../support/dump.ts';
import { watchedIntake } from '../../support/faults.ts';
import { newClient } from '../../support/new-client.ts';
import { testWorld, type World } from '../../support/world.ts';

let world: World;
let line: Record<string, unknown>;
beforeEach(async () => {
  world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  await newClient(world, worker, { family: 'Esimerkki', given: 'Aino' });
  await newClient(world, worker, { family: 'Esimerkki', given: 'Eino' });
  await world.drained();
  world.clock.advance(1);
  // The stream does the copying here, and nothing else.
  world.services.logged = () => {};
  await worker.call('POST', '/v1/clients/search', { body: { name: 'esimerkki' } });
  const listed = (await dumpOf(world.services, 'trail')).find((item) =>
    JSON.stringify(item).includes('"ClientsListed"'),
  );
  if (listed === undefined) throw new Error('No list was logged.');
  line = listed;
});

const change = (kind: LineChange['kind'], more: Partial<LineChange> = {}): LineChange => ({
  id: 'stream-record',
  kind,
  expired: false,
  before: kind === 'INSERT' ? undefined : line,
  after: kind === 'REMOVE' ? undefined : line,
  at: world.clock.now(),
  ...more,
});
const isCopy = (item: Record<string, unknown>): boolean => 'event' in item && !('g1pk' in item);
const copies = async () => (await dumpOf(world.services, 'trail')).filter(isCopy).length;
const rows = async () => (await dumpOf(world.services, 'trail')).filter((item) => 'line' in item).length;

describe('the reader of the stream', () => {
  test('writes each client a copy, and the rows by which the line is found, once however often it reads and of no copy or row', async () => {
    const before = await rows();
    await copyLines(world.services, change('INSERT'));
    await copyLines(world.services, change('INSERT'));
    expect(await copies()).toBe(2);
    // By basis for controller, unit and each client; by the search for controller, unit and worker.
    expect((await rows()) - before).toBe(7);
    for (const item of (await dumpOf(world.services, 'trail')).filter((one) => !('g1pk' in one))) {
      await copyLines(world.services, change('INSERT', { after: item }));
    }
    expect([await copies(), (await rows()) - before]).toEqual([2, 7]);
  });

  test.each(['MODIFY', 'REMOVE'] as const)(
    'keeps both images of a line after a %s, where whoever sounds the alarm looks',
    async (kind) => {
      const { kept } = watchedIntake(world.services);
      await copyLines(
        world.services,
        change(kind, kind === 'MODIFY' ? { after: { ...line, event: 'forged' } } : {}),
      );
      const [[name, text] = ['', '']] = [...kept];
      expect(name).toBe(`overwritten/${world.clock.now().slice(0, 10)}/stream-record.json`);
      expect(JSON.parse(text)).toMatchObject({ kind, before: { pk: line['pk'] } });
      expect(world.logged.at(-1)).toMatchObject({ level: 'info', code: 'LINE_OVERWRITTEN' });
      expect(await copies()).toBe(0);
    },
  );

  test('lets a line go whose time in the table is over', async () => {
    const { kept } = watchedIntake(world.services);
    await copyLines(world.services, change('REMOVE', { expired: true }));
    expect(kept.size).toBe(0);
  });

  test('stops at a line it cannot read: none is skipped', async () => {
    const unreadable = change('INSERT', { after: { ...line, event: { eventId: 'x' } } });
    await expect(copyLines(world.services, unreadable)).rejects.toThrow('does not parse');
  });
});
