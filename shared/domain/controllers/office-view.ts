import * as z from 'zod';
import { InformationSettings } from './settings/information.ts';
import { OrganisationSettings } from './settings/organisation.ts';
import type { ControllerSettings } from './settings/settings.ts';

const { kind, body, municipalities, dpo } = OrganisationSettings.shape.controller.shape;
const { name, purpose, legalBases, laws, responsible, contacts } =
  OrganisationSettings.shape.registers.element.shape;

/**
 * Who keeps the registers, on what ground, and whom to turn to: what everybody who works for the controller
 * may tell a client. The settings beside it are for those who oversee the work.
 */
export const OfficeView = z
  .strictObject({
    kind,
    body,
    municipalities,
    dpo,
    registers: z.array(z.strictObject({ name, purpose, legalBases, laws, responsible, contacts })),
    /** The systems that the registers are kept in or joined with (C-12). */
    systems: InformationSettings.shape.integrations,
    /** Whether there is paper too (C-33), and whether others process the data by contract (C-34). */
    manualMaterial: z.boolean(),
    outsourced: z.boolean(),
  })
  .meta({ id: 'OfficeView' });
type OfficeView = z.infer<typeof OfficeView>;

/** What of a controller's settings stands in its view for all staff. */
export const officeViewOf = ({
  controller,
  registers,
  integrations,
  paper,
  producers,
}: ControllerSettings): OfficeView => ({
  ...controller,
  registers: registers.map((register) => ({
    name: register.name,
    purpose: register.purpose,
    legalBases: register.legalBases,
    laws: register.laws,
    responsible: register.responsible,
    contacts: register.contacts,
  })),
  systems: integrations,
  manualMaterial: paper.manual,
  outsourced: producers.use,
});
