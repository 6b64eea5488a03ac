import * as z from 'zod';
import { ClientId, ClientServiceId, DeliveryId } from '../../shared/kernel/id.ts';

export const OneClient = z.strictObject({ clientId: ClientId });
export const OneService = OneClient.extend({ clientServiceId: ClientServiceId });
export const OneDelivery = OneService.extend({ deliveryId: DeliveryId });

export type OfService = { params: z.infer<typeof OneService>; version: number };

/** Whose file dispatch loads: the client in the path. */
export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});
