import * as z from 'zod';
import { ClientId } from '../../shared/kernel/id.ts';

/** The path of a route about one client. */
export const OneClient = z.strictObject({ clientId: ClientId });

/** Whose file dispatch loads: the client in the path. */
export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});
