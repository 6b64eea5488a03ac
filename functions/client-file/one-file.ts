import * as z from 'zod';
import { ClientId } from '../../shared/kernel/id.ts';

/** The path of a route about the file of one client. */
export const OneFile = z.strictObject({ clientId: ClientId });

export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});
