import { type App, Stack } from 'aws-cdk-lib';
import type { Module } from '../../shared/http/module.ts';
import { alarmTopic } from '../constructs/alarm-topic.ts';
import { dashboard } from '../constructs/dashboard.ts';
import { type Deployment, mainEnv, prefixOf } from '../constructs/deployment.ts';
import { consumersOf, functionsOf, runsOf } from '../constructs/function-names.ts';
import { messageAlarms } from '../constructs/message-alarms.ts';
import { tableAlarms } from '../constructs/table-metrics.ts';
import { watchFunction } from '../constructs/watch-function.ts';
import type { Records } from './records.ts';

/** Who is told, of what, and where an operator looks first. It names what it watches and takes nothing from it. */
export function watchStack(
  app: App,
  { settings }: Deployment,
  { keys }: Pick<Records, 'keys'>,
  others: { functions: readonly string[]; modules: readonly Module[] },
): Stack {
  const stack = new Stack(app, `${prefixOf(settings)}-watch`, {
    ...mainEnv(settings),
    description: 'Sointu: alarms and the dashboard.',
  });
  alarmTopic(stack, settings, keys.logs);
  messageAlarms(stack, settings);
  tableAlarms(stack, settings);
  const { functions, modules } = others;
  for (const name of [...functionsOf(modules), ...functions]) watchFunction(stack, settings, name);
  dashboard(stack, settings, {
    doors: ['staff', 'citizens'],
    functions: modules.map(({ name }) => name),
    consumers: consumersOf(modules),
    readers: ['publish-outbox', 'copy-lines'],
    schedules: ['sweep-outbox', ...runsOf(modules)],
  });
  return stack;
}
