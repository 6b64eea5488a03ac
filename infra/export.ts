import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFINITIONS } from '../shared/domain/statistics/definitions.ts';
import { StatisticsUse } from '../shared/domain/statistics/edition.ts';
import type { FigureDefinition } from '../shared/domain/statistics/figure-definition.ts';
import { knownDefinition } from '../shared/domain/statistics/known-definition.ts';
import { Period } from '../shared/domain/statistics/periods.ts';
import { WAITING } from '../shared/domain/statistics/waiting.ts';
import type { ControllerId } from '../shared/kernel/id.ts';
import { Refusal } from '../shared/kernel/refusal.ts';
import type { Services } from '../shared/services.ts';
import { targetOf } from './operator.ts';
import { saidOf } from './said.ts';
import { exportByHand } from './statistics/export-by-hand.ts';
import { writeEdition } from './statistics/write-edition.ts';
import { writeReport } from './statistics/write-report.ts';

const USAGE = `npm run export -- <definition> <period> --folder <folder> [--controller <id>] [--aws]
npm run export -- report <month> --folder <folder> [--controller <id>] [--aws]
  for whom: nothing said: the authority that collects it
            --own <use>, as budget, or
            --to <recipient> --purpose <purpose> --provision "668/2008 5 §"`;

const OPTIONS = {
  folder: { type: 'string' },
  controller: { type: 'string' },
  own: { type: 'string' },
  to: { type: 'string' },
  purpose: { type: 'string' },
  provision: { type: 'string' },
  aws: { type: 'boolean' },
} as const;

type Said = { own?: string; to?: string; purpose?: string; provision?: string };

function useOf({ own, to, purpose, provision }: Said, { collection }: FigureDefinition): StatisticsUse {
  if (own !== undefined) return StatisticsUse.parse({ kind: 'own', use: own });
  if (collection === undefined && (to === undefined || provision === undefined)) {
    throw new Error(`No authority collects this: say for whom and what it is.\n${USAGE}`);
  }
  return StatisticsUse.parse({
    kind: 'recipient',
    recipient: to ?? collection?.recipient,
    purpose: purpose ?? 'statistics',
    provision: provision ?? collection?.provision,
  });
}

type Order = { ranBy: string; folder: string };
type EditionOrder = Order & { definition: FigureDefinition; period: Period; use: StatisticsUse };

async function exported(
  services: Services,
  controller: ControllerId,
  { definition, period, use, ranBy, folder: root }: EditionOrder,
): Promise<void> {
  const edition = await exportByHand(services, controller, { definition, period, use, ranBy });
  const files = writeEdition(resolve(root, controller), edition);
  console.log(`${edition.rows.length} rows, edition ${edition.edition}:\n${files.join('\n')}`);
}

type Ordered = (services: Services, controller: ControllerId, order: Order) => Promise<void>;

function editionOf(definitionId: string, said: string, values: Said): Ordered {
  const waitsOrIs = [...DEFINITIONS, ...WAITING].some(({ id }) => id === definitionId);
  if (!waitsOrIs) {
    throw new Error(
      `Nothing is counted as ${definitionId}, but as ${DEFINITIONS.map(({ id }) => id).join(', ')}.`,
    );
  }
  const definition = knownDefinition(definitionId);
  const period = Period.parse(said);
  const use = useOf(values, definition);
  return (services, controller, order) =>
    exported(services, controller, { ...order, definition, period, use });
}

const reportOf =
  (month: string): Ordered =>
  async (services, controller, order) => {
    const files = await writeReport(services, controller, { ...order, month });
    console.log(files.join('\n'));
  };

/** `npm run export`: counts a period by hand, and writes the edition into a folder for whoever delivers it. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [definitionId, said] = positionals;
  if (definitionId === undefined || said === undefined || values.folder === undefined) throw new Error(USAGE);
  const order = definitionId === 'report' ? reportOf(said) : editionOf(definitionId, said, values);
  const { services, controllers, ranBy, close } = await targetOf(process.argv, process.env);
  try {
    for (const controller of controllers) {
      if (values.controller !== undefined && values.controller !== controller) continue;
      try {
        await order(services, controller, { ranBy, folder: values.folder });
      } catch (thrown) {
        // What one controller may not give, another may.
        if (!(thrown instanceof Refusal)) throw thrown;
        console.error(`${controller}: ${saidOf(thrown)}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await close();
  }
}

main().catch((thrown: unknown) => {
  console.error(saidOf(thrown));
  process.exit(1);
});
