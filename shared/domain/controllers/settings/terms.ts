import * as z from 'zod';

/** Words that several settings share. */

/** Text that people read: a title, a name of a place, a paragraph of the notice. */
export const Text = z.string().trim().min(1).max(2000);

/** The same in the three languages of the notice; a language nobody has written is null, never invented. */
export const NoticeText = z.strictObject({ fi: Text, sv: Text.nullable(), en: Text.nullable() });
export type NoticeText = z.infer<typeof NoticeText>;

/** Yhteyshenkilö as an office (U-2.1, L-2.1, K-3.2): always a title, a person's name only if the controller wants one. */
export const OfficeContact = z.strictObject({
  title: Text,
  area: Text.nullable(),
  name: Text.nullable(),
  address: Text.nullable(),
  email: z.email().max(200).nullable(),
  phone: Text.nullable(),
});
export type OfficeContact = z.infer<typeof OfficeContact>;

/** A contact known by title alone. */
export const officeOf = (title: string, area: string | null = null): OfficeContact => ({
  title,
  area,
  name: null,
  address: null,
  email: null,
  phone: null,
});

/** Offices that receive, decide or correct in a controller's own order of work. */
export const Office = z.enum([
  'dataProtectionOfficer',
  'headOfSocialWork',
  'registryOffice',
  'controller',
  'webPage',
]);

/** A period of whole days, at most ten years. */
export const Days = z.int().min(1).max(3660);
