import * as z from 'zod';
import { newId } from '../../shared/new-id.ts';
import { openTestCase } from '../support/case-notes.ts';
import type { County } from './county.ts';
import { AnyItem, type Filler, fill } from './fill.ts';
import { record } from './record.ts';
import { newRelatedClient, type Stage } from './stage.ts';
import { withTexts } from './values.ts';

const Puts = z.array(
  z.looseObject({ Put: z.looseObject({ TableName: z.string(), Item: AnyItem }).optional() }),
);
/** What passes by a register and does not make it larger. */
const PASSING = new Set<unknown>(['outbox', 'fact', 'idempotencyMark']);
const ID = /[0-9A-HJKMNP-TV-Z]{26}/g;
const MAC = /[0-9a-f]{32}$/;

/** So many more clients of the worker: head, look-up, keys and a case of each; without name tokens. */
export async function fillClients(county: County, { worker }: Stage, count: number): Promise<void> {
  const { world, bare } = county;
  const { services } = world;
  const templates = await itemsOfOne(county, worker);
  const kept = new Set<string>([worker.userId, ...Object.values(world.units)]);
  function* copies(): Generator<Filler, void> {
    for (let place = 0; place < count; place += 1) {
      const fresh = new Map<string, string>();
      const freshId = (id: string): string => {
        if (kept.has(id)) return id;
        const known = fresh.get(id) ?? newId(services);
        fresh.set(id, known);
        return known;
      };
      const mac = Buffer.from(services.random(16)).toString('hex');
      const change = (text: string): string => text.replaceAll(ID, freshId).replace(MAC, mac);
      for (const { table, item } of templates) yield { table, item: AnyItem.parse(withTexts(item, change)) };
    }
  }
  await fill(bare, copies());
}

/** What one client is in the tables: what the acts that make one have put, each item as it was put last. */
async function itemsOfOne({ world, client }: County, worker: Stage['worker']): Promise<Filler[]> {
  const { rounds } = await record(client, async () => {
    const { clientId } = await newRelatedClient(world, worker);
    await openTestCase(world, clientId);
  });
  const items = new Map<string, Filler>();
  for (const { input } of rounds.flat()) {
    for (const { Put: put } of Puts.parse(input['TransactItems'] ?? [])) {
      if (put === undefined || put.TableName === world.services.tables.trail) continue;
      if (PASSING.has(put.Item['entity'])) continue;
      items.set([put.TableName, put.Item['pk'], put.Item['sk']].join(' '), {
        table: put.TableName,
        item: put.Item,
      });
    }
  }
  return [...items.values()];
}
