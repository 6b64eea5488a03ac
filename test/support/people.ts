import { commit } from '../../shared/commit.ts';
import { ClientHead } from '../../shared/domain/clients/model.ts';
import { ClientId, type UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { checkCharacterOf } from '../../shared/kernel/personal-identity-code.ts';
import { systemContext } from '../../shared/system-context.ts';
import { changed } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import type { Told, Worker, World } from './world.ts';

/** An identity code nobody has: individual numbers from 900 up are never given. */
export function inventedCode(born: LocalDate, individual = 900): string {
  const [year = '', month = '', day = ''] = LocalDate.parse(born).split('-');
  const digits = `${day}${month}${year.slice(2)}`;
  const sign = year < '2000' ? '-' : 'A';
  return `${digits}${sign}${individual}${checkCharacterOf(`${digits}${individual}`)}`;
}

export const FROM_CLIENT = { kind: 'client', channel: 'visit' };

type Person = Record<string, unknown> & { name?: { family: string; given: string } };

/** What a worker sends to record a person in the intake of the families' unit. */
export const personBody = (world: World, person: Person, more: Record<string, unknown> = {}) => ({
  baseData: { name: { family: 'Esimerkki', given: 'Aino Maria' }, ...person },
  source: FROM_CLIENT,
  unitId: world.units.families,
  ...more,
});

/** A person recorded by this worker. @returns the client's id. */
export async function recordPerson(world: World, worker: Worker, person: Person): Promise<string> {
  const told = await worker.call('POST', '/v1/clients', { body: personBody(world, person) });
  if (told.status !== 201) throw new Error(`not recorded: ${told.body ?? ''}`);
  await world.drained();
  return text(told, 'clientId');
}

/** A member of an answer that is text. */
export function text(told: Pick<Told, 'json' | 'body'>, member: string): string {
  const value: unknown = told.json[member];
  if (typeof value !== 'string') throw new Error(`no ${member} in ${told.body ?? ''}`);
  return value;
}

/** A change of a client's file from the version that stands now. */
export async function changedTo(
  worker: Worker,
  clientId: string,
  path: string,
  body: unknown,
  method = 'POST',
): Promise<Told> {
  const opened = await worker.call('GET', `/v1/clients/${clientId}`);
  const version = Number(opened.json['version']);
  return worker.call(method, `/v1/clients/${clientId}${path}`, { body, version });
}

/** Leaves a file open to these readers alone. */
export async function restrictTo(world: World, client: string, readers: UserId[]): Promise<void> {
  const { services, controller } = world;
  const key = clientKeys.head(controller, ClientId.parse(client));
  const head = await getItem(services.tables, controller, 'records', key, ClientHead);
  if (head === undefined) throw new Error('no such client');
  const context = systemContext(services, controller, {
    action: {
      name: 'test',
      title: { fi: 't', sv: 't', en: 't' },
      roles: [],
      tie: 'none',
      legalGround: 'test',
    },
    event: 'FileRestricted',
    ranBy: 'test',
  });
  const put = {
    ...head,
    ...changed(head, context.now, context.actor.userId),
    restriction: { readers, since: context.now },
  };
  await commit(context, {
    changes: [{ put, when: { version: head.version } }],
    line: { clients: [head.clientId], resources: [], dataGroups: ['accessRights'] },
    answer: { body: {} },
  });
}
