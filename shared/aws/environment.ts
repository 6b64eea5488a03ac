import * as z from 'zod';
import { ControllerId } from '../kernel/id.ts';

const fromJson = <T>(schema: z.ZodType<T>): z.ZodType<T> =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('not JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);

const Named = z.record(z.string(), z.string());
const Parts = z.strictObject({ keys: Named, buckets: Named, tables: Named });

const WitnessPlaces = z.strictObject({ cloudTrail: z.string(), doors: z.array(z.string()) });

/**
 * What the stacks tell a function, each by one variable. `infra/constructs/function-environment.ts` writes
 * them; a variable that is missing ends the function at its start and not in the middle of a request.
 */
export const Environment = z.object({
  AWS_REGION: z.string(),
  SOINTU_RECORDS: z.string(),
  SOINTU_KEYS: z.string(),
  SOINTU_TRAIL: z.string(),
  /** Aliases of the KMS keys begin with it: `alias/sointu-production`. */
  SOINTU_KEY_ALIAS: z.string(),
  SOINTU_ARCHIVE: z.string(),
  SOINTU_LIBRARY: z.string(),
  /** Set for the sealer of the access log and for who proves lines: where what is overtaken soon is kept. */
  SOINTU_FRESH: z.string().optional(),
  /** And where it lays down rows for SQL. */
  SOINTU_ROWS: z.string().optional(),
  /** Set for the reconciler: the bucket of witnesses, where each writes in it, and the keys of clients by their ARN. */
  SOINTU_WITNESS: z.string().optional(),
  SOINTU_WITNESS_PLACES: fromJson(WitnessPlaces).optional(),
  SOINTU_CLIENT_KEYS: fromJson(z.record(z.string(), ControllerId)).optional(),
  /** Set for the run that records what is deployed: of what it asks. */
  SOINTU_PARTS: fromJson(Parts).optional(),
  /** Set for what asks other authorities to cosign. */
  SOINTU_COSIGNERS: fromJson(z.array(z.strictObject({ url: z.url(), key: z.string() }))).optional(),
  /** Set for what plants violations: the role under which it does. */
  SOINTU_PLANT_ROLE: z.string().optional(),
  /** Set where data calls go out under credentials bound to one controller. */
  SOINTU_DATA_ROLE: z.string().optional(),
  SOINTU_CONTROLLERS: fromJson(z.array(ControllerId)),
  /** The user pool; a function without a door has none and takes no token. */
  SOINTU_ISSUER: z.url().optional(),
  SOINTU_SCOPE: z.string().optional(),
  /** App client -> controller. */
  SOINTU_CLIENTS: fromJson(z.record(z.string(), ControllerId)).optional(),
  SOINTU_ORIGINS: fromJson(z.array(z.string())).optional(),
  SOINTU_BUS: z.string().optional(),
  /** Set for what turns an identity code into a subject: whose each provider is, and where it tells the code and the method. */
  SOINTU_PROVIDERS: fromJson(z.record(z.string(), ControllerId)).optional(),
  SOINTU_CODE_CLAIM: z.string().optional(),
  SOINTU_METHOD_CLAIM: z.string().optional(),
  /** Set for the run that lets passwords age: the user pool of officials. */
  SOINTU_POOL: z.string().optional(),
  /** Buckets of files, for the functions that take them in or give them out. */
  SOINTU_INBOX: z.string().optional(),
  SOINTU_DOCUMENTS: z.string().optional(),
  SOINTU_EXPORTS: z.string().optional(),
  SOINTU_TRANSFERS: z.string().optional(),
  SOINTU_MALWARE_SCAN: z.enum(['none', 'guardDuty']).default('none'),
});
export type Environment = z.infer<typeof Environment>;
