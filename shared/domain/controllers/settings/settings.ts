import * as z from 'zod';
import { UserId } from '../../../kernel/id.ts';
import { Instant } from '../../../kernel/instant.ts';
import { LocalDate } from '../../../kernel/local-date.ts';
import { CollectionForms } from './collection-forms.ts';
import { DataSubjectSettings, dataSubjectDefaults } from './data-subject.ts';
import { InformationSettings, informationDefaults } from './information.ts';
import { OrganisationSettings, organisationDefaults } from './organisation.ts';
import { PersonCollections } from './person-collections.ts';
import { SecuritySettings, securityDefaults } from './security.ts';
import { ServiceSettings, serviceDefaults } from './services.ts';

/**
 * Rekisterinpitäjän asetukset: a controller is settings, not code. Every point on which real controllers
 * differ (C-01 to C-47; `catalogue.ts` says which setting answers to which) has one typed place here.
 * What no controller may choose is no setting: no automated decision and no profiling (C-39), a readable
 * trace of every correction (C-27), a log line for everything (C-19).
 */
export const ControllerSettings = z
  .strictObject({
    ...OrganisationSettings.shape,
    ...ServiceSettings.shape,
    ...InformationSettings.shape,
    ...SecuritySettings.shape,
    ...DataSubjectSettings.shape,
    /** Beside C-37: collections by person. */
    personCollections: PersonCollections.default([]),
    /** Beside C-37: the fields of the forms of collections. */
    collectionForms: CollectionForms.default([]),
  })
  .refine(({ controller, dataSubjectRequests }) => hasRoute(controller.dpo !== null, dataSubjectRequests), {
    message: 'requests go to a data protection officer whom the settings do not name',
    path: ['dataSubjectRequests', 'addressee'],
  })
  .refine(({ booking }) => (booking.use === 'namedUnits') === booking.units.length > 0, {
    message: 'units are named exactly when booking is for named units',
    path: ['booking', 'units'],
  })
  .refine(({ auth }) => new Set(auth.methods).size === auth.methods.length, {
    message: 'each method stands once in the order of preference',
    path: ['auth', 'methods'],
  })
  .meta({ id: 'ControllerSettings' });
export type ControllerSettings = z.infer<typeof ControllerSettings>;

const {
  serviceUnits,
  appeals,
  followUp,
  attachments,
  citizens,
  signs,
  signsKept,
  dutyOpenings,
  personCollections,
  collectionForms,
} = ControllerSettings.shape;

/** Some of the settings, each whole. What is not named stays as it is: nothing here comes by default. */
export const NamedSettings = z
  .strictObject({
    ...ControllerSettings.shape,
    serviceUnits: serviceUnits.unwrap(),
    appeals: appeals.unwrap(),
    followUp: followUp.unwrap(),
    attachments: attachments.unwrap(),
    citizens: citizens.unwrap(),
    signs: signs.unwrap(),
    signsKept: signsKept.unwrap(),
    dutyOpenings: dutyOpenings.unwrap(),
    personCollections: personCollections.unwrap(),
    collectionForms: collectionForms.unwrap(),
  })
  .partial();
export type NamedSettings = z.infer<typeof NamedSettings>;

/** A request must reach somebody even where there is no data protection officer (C-40). */
const hasRoute = (hasDpo: boolean, requests: { addressee: string; decider: string }): boolean =>
  hasDpo || (requests.addressee !== 'dataProtectionOfficer' && requests.decider !== 'dataProtectionOfficer');

/**
 * What holds for a controller that has said nothing: the law in force, and the stricter choice where it leaves one.
 * A test parses it: done here, it would cost 12 ms of every start of a function.
 */
export const defaultSettings: ControllerSettings = {
  ...organisationDefaults,
  ...serviceDefaults,
  ...informationDefaults,
  ...securityDefaults,
  ...dataSubjectDefaults,
  personCollections: [],
  collectionForms: [],
};

/** Settings have days in force, as the notice made from them has: a change is a new version, the old ones stay. */
export const SettingsVersion = z
  .strictObject({
    version: z.int().min(1),
    from: LocalDate,
    settings: ControllerSettings,
    /** Who proposed it. */
    changedBy: UserId,
    changedAt: Instant,
    /** The second pair of eyes: of the first settings, which the operator sets up, there is none. */
    approvedBy: UserId.optional(),
  })
  .meta({ id: 'SettingsVersion' });
export type SettingsVersion = z.infer<typeof SettingsVersion>;

/** The version in force on a day: of those begun, the one that began last; of the same day's, the newest. */
export function settingsOn(versions: readonly SettingsVersion[], on: LocalDate): SettingsVersion | undefined {
  return versions
    .filter(({ from }) => from <= on)
    .toSorted((a, b) => (a.from === b.from ? a.version - b.version : a.from < b.from ? -1 : 1))
    .at(-1);
}
