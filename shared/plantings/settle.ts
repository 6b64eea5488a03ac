import { commit } from '../commit.ts';
import { loadFinding } from '../domain/witnesses/store.ts';
import { type ControllerId, WitnessFindingId } from '../kernel/id.ts';
import type { Services } from '../services.ts';
import { systemContext } from '../system-context.ts';
import { changed } from '../table/item.ts';
import type { PutFinding } from '../witnesses/new-findings.ts';
import { PLANT } from './actions.ts';
import type { OwnReport } from './reports.ts';

/** Findings settled in one commit. */
const IN_COMMIT = 20;

/** Findings of what was planted, by whichever controller, wait for nobody's explanation. */
export async function settlePlanted(
  services: Services,
  controllers: readonly ControllerId[],
  reports: readonly OwnReport[],
  planted: ReadonlySet<string>,
): Promise<void> {
  for (const controller of controllers) {
    const own = reports.filter(
      (report) =>
        report.controller === controller &&
        report.finding !== undefined &&
        report.state === 'open' &&
        planted.has(report.name),
    );
    for (let place = 0; place < own.length; place += IN_COMMIT) {
      await settle(
        services,
        controller,
        own.slice(place, place + IN_COMMIT).map(({ name }) => WitnessFindingId.parse(name)),
      );
    }
  }
}

async function settle(
  services: Services,
  controller: ControllerId,
  findingIds: readonly WitnessFindingId[],
): Promise<void> {
  const context = systemContext(services, controller, {
    action: PLANT,
    event: 'PlantedFindingsSettled',
    ranBy: 'plantings',
  });
  const findings = await Promise.all(findingIds.map((id) => loadFinding(services.tables, controller, id)));
  const open = findings.flatMap((finding) => (finding?.state === 'open' ? [finding] : []));
  if (open.length === 0) return;
  await commit(context, {
    changes: open.map(
      (finding): PutFinding => ({
        put: { ...finding, ...changed(finding, context.now, context.actor.userId), state: 'planted' },
        when: { version: finding.version },
      }),
    ),
    line: {
      clients: [],
      resources: open.map(({ findingId: id, version }) => ({
        kind: 'witnessFinding',
        id,
        version: version + 1,
      })),
      dataGroups: ['accessLog'],
      changedFields: ['state'],
    },
    answer: { body: {} },
  });
}
