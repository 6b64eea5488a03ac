import { ClientId, MatterId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { clientKeys, matterKeys } from '../../shared/table/keys.ts';
import { deadlinesIn } from './deadlines-of.ts';
import { actOn, linked, matterAt, notification, received } from './intake.ts';
import { inventedCode, recordPerson } from './people.ts';
import { type Worker, type World } from './world.ts';

/** Invented siblings, and matters about them. */

export const AINO = { name: { family: 'Esimerkki', given: 'Aino' }, personalIdentityCode: '240316A911D' };
export const EINO = {
  name: { family: 'Esimerkki', given: 'Eino' },
  personalIdentityCode: inventedCode(LocalDate.parse('2018-05-02')),
};

/** A notification on two siblings, both recorded as new clients and linked, its urgency assessed. */
export async function onSiblings(world: World, worker: Worker) {
  const matterId = await received(worker, notification(world));
  await actOn(worker, matterAt(matterId), '/urgency', {
    result: 'notUrgent',
    grounds: 'Ei vaaraa juuri nyt.',
  });
  const aino = await linked(world, worker, matterId, 0, await recordPerson(world, worker, AINO));
  const eino = await linked(world, worker, matterId, 1, await recordPerson(world, worker, EINO));
  return { matterId, aino, eino };
}

export const NO_MEASURES = { outcome: 'noMeasures', grounds: 'Perheellä on jo tarvittava tuki.' };
export const CASE = (world: World) => ({
  name: 'Lastensuojelun tarpeen selvittäminen',
  description: 'Lapset ovat olleet öitä keskenään.',
  unitId: world.units.families,
  grounds: 'Ilmoitus edellyttää selvittämistä.',
});

export const timesOf = async (world: World, clientId: ClientId) =>
  (await deadlinesIn(world, clientKeys.partition(world.controller, clientId))).map(
    ({ rule, dueOn, state, caseId }) => ({ rule, dueOn, state, caseId }),
  );
export const matterTimes = async (world: World, matterId: string) =>
  (await deadlinesIn(world, matterKeys.partition(world.controller, MatterId.parse(matterId)))).map(
    ({ rule, dueOn, state }) => ({ rule, dueOn, state }),
  );
export const timesOfMatter = async (world: World, matterId: string) =>
  (await matterTimes(world, matterId)).map(({ rule, state }) => [rule, state]);
