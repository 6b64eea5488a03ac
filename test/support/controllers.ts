import { huittinen } from '../../shared/domain/controllers/profiles/huittinen.ts';
import { joutsa } from '../../shared/domain/controllers/profiles/joutsa.ts';
import { keskiUusimaa } from '../../shared/domain/controllers/profiles/keski-uusimaa.ts';
import { loimaa } from '../../shared/domain/controllers/profiles/loimaa.ts';
import { uusikaupunki } from '../../shared/domain/controllers/profiles/uusikaupunki.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { type OfficeContact, officeOf } from '../../shared/domain/controllers/settings/terms.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { setUpRecord } from '../../shared/setup.ts';
import { text } from './people.ts';
import { type Told, testWorld, type Worker, type World } from './world.ts';

/** Gives one of the world's controllers its record and what it has chosen. */
export const choose = (
  world: World,
  controllerId: ControllerId,
  settings: ControllerSettings,
): Promise<void> =>
  setUpRecord(
    world.services,
    { controllerId, name: { fi: 'Keksitty rekisterinpitäjä' }, address: 'Keksitty katu 1', phones: [] },
    settings,
    'test',
  );

/** The settings of the five privacy notices, by the letter of their promises. */
export const PROFILES = { U: uusikaupunki, J: joutsa, L: loimaa, H: huittinen, K: keskiUusimaa };

/** A world whose first controller has chosen these settings. */
export async function worldOf(settings: ControllerSettings, asked: { rows?: true } = {}): Promise<World> {
  const world = await testWorld(asked);
  await choose(world, world.controller, settings);
  return world;
}

/** One world a profile, for the promises that several controllers make in the same words. */
export const worldsOf = (letters: readonly (keyof typeof PROFILES)[]): Promise<World[]> =>
  Promise.all(letters.map((letter) => worldOf(PROFILES[letter])));

/** Where everybody reads of the own controller, and where those who oversee it read its settings. */
export const OWN = '/v1/controllers/own';
export const SETTINGS = '/v1/controllers/settings';

/** What a worker of a controller with these settings reads of the own controller. */
export async function ownOf(settings: ControllerSettings): Promise<Record<string, unknown>> {
  const world = await worldOf(settings);
  const worker = await world.worker('implementing');
  return (await worker.call('GET', OWN)).json;
}

/** An invented person in an office. */
export const reached = (title: string, more: Partial<OfficeContact> = {}): OfficeContact => ({
  ...officeOf(title),
  name: 'Keksitty Nimi',
  phone: '02 000 0000',
  ...more,
});

type Chosen = Partial<ControllerSettings> | Record<string, unknown>;

/** A main user proposes a change of the settings as they stand now. */
export async function propose(
  proposer: Worker,
  settings: Chosen,
  more: { from?: string } = {},
): Promise<Told> {
  const baseVersion = Number((await proposer.call('GET', SETTINGS)).json['version']);
  return proposer.call('POST', `${SETTINGS}/proposals`, { body: { baseVersion, settings, ...more } });
}

/** The settings as two main users change them: one proposes, another approves. */
export async function changeSettings(
  world: World,
  proposer: Worker,
  settings: Chosen,
  more: { from?: string } = {},
): Promise<Told> {
  const proposed = await propose(proposer, settings, more);
  if (proposed.status !== 201) return proposed;
  const second = await world.worker('mainUser', { controller: proposer.controller });
  const path = `${SETTINGS}/proposals/${text(proposed, 'proposalId')}/approve`;
  return second.call('POST', path, { version: 1 });
}
