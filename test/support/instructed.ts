import * as z from 'zod';
import { InstructionId, type PostId, type UnitId, UserId } from '../../shared/kernel/id.ts';
import { PROFILES, worldOf } from './controllers.ts';
import { grantFor, newPost, newUnit } from './organisation.ts';
import type { Told, Worker } from './world.ts';

/** A controller of Loimaa's settings, where rights rest on the instruction of the register's responsible person. */

export const POLICY = {
  reference: 'HYV 12/2026',
  text: 'Käyttöoikeudet annetaan siinä laajuudessa kuin työtehtävät edellyttävät.',
  from: '2026-11-24',
};
export const INSTRUCTION = {
  reference: 'Ohje 3/2026',
  text: 'Lapsiperheiden sosiaalityöntekijälle laaja vastuu omassa yksikössä.',
  roles: ['broadResponsibility'],
  serviceTasks: ['families'],
  from: '2026-11-24',
};

/** A person who gets an id with a right of the unit. */
export const withGrant = (
  by: Worker,
  postId: PostId,
  grant: Record<string, unknown>,
  more: Record<string, unknown> = { signedOn: '2026-11-23' },
): Promise<Told> =>
  by.call('POST', '/v1/access-rights/users/with-grant', {
    body: { user: { name: 'Kaisa Keksitty', postId }, grant, ...more },
  });

export const userOf = (told: Told): UserId => z.object({ userId: UserId }).parse(told.json).userId;

/** The first administrator, and a unit with a post: nobody else, and nothing approved. */
export async function beforePolicy() {
  const world = await worldOf(PROFILES.L);
  const mainUser = await world.worker('mainUser');
  const unitId: UnitId = await newUnit(mainUser);
  const postId = await newPost(mainUser, unitId);
  return { world, mainUser, unitId, postId, ofUnit: grantFor(unitId) };
}

/** The same with a policy that management approved, and an instruction on the work of the unit. */
export async function instructed() {
  const made = await beforePolicy();
  const { world, mainUser, postId } = made;
  const granted = async (specialRights: string[]): Promise<Worker> => {
    const grant = {
      role: 'management',
      unitIds: [],
      serviceTasks: [],
      specialRights,
      range: { from: '2026-11-24' },
    };
    return world.signedIn(userOf(await withGrant(mainUser, postId, grant)), world.controller);
  };
  const management = await granted([]);
  await management.call('POST', '/v1/access-rights/policies', { body: POLICY });
  const responsible = await granted(['giveInstructions']);
  const told = await responsible.call('POST', '/v1/access-rights/instructions', { body: INSTRUCTION });
  const { instructionId } = z.object({ instructionId: InstructionId }).parse(told.json);
  return { ...made, management, responsible, instructionId };
}
