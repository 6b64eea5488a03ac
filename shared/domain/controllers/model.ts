import * as z from 'zod';
import { ControllerId, PostId, UnitId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { MunicipalityCode } from '../../kernel/municipality-code.ts';
import { storedItem } from '../../table/item.ts';
import { ServiceTask } from '../service-tasks.ts';

/**
 * The organisation that clients' data belong to. All of it is public data of an authority: nothing here is
 * sealed, and no client is named.
 */

const ShortText = z.string().trim().min(1).max(200);
const Name = z.strictObject({ fi: ShortText, sv: ShortText.optional() });
const Phone = z.strictObject({
  number: z
    .string()
    .trim()
    .regex(/^\+?[0-9 ()-]{5,25}$/),
  /** Palveluaika, as the notice prints it. */
  hours: ShortText.optional(),
});
const ObjectIdentifier = z
  .string()
  .regex(/^[0-2](\.(0|[1-9]\d*))+$/, 'an object identifier, such as 1.2.246.10.1');

/** Y-tunnus: seven digits, a hyphen and a check digit (mod 11; weights 7, 9, 10, 5, 8, 4, 2). */
export const BusinessId = z
  .string()
  .regex(/^\d{7}-\d$/, 'a business identity code, such as 1234567-1')
  .refine(isRealBusinessId, 'a business identity code whose check digit is right')
  .brand<'BusinessId'>()
  .meta({ id: 'BusinessId' });

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];

function isRealBusinessId(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text.charAt(place)), 0);
  const remainder = sum % 11;
  // A remainder of one has no check digit: such numbers are never given.
  return remainder !== 1 && Number(text.charAt(8)) === (remainder === 0 ? 0 : 11 - remainder);
}

/**
 * Rekisterinpitäjä (703/2023 13 §: the organiser). What the notice says of its kind, body, municipalities and
 * data protection officer changes with the notice, so it stands in the settings (C-01, C-40).
 */
export const ControllerContent = z
  .strictObject({
    name: Name,
    businessId: BusinessId.optional(),
    /** The controller's place in the national register of organisations (list 1.2.246.537.6.202). */
    organisationOid: ObjectIdentifier.optional(),
    address: ShortText,
    email: z.email().max(200).optional(),
    phones: z.array(Phone).max(10),
  })
  .meta({ id: 'ControllerContent' });

export const Controller = z
  .strictObject({ controllerId: ControllerId, ...ControllerContent.shape })
  .meta({ id: 'Controller' });
export type Controller = z.infer<typeof Controller>;

/** Days a unit or a post exists: a unit that has ended keeps its name in every old document. */
const existence = { from: LocalDate, to: LocalDate.optional() };

/** Palveluyksikkö or another unit of the organisation (703/2023 38 §; list 1.2.246.537.6.202). */
const unitShape = {
  name: Name,
  /** Of a joint authority's units: the municipality served (K-13.2). */
  municipality: MunicipalityCode.optional(),
  /** Which it served before, each until its last day, the earliest first: figures of those months stay with it. */
  earlierMunicipalities: z
    .array(z.strictObject({ municipality: MunicipalityCode, until: LocalDate }))
    .max(10)
    .optional(),
  serviceTasks: z.array(ServiceTask).max(7),
  organisationOid: ObjectIdentifier.optional(),
  address: ShortText.optional(),
  phone: Phone.optional(),
  ...existence,
};
/** A unit before it has an id, and what of it may change. */
export const UnitContent = z
  .strictObject(unitShape)
  .refine(...daysInOrder())
  .meta({ id: 'UnitContent' });
export const Unit = z
  .strictObject({ unitId: UnitId, ...unitShape })
  .refine(...daysInOrder())
  .meta({ id: 'Unit' });
export type Unit = z.infer<typeof Unit>;

/** Ammattioikeus by which the holder works (817/2015); `none` where the task needs no professional. */
const ProfessionalRole = z.enum([
  'socialWorker',
  'socialCounsellor',
  'geronom',
  'practicalNurse',
  'healthProfessional',
  'none',
]);

/** Virka or toimi: only an officeholder (viranhaltija) decides on rights and duties of a client. */
const postShape = {
  title: Name,
  unitId: UnitId,
  kind: z.enum(['office', 'employment']),
  professionalRole: ProfessionalRole,
  ...existence,
};
/** A post before it has an id, and what of it may change. */
export const PostContent = z
  .strictObject(postShape)
  .refine(...daysInOrder())
  .meta({ id: 'PostContent' });
export const Post = z
  .strictObject({ postId: PostId, ...postShape })
  .refine(...daysInOrder())
  .meta({ id: 'Post' });
export type Post = z.infer<typeof Post>;

function daysInOrder(): [
  (days: { from: LocalDate; to?: LocalDate | undefined }) => boolean,
  { message: string; path: string[] },
] {
  return [
    ({ from, to }) => to === undefined || from <= to,
    { message: 'the last day is not before the first', path: ['to'] },
  ];
}

export const ControllerItem = storedItem('controller', { controller: Controller });
export type ControllerItem = z.infer<typeof ControllerItem>;
export const UnitItem = storedItem('unit', { unit: Unit });
export type UnitItem = z.infer<typeof UnitItem>;
export const PostItem = storedItem('post', { post: Post });
export type PostItem = z.infer<typeof PostItem>;
