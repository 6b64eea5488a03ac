import { modules } from '../../functions/modules.ts';
import { type Followed, testServices } from './services.ts';
import { type World, worldOver } from './world-over.ts';

export type { GrantOverrides, Told, Worker, World } from './world-over.ts';

/** Invented workers and two controllers over empty tables of their own. */
export const testWorld = async (more: Followed = {}): Promise<World> =>
  worldOver(await testServices(modules, more));
