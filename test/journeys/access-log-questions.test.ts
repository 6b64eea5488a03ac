import { beforeAll, describe, expect, test } from 'vitest';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { classesOf, type LineClass } from '../../shared/trail/questions/line-class.ts';
import { logPageOf } from '../support/access-log.ts';
import { counted } from '../support/counted.ts';
import { linesOf } from '../support/dump.ts';
import { askedUntil, type Morning, morning, type Shown } from '../support/morning.ts';
import type { Worker } from '../support/world.ts';

let world: Morning['world'];
let worker: Worker;
let officer: Worker;
let supervisor: Worker;
let clientId: string;
let restricted: string;
let written: AccessEvent[];
beforeAll(async () => {
  ({ world, worker, officer, supervisor, clientId, restricted, written } = await morning());
});

/** All pages of a question, without what the questions themselves have left. */
const asked = (by: Worker, path: string) => askedUntil(written[0]?.eventTime ?? '', by, path);

const idsOf = (lines: readonly { eventId: string }[]): string[] => lines.map(({ eventId }) => eventId);
const ofClass = (lineClass: LineClass | undefined) => (event: AccessEvent) =>
  lineClass === undefined || classesOf(event).includes(lineClass);

describe('the log is asked in one query', () => {
  test.each([
    ['by period', undefined, 40],
    ['for files opened without a tie', 'breakGlass', 1],
    ['for refused attempts', 'refused', 1],
    ['for disclosures', 'disclosure', 1],
    ['for searches, those that hit nobody too', 'search', 2],
    ['by basis: own workers', 'ownWorker', 30],
    ['by basis: none, since nothing let the attempt through', 'none', 1],
  ] as const)('of the whole controller, %s', async (_, lineClass, least) => {
    const { lines } = await asked(
      officer,
      `/v1/access-log/lines${lineClass === undefined ? '' : `?class=${lineClass}`}`,
    );
    expect(idsOf(lines)).toEqual(idsOf(written.filter(ofClass(lineClass))));
    expect(lines.length).toBeGreaterThanOrEqual(least);
  });

  test.each([undefined, 'breakGlass', 'refused', 'search', 'disclosure'] as const)(
    'of a unit: %s',
    async (lineClass) => {
      for (const unitId of [world.units.families, world.units.adults]) {
        const path = `/v1/access-log/units/${unitId}${lineClass === undefined ? '' : `?class=${lineClass}`}`;
        const { lines } = await asked(officer, path);
        const expected = written.filter(
          (event) => event.userIdentity.unitId === unitId && ofClass(lineClass)(event),
        );
        expect(idsOf(lines)).toEqual(idsOf(expected));
      }
    },
  );

  test.each(['breakGlass', 'refused', 'disclosure', 'ownWorker', 'intake'] as const)(
    'of one client: %s',
    async (lineClass) => {
      const { lines } = await asked(officer, `/v1/access-log/clients/${clientId}?class=${lineClass}`);
      const expected = written.filter(
        ({ clients, ...event }) =>
          clients.some((id) => id === clientId) && ofClass(lineClass)({ clients, ...event }),
      );
      expect(idsOf(lines)).toEqual(idsOf(expected));
      expect(lines.length).toBeGreaterThan(0);
      // Of a line about several the client's own copy is shown.
      for (const line of lines) expect(line.clients).toEqual([clientId]);
    },
  );

  test.each(['breakGlass', 'refused', 'disclosure', 'search', 'none'] as const)(
    'of one worker: %s',
    async (lineClass) => {
      const users = [...new Set(written.map(({ userIdentity }) => userIdentity.userId))];
      for (const userId of users) {
        const { lines } = await asked(officer, `/v1/access-log/users/${userId}?class=${lineClass}`);
        const expected = written.filter(
          (event) => event.userIdentity.userId === userId && ofClass(lineClass)(event),
        );
        expect(idsOf(lines)).toEqual(idsOf(expected));
      }
    },
  );

  test('in pages that neither repeat nor leave out a line, over days, the last one included', async () => {
    const day = world.clock.now().slice(0, 10);
    const { lines, pages } = await asked(officer, `/v1/access-log/lines?from=${day}&to=${day}`);
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(new Set(idsOf(lines)).size).toBe(lines.length);
    expect((await asked(officer, '/v1/access-log/lines?to=2026-11-23')).lines).toEqual([]);
    expect((await asked(officer, '/v1/access-log/lines?from=2026-11-25')).lines).toEqual([]);
  });

  test('and the line of the question names every client whom it showed', async () => {
    await asked(officer, '/v1/access-log/lines?class=breakGlass');
    const [last] = (await linesOf(world.services))
      .filter(({ eventName }) => eventName === 'LogRead')
      .toReversed();
    expect(last).toMatchObject({
      resources: [{ kind: 'accessLog', id: world.controller }],
      basis: { kind: 'supervision' },
      dataGroups: ['accessLog'],
    });
    const reads = (await linesOf(world.services)).filter(({ eventName }) => eventName === 'LogRead');
    expect(reads.some(({ clients }) => clients.some((id) => id === clientId))).toBe(true);
  });
});

describe('who may ask', () => {
  test('a supervisor of the own unit, and of no other; of the whole controller no supervisor', async () => {
    const { units } = world;
    expect((await supervisor.call('GET', `/v1/access-log/units/${units.families}`)).status).toBe(200);
    for (const path of [
      `units/${units.adults}`,
      'units/01KBN4PZ0000000000000000ZZ',
      'lines',
      'lines?class=refused',
    ]) {
      const told = await supervisor.call('GET', `/v1/access-log/${path}`);
      expect([path, told.status, told.json['code']]).toEqual([path, 403, 'access.notAllowed']);
    }
  });

  test('a supervisor is not told of a restricted file, whose lines the data-protection officer sees', async () => {
    const path = `/v1/access-log/units/${world.units.families}`;
    const [seen, all] = [await asked(supervisor, path), await asked(officer, path)];
    const about = ({ lines }: { lines: Shown }) =>
      lines.filter(({ clients }) => clients.includes(restricted));
    expect(about(all).length).toBeGreaterThan(0);
    expect(about(seen)).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain(restricted);
    expect(seen.lines.length).toBeGreaterThan(20);
    const { lines } = await asked(supervisor, `/v1/access-log/users/${worker.userId}`);
    expect(about({ lines })).toEqual([]);
  });

  test('no worker reads a colleague’s log, whatever rights the worker has, and nobody without the right by name', async () => {
    const social = await world.worker('broadResponsibility', { specialRights: ['readAccessLog'] });
    const plain = await world.worker('dataProtectionOfficer');
    for (const by of [social, plain]) {
      for (const path of [
        `units/${world.units.families}`,
        'lines',
        `users/${worker.userId}`,
        `clients/${clientId}?class=refused`,
      ]) {
        expect([path, (await by.call('GET', `/v1/access-log/${path}`)).status]).toEqual([path, 403]);
      }
    }
  });

  test('another controller’s officer finds nothing of ours', async () => {
    const other = await world.worker('dataProtectionOfficer', {
      controller: world.otherController,
      specialRights: ['readAccessLog'],
    });
    for (const path of ['lines', 'lines?class=refused', `units/${world.units.families}`]) {
      const { lines } = logPageOf(await other.call('GET', `/v1/access-log/${path}`));
      const ours = new Set<string>(idsOf(written));
      expect(lines.filter(({ eventId }) => ours.has(eventId))).toEqual([]);
    }
    expect((await other.call('GET', `/v1/access-log/clients/${clientId}?class=refused`)).status).toBe(404);
  });

  test('a page marker leads on in its own question and for who asked it; a guessed one leads nowhere', async () => {
    const { next } = logPageOf(await officer.call('GET', '/v1/access-log/lines?class=ownWorker'));
    expect(next).toBeTypeOf('string');
    const second = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
    const asks: [Worker, string][] = [
      [officer, `lines?cursor=${next}`],
      [officer, `lines?class=unit&cursor=${next}`],
      [officer, `lines?class=ownWorker&from=2026-01-01&cursor=${next}`],
      [officer, `units/${world.units.families}?class=ownWorker&cursor=${next}`],
      [officer, `clients/${clientId}?class=ownWorker&cursor=${next}`],
      [second, `lines?class=ownWorker&cursor=${next}`],
      [officer, `lines?class=ownWorker&cursor=${String(next).slice(0, -2)}AA`],
      [officer, `lines?class=ownWorker&cursor=${Buffer.from('{"shown":"0"}').toString('base64url')}`],
    ];
    for (const [by, path] of asks) {
      const told = await by.call('GET', `/v1/access-log/${path}`);
      expect(told).toMatchObject({ status: 400, json: { findings: [{ rule: 'input.cursor' }] } });
    }
  });

  test('what is no class, day or unit is refused at the door: nothing of a question becomes a part of a key', async () => {
    const hash = encodeURIComponent('#');
    for (const path of [
      'lines?class=ma',
      `lines?class=${encodeURIComponent("refused' OR '1'='1")}`,
      `lines?class=bi${hash}`,
      `lines?from=2026-01-01${hash}`,
      'lines?user=anybody',
      // Everyday work of one worker is read page by page.
      `users/${worker.userId}?class=ownWorker`,
      `units/${world.units.families}${hash}bi`,
      `units/${world.units.families}?clientId=${clientId}`,
    ]) {
      const { status } = await officer.call('GET', `/v1/access-log/${path}`);
      expect([path, status === 400 || status === 404]).toEqual([path, true]);
    }
  });
});

test('a question costs the same calls whatever it finds: the rows of its class, and the lines', async () => {
  world.services.logged = () => {};
  const counter = counted(world.services, world.controller);
  for (const path of [
    'lines?class=ownWorker',
    'lines?class=failed',
    `units/${world.units.families}?class=search`,
    `users/${worker.userId}?class=refused`,
    `users/${worker.userId}?class=disclosure`,
  ]) {
    const { cost } = await counter.costOf(() => officer.call('GET', `/v1/access-log/${path}`));
    const { BatchGetItem: _lines, GetItem: _powers, ...calls } = cost.calls;
    expect([path, calls]).toEqual([path, { Query: 1, PutItem: 1 }]);
  }
});
