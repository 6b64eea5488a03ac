import * as z from 'zod';
import { ClientId, ControllerId, EventId, KeyId, UserId } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { Disclosure } from './disclosure.ts';

/**
 * Käyttölokin tapahtuma (703/2023 § 10): whose data, who, which data, when, why. One event a request
 * that touches client data, in the shape an auditor knows from CloudTrail. Ids and codes only: names of
 * clients, identity codes, search words and free text never stand here.
 *
 * The second number of the version grows with a new field, the first when a reader of the old shape could misread
 * the new one. Codes and names are added without either. Every version that was ever written can be read for good.
 */
export const EVENT_VERSIONS = ['1.0', '1.1'] as const;
/** 1.1: the disclosure log, and the keys that were opened. */
export const EVENT_VERSION = '1.1' satisfies (typeof EVENT_VERSIONS)[number];

/** Tietoryhmä: the groups of data that the seeds' logs name (basic, administrative, other) made exact. */
export const DataGroup = z.enum([
  'identity',
  'baseData',
  'contactData',
  'family',
  'clienthood',
  'case',
  'caseNotes',
  'deadlines',
  'tasks',
  'documents',
  'plans',
  'services',
  'drafts',
  'accessLog',
  'accessRights',
  'settings',
  'parties',
  'appointments',
  'attachments',
  'intake',
  'assessments',
  'papers',
  'decisions',
  'disclosures',
  'dataRequests',
  'retention',
  'statistics',
]);
export type DataGroup = z.infer<typeof DataGroup>;

export const Resource = z.strictObject({
  kind: z.enum([
    'client',
    'relation',
    'relationship',
    'case',
    'caseNote',
    'deadline',
    'task',
    'transfer',
    'document',
    'plan',
    'service',
    'delivery',
    'draft',
    'opening',
    'user',
    'grant',
    'commitment',
    'rightsPolicy',
    'rightsInstruction',
    'contract',
    'unit',
    'post',
    'settings',
    'notice',
    'definition',
    'party',
    'job',
    'accessLog',
    'appointment',
    'bookingResource',
    'openHours',
    'message',
    'attachment',
    'upload',
    'intakeMatter',
    'assessment',
    'custodyReport',
    'paper',
    'paperFolder',
    'decision',
    'serviceOfNotice',
    'delegation',
    'witnessFinding',
    'logRequest',
    'logWithholding',
    'misuseCase',
    'declaration',
    'minorsBan',
    'researchPermit',
    'sourceRequest',
    'subjectRequest',
    'disclosure',
    'planting',
    'deployment',
    'inspectionPackage',
    'breach',
    'disposalList',
    'disposalUnit',
    'retentionHold',
    'statistics',
  ]),
  id: z.string().max(80),
  /** Whose thing it is, where a line names several clients: a client's copy holds only what is hers. */
  client: ClientId.optional(),
  version: z.int().optional(),
  serviceTasks: z.array(z.string().max(40)).optional(),
});
export type Resource = z.infer<typeof Resource>;

/** Käytön peruste: the relation or duty that let the data be seen, verified by the system. */
export const BasisKind = z.enum([
  'ownWorker',
  'assignment',
  'unit',
  'intake',
  'appointment',
  'referral',
  'onCall',
  'deputy',
  'purchase',
  'jointService',
  'guidance',
  'duty',
  'breakGlass',
  'administration',
  'supervision',
  'ownMatters',
  'none',
]);
export type BasisKind = z.infer<typeof BasisKind>;

export const Basis = z.strictObject({
  kind: BasisKind,
  /** Case, grant or opening the basis rests on. */
  reference: z.string().max(64).optional(),
  /** Statute and section the right rests on. */
  legalGround: z.string().max(120),
});
export type Basis = z.infer<typeof Basis>;

const UserIdentity = z.strictObject({
  userId: UserId,
  name: z.string().max(200),
  post: z.string().max(200),
  role: z.string().max(60).optional(),
  unitId: z.string().max(30).optional(),
  professionalNumber: z.string().max(20).optional(),
  authenticationMethod: z.string().max(30),
  deputyFor: UserId.optional(),
});

export const Outcome = z.strictObject({
  result: z.enum(['allowed', 'refused', 'failed']),
  code: z.string().max(80).optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/**
 * A key that the request could open what it touched with, by its random id: the same id stands in CloudTrail's record of
 * the use, and nowhere else but in the table of keys (security decision 10). Of a matter that has no client yet it is
 * nobody's.
 */
export const OpenedKey = z.strictObject({ id: KeyId, client: ClientId.optional() });
export type OpenedKey = z.infer<typeof OpenedKey>;

/** UTF-8 bytes of an event at most: entries of the sealed log have lengths of 16 bits. */
export const EVENT_BYTES = 65_535;
/** A line names at most so many clients: a page with personal data holds fewer. */
export const CLIENTS_NAMED = 100;

export const AccessEvent = z
  .strictObject({
    eventVersion: z.enum(EVENT_VERSIONS),
    eventId: EventId,
    eventTime: Instant,
    eventName: z.string().max(80),
    action: z.string().max(80),
    controller: ControllerId,
    userIdentity: UserIdentity,
    sourceIPAddress: z.string().max(64),
    userAgent: z.string().max(200),
    requestId: z.string().max(100),
    awsRegion: z.string().max(30),
    readOnly: z.boolean(),
    clients: z.array(ClientId).max(CLIENTS_NAMED),
    resources: z.array(Resource).max(400),
    basis: Basis,
    outcome: Outcome,
    keys: z
      .array(OpenedKey)
      .max(2 * CLIENTS_NAMED)
      .optional(),
    dataGroups: z.array(DataGroup),
    /** Names of changed fields, never their values. */
    changedFields: z.array(z.string().max(80)).max(200),
    /** The oldest moment of recorded history that was shown. */
    historyFrom: z.string().max(30).optional(),
    /** A reason is a code here; its words are sealed in records and named by this id. */
    reasonId: z.string().max(40).optional(),
    reasonCode: z.string().max(40).optional(),
    /** A replay of an earlier answer under the same Idempotency-Key. */
    replay: z.boolean().optional(),
    /** What was handed to somebody outside the controller: the line is then of the disclosure log. */
    disclosure: Disclosure.optional(),
  })
  .meta({ id: 'AccessEvent' });
export type AccessEvent = z.infer<typeof AccessEvent>;
