import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { modules } from '../../functions/modules.ts';
import type { Action } from '../../shared/access/action.ts';
import type { ClientId, ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { CLIENTS_NAMED } from '../../shared/trail/event.ts';
import { lineOf } from '../../shared/trail/line.ts';
import { storeLine } from '../../shared/trail/write.ts';
import { startDynamoDb } from '../local/dynamodb.ts';
import { localServices } from '../local/services.ts';
import { runningStore } from '../local/store-orphans.ts';
import { readUsers } from '../local/users.ts';
import { tableNames } from '../table.ts';

const ASK: Action = {
  name: 'accessLog.askBySql',
  title: {
    fi: 'Kysy käyttölokilta SQL:llä',
    sv: 'Fråga åtkomstloggen med SQL',
    en: 'Ask the access log by SQL',
  },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
};

/** What was asked, by the name of a saved query or as `sql`, and whom the answer names in each controller's log. */
export type Asked = { question: string; named: ReadonlyMap<ControllerId, readonly ClientId[]> };

/** Writes the lines of a question, before its answer is shown: one for each controller, and for each hundred clients. */
export async function writeLines(
  services: Services,
  ranBy: string,
  { question, named }: Asked,
): Promise<number> {
  let lines = 0;
  for (const [controller, clients] of named) {
    const context = systemContext(services, controller, { action: ASK, event: 'AccessLogAskedBySql', ranBy });
    for (let from = 0; from === 0 || from < clients.length; from += CLIENTS_NAMED) {
      const part = {
        clients: clients.slice(from, from + CLIENTS_NAMED),
        resources: [{ kind: 'accessLog', id: question } as const],
        dataGroups: ['accessLog'] as const,
      };
      await storeLine(services, lineOf({ ...context, readOnly: true }, part, { result: 'allowed' }));
      lines += 1;
    }
  }
  return lines;
}

/**
 * Logs a question to the log of a laptop, running or not. A copy of an archive has no trail to write to: who reads it
 * stands where it was copied from.
 * @returns a sentence that says which.
 */
export async function logQuestion(folder: string, asked: Asked): Promise<string> {
  const data = resolve(folder);
  if (readUsers(data) === undefined)
    return 'This is a copy, in which nothing is logged: that it was taken stands in CloudTrail.';
  const endpoint = runningStore(data);
  const store = await startDynamoDb(endpoint === undefined ? { folder: data } : { folder: data, endpoint });
  const run = localServices({
    endpoint: store.endpoint,
    tableNames: tableNames('sointu'),
    folder: data,
    modules,
  });
  try {
    const lines = await writeLines(run.services, userInfo().username, asked);
    await run.bus.drained();
    return `The question stands in the access log: ${lines} ${lines === 1 ? 'line' : 'lines'}.`;
  } finally {
    run.close();
    await store.stop();
  }
}
