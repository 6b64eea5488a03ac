import * as z from 'zod';
import { Provision } from '../../../trail/disclosure.ts';
import { ServiceSettings } from './services.ts';

/**
 * Henkilötasoiset tiedonkeruut (668/2008 5 §): to whom a collection by person is given, by which provision, in which
 * form, and the recipient's public key, under which it is sealed. What is not named here is given to nobody.
 */

/**
 * From what a column is filled; nothing else of a file can be. `absent`: a column that the recipient has and the register
 * has not, such as the sex: it stays empty.
 */
const OfMeasure = z.enum(['measure', 'decisionKind', 'decidedOn', 'begunOn', 'endedOn', 'endGround']);
export const PersonValue = z.enum([
  'year',
  'identityCode',
  'birthYear',
  'ageGroup',
  'homeMunicipality',
  'notifications',
  'assessmentsBegun',
  'assessmentsReady',
  'placedOnLastDay',
  'measuresInYear',
  'absent',
  ...OfMeasure.options,
]);
export type PersonValue = z.infer<typeof PersonValue>;

const isOfMeasure = (value: PersonValue): boolean => OfMeasure.safeParse(value).success;

const Name = z.string().regex(/^[\p{L}\p{N}_.-]{1,60}$/u);

/** Toimenpide: the recipient’s code of it, and by which kinds of decisions it is made. */
const PersonMeasure = z.strictObject({
  code: Name,
  kinds: z
    .array(z.string().regex(/^11\d{3}$/))
    .min(1)
    .max(20),
});

/** Tietuekuvaus: whom the file is about, what has a row of it, and its columns in their order. */
export const PersonRecord = z
  .strictObject({
    /** `placed`: children in a placement that was carried out; `clients`: everybody with a case of child welfare. */
    of: z.enum(['placed', 'clients']),
    /** `measure`: a row for each measure that was in force in the year; who has none has one row without it. */
    rowPer: z.enum(['child', 'measure']),
    measures: z.array(PersonMeasure).min(1).max(30),
    fields: z
      .array(z.strictObject({ name: Name, value: PersonValue }))
      .min(1)
      .max(60),
  })
  .refine(({ fields }) => new Set(fields.map(({ name }) => name)).size === fields.length, {
    message: 'each column stands once',
    path: ['fields'],
  })
  .refine(({ rowPer, fields }) => rowPer === 'measure' || !fields.some(({ value }) => isOfMeasure(value)), {
    message: 'a row a child names no one measure',
    path: ['fields'],
  });
export type PersonRecord = z.infer<typeof PersonRecord>;

/** The public key of the recipient, as JWK (RFC 7517, 8037); of an RSA key at least 2048 bits. A private one is refused. */
const RecipientKey = z.discriminatedUnion('kty', [
  z.strictObject({
    kty: z.literal('OKP'),
    crv: z.literal('X25519'),
    x: z.string().regex(/^[\w-]{43}$/),
  }),
  z.strictObject({
    kty: z.literal('RSA'),
    n: z.string().regex(/^[\w-]{342,1366}$/),
    e: z.literal('AQAB'),
  }),
]);
export type RecipientKey = z.infer<typeof RecipientKey>;

export const PersonCollectionId = z.enum(['childWelfareYear']);
export type PersonCollectionId = z.infer<typeof PersonCollectionId>;

const PersonCollection = z.strictObject({
  collection: PersonCollectionId,
  recipient: ServiceSettings.shape.statistics.shape.recipients.unwrap(),
  provision: Provision,
  key: RecipientKey,
  /** Null: the columns of this system, where the recipient's own are not known. */
  record: PersonRecord.nullable(),
});
export type PersonCollection = z.infer<typeof PersonCollection>;

export const PersonCollections = z
  .array(PersonCollection)
  .max(4)
  .refine((all) => new Set(all.map(({ collection }) => collection)).size === all.length, {
    message: 'each collection is given once',
  });
