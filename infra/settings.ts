import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { ControllerId } from '../shared/kernel/id.ts';
import { readCosigner } from '../shared/tlog/cosignature.ts';

/**
 * The regions of AWS inside the European Union. London and Zurich are in Europe and not in the Union: a
 * client's data kept there would be a transfer to a third country (GDPR chapter V).
 */
export const EU_REGIONS = [
  'eu-north-1',
  'eu-west-1',
  'eu-west-3',
  'eu-central-1',
  'eu-south-1',
  'eu-south-2',
  'eusc-de-east-1',
] as const;

const Account = z.string().regex(/^\d{12}$/, 'an AWS account of twelve digits');
const Network = z.string().regex(/^[\da-fA-F.:]+\/\d{1,3}$/, 'a network such as 192.0.2.0/24');
const Origin = z
  .url({ protocol: /^https$/ })
  .refine((text) => new URL(text).origin === text, 'an origin such as https://sointu.example.fi');
const Page = z.url({ protocol: /^https$/ });

/** Sign-in elsewhere: an organisation's own, or a strong identification. The method claim decides (decision 27). */
const Federation = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('oidc'),
      name: z.string().regex(/^[A-Za-z][\w-]{2,31}$/),
      issuer: Page,
      clientId: z.string().min(1),
      /** Secrets Manager: the client's secret. It stands in no setting and in no template. */
      clientSecretArn: z.string().startsWith('arn:'),
      methodClaim: z.string().min(1),
    }),
    z.strictObject({
      kind: z.literal('saml'),
      name: z.string().regex(/^[A-Za-z][\w-]{2,31}$/),
      metadataUrl: Page,
      methodClaim: z.string().min(1),
    }),
  ])
  .describe('What the sign-in told in `methodClaim` must be one of the accepted methods');

const SignIn = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('native') }),
    z.strictObject({
      kind: z.literal('federated'),
      provider: Federation,
      methods: z.array(z.string().regex(/^[\w:./+-]{1,30}$/)).min(1),
      /** Whoever is without a card may sign in with a password and a one-time code (K-13.15). */
      passwordSecond: z.boolean().default(false),
    }),
  ])
  .default({ kind: 'native' });

/** Longer names of a provider the pool does not take. */
const PROVIDER_NAME = 32;

/** Each controller is asked for by a provider of its own: whom it identified is then known to be asking of whom. */
export const citizensProvider = ({ name }: { name: string }, controller: ControllerId): string =>
  `${name}-${controller}`;

const Controller = z.strictObject({
  id: ControllerId,
  /** Pages of the front end to which sign-in may return. */
  callbackUrls: z.array(Page).min(1),
  logoutUrls: z.array(Page).min(1),
});

const Door = z.strictObject({
  signIn: SignIn,
  /** Front ends that a browser may let read an answer; none by default. */
  allowedOrigins: z.array(Origin).default([]),
  requestsPerSecond: z.int().positive().default(200),
  burst: z.int().positive().default(400),
  /** Requests in five minutes under one token, or without a token from one address. */
  requestsPerToken: z.int().min(10).default(3000),
  requestsPerAddress: z.int().min(10).default(200),
});

const WIDE_OPEN = new Set(['0.0.0.0/0', '::/0']);

const DeploymentSettingsSchema = z
  .strictObject({
    /** Part of every name, so that stages may share an account. */
    stage: z.string().regex(/^[a-z][a-z0-9]{1,11}$/),
    /** Production locks the archive for twelve years in compliance mode: nobody can shorten it. */
    production: z.boolean(),
    account: Account,
    region: z.enum(EU_REGIONS),
    controllers: z.array(Controller).min(1),
    staff: Door.extend({
      /** Networks from which officials may call; the gateway refuses all others. */
      allowedNetworks: z.array(Network).min(1),
      /** Hours after which an official signs in again. */
      sessionHours: z.int().min(1).max(24).default(10),
    }),
    citizens: Door.extend({
      sessionHours: z.int().min(1).max(24).default(1),
      /** In which the strong identification tells the identity code: so Suomi.fi does (nationalIdentificationNumber). */
      codeClaim: z.string().min(1).default('urn:oid:1.2.246.21'),
    }).prefault({}),
    /** The account that keeps the archive of the log and CloudTrail, apart from those who run the system. */
    auditAccount: Account.optional(),
    /**
     * A further account, the data-protection officer's own, into which the archive of the log is copied as it grows; its
     * region may be another one of the Union (security decision 22 c).
     */
    archiveCopy: z.strictObject({ account: Account, region: z.enum(EU_REGIONS) }).optional(),
    /** Other authorities that cosign the hourly checkpoints, in the form c2sp.org/tlog-witness: where, and by which key. */
    cosigners: z
      .array(
        z.strictObject({
          url: Page,
          /** As the witness tells it: `witness.example/w1+1a2b3c4d+BA…` */
          key: z.string().refine((text) => readCosigner(text) !== undefined, 'the key of a witness'),
        }),
      )
      .max(4)
      .default([]),
    /** Functions in a network of their own without a way out; on in production unless said otherwise. */
    privateNetwork: z.boolean().optional(),
    /**
     * Roles under which operators set up controllers and drill restoring, from outside that network. Their use of
     * the keys stands in CloudTrail like any other. Empty while nobody does so.
     */
    operatorRoles: z.array(z.string().regex(/^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/)).default([]),
    availabilityZones: z
      .array(z.enum(['a', 'b', 'c', 'd']))
      .min(2)
      .default(['a', 'b', 'c']),
    /** Security decision 1. Off only to find out whether it is what fails. */
    credentialsPerController: z.boolean().default(true),
    /** Concurrent runs kept for a function, at most so many too. Without it they share the account's. */
    concurrency: z
      .strictObject({
        module: z.int().positive(),
        consumer: z.int().positive(),
        carrier: z.int().positive(),
      })
      .optional(),
    /** Writes a second that the trail takes at once without warming up. */
    trailWarmWrites: z.int().min(4000).default(4000),
    guardDuty: z.boolean().default(false),
    /** Who looks into files that come in. Without a scanner each attachment says that it was not scanned. */
    malwareScan: z.enum(['none', 'guardDuty']).default('none'),
    /** Who is told when an alarm sounds; each address confirms once by mail. */
    alarmAddresses: z.array(z.email()).default([]),
  })
  .superRefine((settings, context) => {
    const { production, staff, citizens, controllers, auditAccount, account, archiveCopy } = settings;
    if (production && staff.allowedNetworks.some((network) => WIDE_OPEN.has(network))) {
      context.addIssue('Production is open to named networks only.');
    }
    if (new Set(controllers.map(({ id }) => id)).size !== controllers.length) {
      context.addIssue('A controller stands twice.');
    }
    const { signIn } = citizens;
    if (signIn.kind === 'federated') {
      const names = controllers.map(({ id }) => citizensProvider(signIn.provider, id));
      if (names.some((name) => name.length > PROVIDER_NAME)) {
        context.addIssue('The name of the citizens’ sign-in is too long with a controller’s behind it.');
      }
      if (signIn.passwordSecond) context.addIssue('A citizen’s password is no strong identification.');
    }
    if (auditAccount === account) context.addIssue('The audit account is another one than the account.');
    if (archiveCopy !== undefined && [account, auditAccount].includes(archiveCopy.account)) {
      context.addIssue('The copy of the archive lies in an account of its own.');
    }
  });

/** What the operator settles about one deployment. Law is not settled here, only places and limits. */
export type DeploymentSettings = z.infer<typeof DeploymentSettingsSchema>;
export type ControllerSettings = DeploymentSettings['controllers'][number];

/** @throws ZodError that names every setting that is wrong, a region outside the EU among them. */
export const parseSettings = (input: unknown): DeploymentSettings => DeploymentSettingsSchema.parse(input);

/** Whether anybody has a password of this system at all. */
export const hasPasswords = (signIn: z.infer<typeof SignIn>): boolean =>
  signIn.kind === 'native' || signIn.passwordSecond;

export const inPrivateNetwork = (settings: DeploymentSettings): boolean =>
  settings.privateNetwork ?? settings.production;

/** So that `npm run synth` shows the whole of it before anybody has an account. */
const EXAMPLE: z.input<typeof DeploymentSettingsSchema> = {
  stage: 'test',
  production: false,
  account: '111111111111',
  region: 'eu-north-1',
  controllers: ['LOIMAA', 'KEUSOTE'].map((id) => ({
    id,
    callbackUrls: ['https://sointu.example.fi/signed-in'],
    logoutUrls: ['https://sointu.example.fi/'],
  })),
  staff: { allowedNetworks: ['192.0.2.0/24'] },
};

/** The settings of the file that SOINTU_SETTINGS names; without one, those of an invented test stage. */
export function loadSettings(): DeploymentSettings {
  const file = process.env['SOINTU_SETTINGS'];
  return parseSettings(file === undefined ? EXAMPLE : JSON.parse(readFileSync(file, 'utf8')));
}
