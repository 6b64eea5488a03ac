import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ApplicationLog } from '../../shared/application-log.ts';
import { tableClient } from '../../shared/aws/table-client.ts';
import { keyCache } from '../../shared/crypto/key-cache.ts';
import type { Module } from '../../shared/http/module.ts';
import { type Clock, systemClock } from '../../shared/kernel/clock.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import type { SealedLog } from '../../shared/trail/sealing/places.ts';
import type { TableName } from '../table.ts';
import { type Bus, localBus } from './bus.ts';
import {
  type Deliver,
  intoFolder,
  type LocalCloudTrail,
  localCloudTrail,
  recordedVault,
} from './cloud-trail.ts';
import { localClientOptions } from './create-tables.ts';
import { eicarScan } from './eicar-scan.ts';
import { type LocalInbox, localInbox } from './inbox.ts';
import { folderIntake } from './intake.ts';
import { type Issuer, localIssuer } from './issuer.ts';
import { fileKeyVault } from './key-vault.ts';
import { folderLibrary, type WritableLibrary } from './library.ts';
import { localBucket } from './object-store.ts';
import { WITNESS_FOLDER } from './reconciler.ts';
import { folderArchive, folderFresh } from './sealed-store.ts';

export type LocalSettings = {
  /** Of the embedded DynamoDB. */
  endpoint: string;
  tableNames: Record<TableName, string>;
  /** Where keys, intake and dead letters lie; undefined keeps them in memory, for tests. */
  folder: string | undefined;
  /** Whose consumers hear the news. */
  modules: readonly Module[];
  /** The address tokens are issued under. */
  issuerName?: string;
  clock?: Clock;
  log?: ApplicationLog;
  /** Where CloudTrail's objects go when there is no folder: nowhere unless it is said. */
  delivered?: Deliver;
};

export type LocalRun = {
  services: Services;
  /** The same as that of the services, for who loads it. */
  library: WritableLibrary;
  /** Takes the forms that the services sign. */
  inbox: LocalInbox;
  bus: Bus;
  issuer: Issuer;
  /** What the key service was asked, as AWS would tell it. */
  cloudTrail: LocalCloudTrail;
  /** Ends the connections to the store. */
  close(): void;
};

/** What the laptop's sealer has kept; without a folder nothing is sealed, until a test says where. */
const sealedIn = (folder: string | undefined): SealedLog => {
  if (folder !== undefined)
    return { archive: folderArchive(folder), fresh: folderFresh(join(folder, 'fresh')) };
  const nothing = { get: () => Promise.resolve(undefined) };
  return { archive: nothing, fresh: nothing };
};

const SILENT: ApplicationLog = { info: () => {}, error: () => {} };

/** The services of a laptop: the same seam as in the cloud, over files, the embedded store and one process. */
export function localServices(settings: LocalSettings): LocalRun {
  const { folder, tableNames, modules, clock = systemClock } = settings;
  const random = (length: number): Uint8Array => randomBytes(length);
  const records = tableClient(localClientOptions(settings.endpoint));
  const issuer = localIssuer({ name: settings.issuerName ?? 'http://127.0.0.1', folder, clock });
  const bus = localBus({ services: () => services, modules, folder });
  const library = folderLibrary(folder);
  const inFolder = (name: string): string | undefined =>
    folder === undefined ? undefined : join(folder, name);
  const witness = inFolder(WITNESS_FOLDER);
  const deliver = witness === undefined ? settings.delivered : intoFolder(witness);
  const inbox = localInbox(localBucket(inFolder('inbox'), clock), {
    clock,
    secret: random(32),
    arrived: (controller, uploadId) => bus.arrived({ controller, uploadId }),
  });
  const cloudTrail = localCloudTrail(clock, random, deliver);
  const sealed = sealedIn(folder);
  const services: Services = {
    clock,
    region: 'local',
    // One store holds all that a laptop has: of a controller that is not there nothing is found.
    serves: (controller): controller is ControllerId => ControllerId.safeParse(controller).success,
    tables: { ...tableNames, clientOf: () => records },
    vault: recordedVault(fileKeyVault(folder, random), cloudTrail),
    keyCache: keyCache(clock),
    intake: folderIntake(folder),
    library,
    sealedLog: () => sealed,
    inbox,
    documents: localBucket(inFolder('documents'), clock),
    exports: localBucket(inFolder('exports'), clock),
    transfers: localBucket(inFolder('transfers'), clock),
    malware: eicarScan,
    tokens: issuer,
    // Whoever is named is signed in: a laptop has no passwords that could age.
    directory: undefined,
    log: settings.log ?? SILENT,
    random,
    committed: (envelopes) => bus.publish(envelopes),
    logged: (event) => bus.copy(event),
    opens: () => undefined,
  };
  return {
    services,
    library,
    inbox,
    bus,
    issuer,
    cloudTrail,
    close: () => {
      // What would have come later is not lost with the process.
      cloudTrail.deliver(true);
      records.config.requestHandler.destroy?.();
    },
  };
}
