import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ControllerId } from '../../shared/kernel/id.ts';
import { handMadeLog } from './hand-made-log.ts';
import { clientOf, logEvent, workerOf } from './log-event.ts';

export const KEUSOTE = ControllerId.parse('KEUSOTE');
export const LOIMAA = ControllerId.parse('LOIMAA');

/** A folder with a copy of an archive: a May of the log of KEUSOTE, and one line of LOIMAA. */
export function auditedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sointu-audit-'));
  const ann = { userId: workerOf(2), name: 'Anna Apulainen', unitId: 'unit-2' };
  put(folder, KEUSOTE, [
    logEvent('2026-05-04T09:00:00.000Z'),
    logEvent('2026-05-05T20:30:00.000Z', { userIdentity: ann, clients: [clientOf(1), clientOf(2)] }),
    logEvent('2026-05-06T09:00:00.000Z', {
      userIdentity: ann,
      basis: { kind: 'breakGlass', reference: 'opening-1', legalGround: '703/2023 § 9' },
      reasonId: 'opening-1',
    }),
    logEvent('2026-05-07T09:00:00.000Z', {
      userIdentity: ann,
      outcome: { result: 'refused', code: 'access.noTie' },
    }),
    logEvent('2026-05-08T09:00:00.000Z', { action: 'clients.search', clients: [] }),
    logEvent('2026-05-11T09:00:00.000Z', {
      readOnly: false,
      changedFields: ['phones'],
      eventName: 'ClientChanged',
    }),
    logEvent('2026-05-12T09:00:00.000Z', { userIdentity: { deputyFor: workerOf(3) } }),
    logEvent('2026-05-13T09:00:00.000Z', {
      action: 'accessLog.readOfClient',
      eventName: 'PlantingsJudged',
    }),
    logEvent('2026-05-14T09:00:00.000Z', {
      userIdentity: { authenticationMethod: 'operator' },
      outcome: { result: 'failed' },
      eventName: 'DeployedRecorded',
      changedFields: ['code cases'],
    }),
    logEvent('2026-05-18T09:00:00.000Z', { basis: { kind: 'administration', legalGround: '457/2024' } }),
    logEvent('2026-06-01T09:00:00.000Z', { clients: [clientOf(3)] }),
  ]);
  put(folder, LOIMAA, [logEvent('2026-05-04T09:00:00.000Z', { controller: LOIMAA, clients: [clientOf(9)] })]);
  return folder;
}

function put(folder: string, controller: ControllerId, events: readonly ReturnType<typeof logEvent>[]): void {
  const made = handMadeLog(controller);
  const { locked, fresh } = made;
  for (const event of events) made.seal(event.eventTime, [event]);
  const files = [
    ...[...locked].map(([name, bytes]) => [name, bytes] as const),
    ...[...fresh].map(([name, bytes]) => [join('fresh', name), bytes] as const),
  ];
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
