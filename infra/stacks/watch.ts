import { type App, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Module } from '../../shared/http/module.ts';
import { alarmTopic } from '../constructs/alarm-topic.ts';
import { dashboard } from '../constructs/dashboard.ts';
import { type Deployment, mainEnv, prefixOf } from '../constructs/deployment.ts';
import { messageAlarms } from '../constructs/message-alarms.ts';
import { logGroupName } from '../constructs/sointu-function.ts';
import { tableAlarms } from '../constructs/table-metrics.ts';
import { watchFunction } from '../constructs/watch-function.ts';
import type { Records } from './records.ts';

/** Who is told, of what, and where an operator looks first. It names what it watches and takes nothing from it. */
export function watchStack(
  app: App,
  { settings }: Deployment,
  { keys }: Pick<Records, 'keys'>,
  modules: readonly Module[],
): Stack {
  const stack = new Stack(app, `${prefixOf(settings)}-watch`, {
    ...mainEnv(settings),
    description: 'Sointu: alarms and the dashboard.',
  });
  alarmTopic(stack, settings, keys.logs);
  messageAlarms(stack, settings);
  tableAlarms(stack, settings);
  for (const { name } of modules) {
    const logGroup = LogGroup.fromLogGroupName(stack, `${name}-log`, logGroupName(settings, name));
    watchFunction(stack, settings, { name, logGroup });
  }
  const parts = (of: (module: Module) => readonly { file: string }[]): string[] =>
    modules.flatMap((module) => of(module).map(({ file }) => `${module.name}-${file}`));
  dashboard(stack, settings, {
    doors: ['staff', 'citizens'],
    functions: modules.map(({ name }) => name),
    consumers: parts(({ consumers }) => consumers),
    readers: ['publish-outbox', 'copy-lines'],
    schedules: ['sweep-outbox', ...parts(({ schedules }) => schedules ?? [])],
  });
  return stack;
}
