import * as z from 'zod';

const whole = (least: number, most: number, otherwise: number) =>
  z.coerce.number().int().min(least).max(most).default(otherwise);

const Environment = z.object({
  PORT: whole(0, 65_535, 3000),
  /** Folder of everything the laptop keeps: tables, keys, users, the application log. */
  SOINTU_DATA: z.string().min(1).default('.local'),
  /** Invented clients made on the first run. */
  SOINTU_SEED: whole(0, 1_000_000, 300),
  /** Another store that speaks DynamoDB's protocol, instead of the embedded one. */
  SOINTU_DYNAMODB_ENDPOINT: z.url().optional(),
  /** Origins of front ends, with commas between. */
  SOINTU_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .pipe(z.array(z.url()))
    .optional(),
});

export type LocalRunSettings = {
  port: number;
  folder: string;
  clients: number;
  endpoint: string | undefined;
  allowedOrigins: readonly string[];
};

/** @throws Error one sentence for each setting that is wrong. An empty setting counts as none. */
export function settingsOf(environment: Readonly<Record<string, string | undefined>>): LocalRunSettings {
  if (environment['AWS_LAMBDA_FUNCTION_NAME'] !== undefined) {
    throw new Error('The laptop run does not start in Lambda: its keys and sign-in protect nothing there.');
  }
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  }
  const { PORT, SOINTU_DATA, SOINTU_SEED, SOINTU_DYNAMODB_ENDPOINT, SOINTU_ORIGINS } = parsed.data;
  return {
    port: PORT,
    folder: SOINTU_DATA,
    clients: SOINTU_SEED,
    endpoint: SOINTU_DYNAMODB_ENDPOINT,
    allowedOrigins: SOINTU_ORIGINS ?? [],
  };
}
