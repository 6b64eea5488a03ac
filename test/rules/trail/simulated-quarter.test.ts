import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { AccessEvent } from '../../../shared/trail/event.ts';
import { type Quarter, simulatedQuarter } from '../../bench/quarter/quarter.ts';
import { writeQuarter } from '../../bench/quarter/write.ts';
import { everyRoute } from '../../support/every-route.ts';

let quarter: Quarter;
beforeAll(() => {
  quarter = simulatedQuarter('report-1');
});

const share = (fits: (line: AccessEvent) => boolean): number =>
  quarter.lines.filter(fits).length / quarter.lines.length;

/** What happened, without what a newer schema of lines may add. */
const digest = ({ lines, truth }: Quarter): string => {
  const hash = createHash('sha256');
  for (const { eventId, eventName, userIdentity, clients, basis, outcome, historyFrom } of lines) {
    const { userId } = userIdentity;
    const told = [eventId, eventName, userId, clients, basis.kind, outcome.result, historyFrom];
    hash.update(JSON.stringify([...told, truth.get(eventId)?.deedId]));
  }
  return hash.digest('hex').slice(0, 16);
};

describe('the simulated quarter, in which the signs of snooping are measured', () => {
  test('is the same for its seed in every run', () => {
    expect(digest(quarter)).toBe('170108b8b779d2b2');
  });

  test('has 60 workers, 6 000 clients and about 120 000 openings', () => {
    expect(quarter.facts.workers).toHaveLength(60);
    expect(quarter.facts.clients.length).toBeGreaterThan(5980);
    const openings = quarter.lines.filter(
      ({ clients, outcome }) => clients.length === 1 && outcome.result === 'allowed',
    );
    expect(openings.length).toBeGreaterThan(114_000);
    expect(openings.length).toBeLessThan(126_000);
  });

  test('is told in lines of the product: in their schema, in order, by routes that there are', () => {
    const actions = new Map(everyRoute.map(({ event, action }) => [event, action.name]));
    const seen = new Map(quarter.lines.map(({ eventName, action }) => [eventName, action]));
    for (const [event, action] of seen) expect(actions.get(event), event).toBe(action);
    for (const line of quarter.lines.filter((_, place) => place % 50 === 0)) AccessEvent.parse(line);
    const ids = quarter.lines.map(({ eventId }) => eventId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });

  test('is a working life: most on their own clients and by day, some on call, refused or without a tie', () => {
    expect(share(({ basis }) => basis.kind === 'ownWorker')).toBeGreaterThan(0.6);
    expect(
      share(({ eventTime }) => eventTime.slice(11, 13) < '04' || eventTime.slice(11, 13) > '19'),
    ).toBeLessThan(0.02);
    expect(share(({ basis }) => basis.kind === 'onCall')).toBeGreaterThan(0.01);
    expect(share(({ outcome }) => outcome.result === 'refused')).toBeLessThan(0.02);
    expect(share(({ basis }) => basis.kind === 'breakGlass')).toBeGreaterThan(0.002);
  });

  test('holds harmless namesakes: most who open the file of one have done nothing wrong', () => {
    const family = new Map<string, string>(
      [...quarter.facts.clients].map((client) => [client.clientId, client.family]),
    );
    const own = new Map<string, string>(
      quarter.facts.workers.map((worker) => [worker.userId, worker.family]),
    );
    const namesakes = quarter.lines.filter(
      ({ clients: [only], userIdentity }) =>
        only !== undefined && family.get(only) === own.get(userIdentity.userId),
    );
    const wrong = namesakes.filter(({ eventId }) => quarter.truth.get(eventId)?.isMisuse === true);
    expect(wrong.length).toBeGreaterThan(0);
    expect(namesakes.length).toBeGreaterThan(3 * wrong.length);
  });

  test('hides more than forty deeds of misuse of twenty kinds in less than a hundredth of its lines, beside what only looks like it', () => {
    const deeds = [...new Set(quarter.truth.values())];
    const misuse = deeds.filter(({ isMisuse }) => isMisuse);
    expect(misuse.length).toBeGreaterThan(40);
    expect(new Set(misuse.map(({ kind }) => kind)).size).toBeGreaterThan(20);
    expect(deeds.length - misuse.length).toBeGreaterThan(30);
    expect(share(({ eventId }) => quarter.truth.get(eventId)?.isMisuse === true)).toBeLessThan(0.01);
  });

  test('says nothing in its lines of who did wrong', () => {
    const { lines, truth } = quarter;
    const kinds = [...new Set([...truth.values()].map(({ kind }) => kind))];
    const marked = JSON.stringify(lines.filter(({ eventId }) => truth.has(eventId)));
    expect(kinds.filter((kind) => marked.includes(kind))).toEqual([]);
  });

  test('is handed over line by line, each once', async () => {
    const written: string[] = [];
    const few = { lines: quarter.lines.slice(0, 500) };
    await writeQuarter(few, async ({ eventId }) => {
      await Promise.resolve();
      written.push(eventId);
    });
    expect(written.toSorted()).toEqual(few.lines.map(({ eventId }) => eventId));
  });
});
