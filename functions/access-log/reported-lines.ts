import type { ActContext } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { isReported } from '../../shared/trail/report-scope.ts';

/** The lines that belong to the controller's report of supervision, where that is asked for; or else all of them. */
export async function reportedLines(
  { services, actor }: ActContext,
  { report }: { report?: boolean | undefined },
  lines: readonly AccessEvent[],
): Promise<AccessEvent[]> {
  if (report !== true) return [...lines];
  const { log } = await settingsOf(services, actor.controller);
  return lines.filter((line) => isReported(line, log.reportScope));
}
