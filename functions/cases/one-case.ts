import * as z from 'zod';
import { CaseId, ClientId } from '../../shared/kernel/id.ts';

/** The path of a route about the cases of one client. */
export const OneClient = z.strictObject({ clientId: ClientId });

/** The path of a route about one case, in the file of one of its clients. */
export const OneCase = z.strictObject({ clientId: ClientId, caseId: CaseId });
export type OfCase = { params: z.infer<typeof OneCase>; version: number };

/** Whose file dispatch loads: the client in the path. */
export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

export const CaseChanged = z
  .strictObject({ caseId: CaseId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'CaseChanged' });
export type CaseChanged = z.infer<typeof CaseChanged>;
