import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { systemClock } from '../shared/kernel/clock.ts';
import { ClientId, ControllerId } from '../shared/kernel/id.ts';
import { aliasOf, tablesOf } from './constructs/deployment.ts';
import { settingsOf } from './local/settings.ts';
import { awsServicesOn, isForAws, targetOf } from './operator.ts';
import { restoreOnAws } from './recovery/aws.ts';
import { type DrillPlan, type DrillResult, drill } from './recovery/drill.ts';
import { laptopDrill } from './recovery/laptop.ts';
import { saidOf } from './said.ts';
import { loadSettings } from './settings.ts';

/** Whose file the drill opens on AWS: `<controller>/<client id>`, an invented client recorded for it. */
const DrillClient = z
  .string({ error: 'SOINTU_DRILL_CLIENT names no client: <controller>/<client id>.' })
  .transform((text) => text.split('/'))
  .pipe(z.tuple([ControllerId, ClientId]));

async function awsPlan(): Promise<{ plan: DrillPlan; close: () => Promise<void> }> {
  const [controller, clientId] = DrillClient.parse(process.env['SOINTU_DRILL_CLIENT']);
  const settings = loadSettings();
  const { services: live, ranBy, close } = await targetOf(process.argv, process.env);
  const now = () => systemClock.now();
  const restore: DrillPlan['restore'] = (notBefore) =>
    restoreOnAws(
      {
        client: new DynamoDBClient({ region: settings.region }),
        tables: tablesOf(settings),
        tableKey: aliasOf(settings, 'data'),
        suffix: `drill-${now().slice(0, 19).replaceAll(/\D/g, '')}`,
        servicesOn: (tables) => awsServicesOn(settings, tables),
        now,
        told: (sentence) => console.log(sentence),
      },
      notBefore,
    );
  return { plan: { live, controller, clientId, ranBy, restore }, close };
}

const reportOf = (result: DrillResult): string =>
  [
    `restored   records, keys and trail as of ${result.asOf}`,
    `opened     one file, the same as the living one: base data, ${result.cases} cases, ${result.notes} notes`,
    'log        the last acknowledged line stands in the restored log',
    `recovery   ${result.recoverySeconds.toFixed(1)} s from asking for the restore to the opened file`,
    `loss       ${result.lossSeconds.toFixed(1)} s of work, had the tables been lost when the drill began`,
  ].join('\n');

/** `npm run drill`: a restore rehearsed and measured, on this laptop or (`-- --aws`) in a deployment. */
async function main(): Promise<void> {
  const { plan, close } = isForAws(process.argv)
    ? await awsPlan()
    : await laptopDrill(settingsOf(process.env).folder);
  try {
    console.log(reportOf(await drill(plan)));
  } finally {
    await close();
  }
}

main().catch((thrown: unknown) => {
  console.error(saidOf(thrown));
  process.exit(1);
});
