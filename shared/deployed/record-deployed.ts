import { createHash } from 'node:crypto';
import type { Action } from '../access/action.ts';
import type { ActContext } from '../act.ts';
import { commit } from '../commit.ts';
import type { DeployedDay, DeployedHash } from '../domain/deployed/model.ts';
import { changedBetween, unannounced } from '../domain/deployed/rules.ts';
import { announcedFrom, pageOfDeployed } from '../domain/deployed/store.ts';
import type { ControllerId } from '../kernel/id.ts';
import type { Services } from '../services.ts';
import { systemContext } from '../system-context.ts';
import { created } from '../table/item.ts';
import { deployedKeys } from '../table/keys.ts';
import { findingIdOf } from '../witnesses/finding-id.ts';
import { newFindings, type PutFinding } from '../witnesses/new-findings.ts';

const RECORD: Action = {
  name: 'accessLog.recordDeployed',
  title: {
    fi: 'Kirjaa käytössä olevan ohjelmakoodin ja sääntöjen tiivisteet',
    sv: 'Registrera kontrollsummorna för den kod och de regler som är i bruk',
    en: 'Record the hashes of the code and the policies that are in use',
  },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
};

/** What is deployed now, each part by its name; a part that is not there is left out. */
export type ReadDeployed = () => Promise<{ name: string; text: string }[]>;

/** 192 bits: so that a name and a hash stand together in a line. */
const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 24).toString('base64url');

/**
 * The run of the day (security decision 23): what runs, and by which policies, stands on the log of each controller as a
 * leaf, and what has changed since the day before is named. What nobody announced beforehand is a finding, which sounds
 * until a person has explained it.
 */
export async function recordDeployed(
  services: Services,
  readDeployed: ReadDeployed,
  controllers: readonly ControllerId[],
): Promise<{ recorded: number; changed: number }> {
  const hashes = (await readDeployed())
    .map(({ name, text }): DeployedHash => ({ name, hash: hashOf(text) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const done = { recorded: 0, changed: 0 };
  for (const controller of controllers) {
    const changed = await recordFor(services, controller, hashes);
    if (changed === undefined) continue;
    done.recorded += 1;
    done.changed += changed;
  }
  services.log.info('DEPLOYED_RECORDED', { count: done.changed });
  return done;
}

/** @returns how many parts have changed; undefined when the day stands already. */
async function recordFor(
  services: Services,
  controller: ControllerId,
  hashes: readonly DeployedHash[],
): Promise<number | undefined> {
  const context = systemContext(services, controller, {
    action: RECORD,
    event: 'DeployedRecorded',
    ranBy: 'deployed',
  });
  const { today: on, now, actor } = context;
  const before = (await pageOfDeployed(services.tables, controller, { limit: 1 })).items[0];
  if (before?.on === on) return undefined;
  const changed = before === undefined ? [] : changedBetween(before.hashes, hashes);
  const since = before?.on ?? on;
  const announced = changed.length === 0 ? [] : await announcedFrom(services.tables, controller, since);
  const untold = unannounced(changed, announced, { since, on });
  const findings = await findingOf(context, untold);
  const put: DeployedDay = {
    ...deployedKeys.day(controller, on),
    entity: 'deployedDay',
    ...created(now, actor.userId),
    on,
    hashes: [...hashes],
    changed,
    ...(untold.length === 0 ? {} : { unannounced: untold }),
    ...(before === undefined ? {} : { since: before.on }),
  };
  await commit(context, {
    changes: [{ put, when: 'absent' }, ...findings],
    line: {
      clients: [],
      resources: [
        ...hashes.map(({ name, hash }) => ({
          kind: 'deployment' as const,
          id: `${name.slice(0, 31)} ${hash}`,
        })),
        ...findings.map(({ put: { findingId: id } }) => ({ kind: 'witnessFinding' as const, id })),
      ],
      dataGroups: ['accessLog'],
      changedFields: changed.slice(0, 200),
    },
    answer: { body: {} },
  });
  return changed.length;
}

/** One finding of all that changed unannounced; none where nothing did. */
function findingOf(context: ActContext, untold: readonly string[]): Promise<PutFinding[]> {
  if (untold.length === 0) return Promise.resolve([]);
  const { now: at, today } = context;
  const kind = 'deployedUnannounced';
  const evidence = `${today}: ${untold.join(', ')}`;
  const found = { at, kind, evidence, by: 'deployed', controller: context.actor.controller } as const;
  return newFindings(context, new Map([[findingIdOf(found), found]]));
}
