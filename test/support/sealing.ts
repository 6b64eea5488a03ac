import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { ActContext } from '../../shared/act.ts';
import { ClientId, type ControllerId, EventId, UserId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { bytesOfKey, noteKey } from '../../shared/tlog/note.ts';
import { AccessEvent, EVENT_VERSION } from '../../shared/trail/event.ts';
import {
  type FreshStore,
  type LockedStore,
  originOf,
  type Sealer,
} from '../../shared/trail/sealing/places.ts';
import type { World } from './world.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const publicKey = bytesOfKey(createPublicKey(privateKey));

/** A sealer over two stores in memory, and what lies in them. `failAt` stops it before its so-manieth writing. */
export function memorySealer(services: Services) {
  const locked = new Map<string, Buffer>();
  const fresh = new Map<string, Buffer>();
  let left = Number.POSITIVE_INFINITY;
  const writes = (): void => {
    left -= 1;
    if (left < 0) throw new Error('The sealer was killed.');
  };
  const archive: LockedStore = {
    async putIfAbsent(name, bytes) {
      writes();
      if (locked.has(name)) return false;
      locked.set(name, Buffer.from(bytes));
      return true;
    },
    get: async (name) => locked.get(name),
    list: async (begins, after = '') => ({
      names: [...locked.keys()].filter((name) => name.startsWith(begins) && name > after).sort(),
    }),
  };
  const freshStore: FreshStore = {
    async put(name, bytes) {
      writes();
      fresh.set(name, Buffer.from(bytes));
    },
    get: async (name) => fresh.get(name),
    async remove(name) {
      writes();
      fresh.delete(name);
    },
  };
  const sealer: Sealer = {
    services,
    archive,
    fresh: freshStore,
    keyOf: async (controller) => noteKey(originOf(controller), publicKey),
    sign: async (text) => sign(null, Buffer.from(text), privateKey),
  };
  return {
    sealer,
    locked,
    fresh,
    failAfter: (count: number) => {
      left = count;
    },
  };
}

/** The context of a run that searches the log, for a test that takes its steps one by one. */
export const contextOfRun = ({ services, controller }: World): ActContext =>
  systemContext(services, controller, {
    action: {
      name: 'test',
      title: { fi: 't', sv: 't', en: 't' },
      roles: [],
      tie: 'none',
      basis: 'supervision',
      legalGround: 't',
    },
    event: 'SealedLogSearched',
    ranBy: 'test',
  });

/** An invented line, written now. */
export function someLine(services: Services, controller: ControllerId, clients = 1): AccessEvent {
  const eventTime = services.clock.now();
  const id = (): string => newId(services, eventTime);
  return AccessEvent.parse({
    eventVersion: EVENT_VERSION,
    eventId: EventId.parse(id()),
    eventTime,
    eventName: 'ClientFileOpened',
    action: 'clients.openFile',
    controller,
    userIdentity: {
      userId: UserId.parse(id()),
      name: 'Ville Virta',
      post: 'Sosiaalityöntekijä',
      authenticationMethod: 'local',
    },
    sourceIPAddress: '192.0.2.1',
    userAgent: 'vitest',
    requestId: id(),
    awsRegion: 'local',
    readOnly: true,
    clients: Array.from({ length: clients }, () => ClientId.parse(id())),
    resources: [],
    basis: { kind: 'ownWorker', legalGround: '703/2023 § 9' },
    outcome: { result: 'allowed' },
    dataGroups: ['baseData'],
    changedFields: [],
  });
}
