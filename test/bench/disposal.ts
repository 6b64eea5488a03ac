import * as z from 'zod';
import { dispose } from '../../functions/retention/dispose.ts';
import { gather } from '../../functions/retention/gather.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { counted } from '../support/counted.ts';
import { done } from '../support/matters.ts';
import { inventedCode } from '../support/people.ts';
import type { Worker, World } from '../support/world-over.ts';
import { type County, keepNewsOut, newCounty } from './county.ts';
import { fillClients } from './fill-clients.ts';
import { PRICES } from './prices.ts';
import { setStage } from './stage.ts';

/** What the runs of retention cost: by what is due, in registers of several sizes. */
export type DisposalCost = {
  clients: number;
  due: number;
  gather: RunCost;
  dispose: RunCost;
};
type RunCost = { readUnits: number; writeUnits: number; kmsCalls: number; seconds: number };

const twoDigits = (count: number): string => count.toString().padStart(2, '0');

/** Cases of ten years, closed on 24 November 2026, with so many entries each. */
const ENTRIES = 5;
const DUE = 20;

export async function measureDisposal(endpoint: string, isLarge: boolean): Promise<DisposalCost[]> {
  const costs: DisposalCost[] = [];
  const points = [
    { clients: 1_000, due: DUE },
    { clients: 10_000, due: DUE },
    { clients: 10_000, due: 2 * DUE },
    ...(isLarge ? [{ clients: 100_000, due: DUE }] : []),
  ];
  for (const point of points) {
    const county = await newCounty(endpoint);
    costs.push(await measurePoint(county, point));
    county.end();
  }
  return costs;
}

async function measurePoint(
  county: County,
  { clients, due }: { clients: number; due: number },
): Promise<DisposalCost> {
  const { world } = county;
  const stage = await setStage(world);
  await fillClients(county, stage, clients - due);
  const worker = await world.worker('broadResponsibility', { serviceTasks: [] });
  for (let nth = 0; nth < due; nth += 1) await closedCase(world, worker, nth);
  await world.drained();
  keepNewsOut(world);
  const counter = counted(world.services, world.controller);
  const controllers = [world.controller];
  world.clock.set(Instant.parse('2036-12-05T10:00:00.000Z'));
  const gathered = await costOf(counter, () => gather(world.services, controllers));
  await approve(world);
  world.clock.set(Instant.parse('2036-12-13T10:00:00.000Z'));
  const disposed = await costOf(counter, () => dispose(world.services, controllers));
  return { clients, due, gather: gathered, dispose: disposed };
}

async function closedCase(world: World, worker: Worker, nth: number): Promise<void> {
  // Nobody of the sample that is kept for good: a package is another cost.
  const born = LocalDate.parse(`${1950 + Math.floor(nth / 12)}-${twoDigits((nth % 12) + 1)}-05`);
  const letter = (at: number): string => 'bdfghjklmnprstv'.charAt(at % 15).repeat(3);
  const name = `${letter(nth)}${letter(Math.floor(nth / 15))} Aino`;
  const clientId = await newClient(world, worker, { name, code: inventedCode(born, 950) });
  const serviceTasks = ['workingAge'];
  const caseId = await openedCase(world, worker, clientId, { serviceTasks });
  for (let entry = 0; entry < ENTRIES; entry += 1)
    done(await write(worker, clientId, anEntry({ caseId, serviceTasks })));
  done(await act(worker, clientId, caseId, 'close', { closedOn: '2026-11-24', ground: 'needEnded' }));
}

async function approve(world: World): Promise<void> {
  const [one, another] = [await world.worker('archive'), await world.worker('archive')];
  const at = '/v1/retention/lists';
  const Lists = z.object({ lists: z.array(z.looseObject({ month: z.string(), version: z.int() })) });
  for (const [worker, what] of [
    [one, 'propose'],
    [another, 'approve'],
  ] as const) {
    const [list] = Lists.parse(done(await worker.call('GET', at))).lists;
    if (list === undefined) throw new Error('Nothing was gathered.');
    done(await worker.call('POST', `${at}/${list.month}/${what}`, { version: list.version }));
  }
}

async function costOf(counter: ReturnType<typeof counted>, run: () => Promise<unknown>): Promise<RunCost> {
  const began = performance.now();
  const { cost } = await counter.costOf(run);
  return {
    readUnits: cost.readUnits,
    writeUnits: cost.writeUnits + cost.laterUnits,
    kmsCalls: cost.kmsCalls,
    seconds: (performance.now() - began) / 1000,
  };
}

const usdOf = ({ readUnits, writeUnits, kmsCalls }: RunCost): number =>
  readUnits * PRICES.readUnit.usd + writeUnits * PRICES.writeUnit.usd + kmsCalls * PRICES.kmsCall.usd;

/** A table for people, and on paper what a register of a million clients takes in a year. */
export function disposalReport(costs: readonly DisposalCost[], euroRate: number): string {
  const row = ({ clients, due, gather: g, dispose: d }: DisposalCost): string =>
    [
      clients,
      due,
      ...[g, d].flatMap((one) => [
        one.readUnits.toFixed(0),
        one.writeUnits.toFixed(0),
        one.seconds.toFixed(2),
      ]),
    ].join(' | ');
  const last = costs.find(({ clients, due }) => clients === 10_000 && due === 2 * DUE) ?? costs[0];
  const unit = last === undefined ? 0 : ((usdOf(last.gather) + usdOf(last.dispose)) / last.due) * euroRate;
  return [
    'Disposal: clients | due | gathering: read units | write units | seconds | disposing: read units | write units | seconds',
    ...costs.map(row),
    `On paper: a million clients of whom 60 000 cases are due in a year: ${(unit * 60_000).toFixed(0)} €, ${(unit * 1000).toFixed(3)} € a thousand cases.`,
  ].join('\n');
}
