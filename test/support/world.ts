import { modules } from '../../functions/modules.ts';
import { testServices } from './services.ts';
import { type World, worldOver } from './world-over.ts';

export type { GrantOverrides, Told, Worker, World } from './world-over.ts';

/** Invented workers and two controllers over empty tables of their own. */
export const testWorld = async (): Promise<World> => worldOver(await testServices(modules));
