import { ClientId, ControllerId } from '../../shared/kernel/id.ts';
import { bringRows, controllersOf } from './bring-rows.ts';
import { type Answer, type Engine, type Limits, openEngine, type Scope } from './engine.ts';
import type { Asked } from './log-question.ts';

export type LogToAsk = { engine: Engine; controllers: ControllerId[] };

/** A log made ready to be asked: the rows that lack are derived, those of the scope are loaded. */
export async function openLog(
  folder: string,
  { controller, from, to }: { controller?: string | undefined } & Pick<Scope, 'from' | 'to'>,
): Promise<LogToAsk> {
  const all = controllersOf(folder);
  const controllers =
    controller === undefined ? all : all.filter((one) => one === ControllerId.parse(controller));
  if (controllers.length === 0) throw new Error(`There is no log of ${controller} here.`);
  await bringRows(folder, controllers);
  return { engine: await openEngine(folder, { controllers, from, to }), controllers };
}

const MOST: Limits = { rows: 1_000_000, seconds: 60 };

/** Whom answers name: every cell that is a client of one of these logs, each under whose log it is of. */
export async function namedIn(
  { engine, controllers }: LogToAsk,
  answers: readonly Answer[],
): Promise<Asked['named']> {
  const told = new Set(answers.flatMap(({ rows }) => rows.flat()));
  const known = await engine.ask(
    'SELECT DISTINCT controller, client FROM access_log WHERE client IS NOT NULL ORDER BY controller, client',
    {},
    MOST,
  );
  const named = new Map<ControllerId, ClientId[]>(controllers.map((controller) => [controller, []]));
  for (const [controller, client] of known.rows) {
    if (client !== undefined && told.has(client))
      named.get(ControllerId.parse(controller))?.push(ClientId.parse(client));
  }
  return named;
}
