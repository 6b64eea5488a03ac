import * as z from 'zod';
import { MunicipalityCode } from '../../../kernel/municipality-code.ts';
import { SocialService } from '../../social-services.ts';
import { OfficeContact, Text } from './terms.ts';

/** Who keeps the register and what it is: C-01, C-02, C-03, C-40. */

/** C-01, C-40: the notice prints these; units of a joint authority carry one of the municipalities. */
const ControllerSetting = z.strictObject({
  kind: z.enum(['municipality', 'jointMunicipalAuthority', 'wellbeingServicesCounty']),
  /** Toimielin that uses the controller's power, such as a board; null where the notice names none. */
  body: Text.nullable(),
  municipalities: z.array(MunicipalityCode).max(400),
  /** Tietosuojavastaava: may be missing, a route for requests may not (`dataSubjectRequests.addressee`). */
  dpo: OfficeContact.nullable(),
});

/** Osakokonaisuus: a part of the system that is switched on and reported by itself (U-4.2, L-3.1). */
const SystemModule = z.enum([
  'adultAndFamilyWork',
  'childWelfare',
  'childWelfareSupervisor',
  'booking',
  'socialAssistance',
  'clientFunds',
]);

const LegalBasis = z.enum([
  'legalObligation',
  'publicAuthority',
  'consent',
  'contract',
  'municipalSelfGovernment',
  'clientRelationship',
]);

/** Laki as the controller writes it: the text is data and is not put right (C-47). */
const LawText = z.strictObject({
  name: Text,
  number: Text.nullable(),
  parts: Text.nullable(),
  /** Types of service that rest on it, where its number as the controller writes it does not say so (J-1.3). */
  services: z.array(SocialService).max(100).optional(),
});

/** C-02, C-03, C-40: every record belongs to one register and at most one of its sub-registers. */
const Register = z.strictObject({
  name: Text,
  /** Käyttötarkoitus, as the controller writes it; `legalBases` are the grounds of this purpose (U-4.43). */
  purpose: Text.nullable(),
  kind: z.enum(['authorityActivity', 'voluntaryTask']),
  modules: z.array(SystemModule).max(20),
  /** Null: every service in use. */
  services: z.array(SocialService).max(100).nullable(),
  subRegisters: z.array(Text).max(20),
  legalBases: z.array(LegalBasis).min(1).max(6),
  specialCategoryGround: Text.nullable(),
  laws: z.array(LawText).max(50),
  /** Rekisteristä vastaava viranhaltija. */
  responsible: OfficeContact.nullable(),
  contacts: z.array(OfficeContact).max(50),
});

/** The settings `controller` and `registers`. */
export const OrganisationSettings = z.strictObject({
  controller: ControllerSetting,
  registers: z.array(Register).min(1).max(20),
});
export type OrganisationSettings = z.infer<typeof OrganisationSettings>;

/** A county under the law in force: one register of social welfare (703/2023 18 §), kept because the law says so. */
export const organisationDefaults: OrganisationSettings = {
  controller: { kind: 'wellbeingServicesCounty', body: null, municipalities: [], dpo: null },
  registers: [
    {
      name: 'Sosiaalihuollon asiakasrekisteri',
      purpose: 'Sosiaalihuollon järjestäminen ja toteuttaminen (703/2023)',
      kind: 'authorityActivity',
      modules: [],
      services: null,
      subRegisters: [],
      legalBases: ['legalObligation', 'publicAuthority'],
      specialCategoryGround: '(EU) 2016/679, 9 artiklan 2 kohdan h alakohta; 1050/2018 6 §',
      laws: [
        { name: 'Yleinen tietosuoja-asetus', number: '(EU) 2016/679', parts: null },
        { name: 'Tietosuojalaki', number: '1050/2018', parts: null },
        {
          name: 'Laki sosiaali- ja terveydenhuollon asiakastietojen käsittelystä',
          number: '703/2023',
          parts: null,
        },
        { name: 'Sosiaalihuoltolaki', number: '1301/2014', parts: null },
      ],
      responsible: null,
      contacts: [],
    },
  ],
};
