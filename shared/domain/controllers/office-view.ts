import * as z from 'zod';
import { InformationSettings } from './settings/information.ts';
import { OrganisationSettings } from './settings/organisation.ts';
import { Instruction } from './settings/security.ts';
import type { ControllerSettings } from './settings/settings.ts';

const { kind, body, municipalities, dpo } = OrganisationSettings.shape.controller.shape;
const { name, purpose, legalBases, specialCategoryGround, laws, responsible, contacts } =
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
    registers: z.array(
      z.strictObject({ name, purpose, legalBases, specialCategoryGround, laws, responsible, contacts }),
    ),
    /** The systems that the registers are kept in or joined with (C-12). */
    systems: InformationSettings.shape.integrations,
    /** Whether there is paper too (C-33), and whether others process the data by contract (C-34). */
    manualMaterial: z.boolean(),
    outsourced: z.boolean(),
    /** What guides the handling of data: plans, and instructions to be read (C-20). */
    plans: z.array(z.string()),
    instructions: z.array(Instruction),
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
  retention,
}: ControllerSettings): OfficeView => ({
  ...controller,
  registers: registers.map((register) => ({
    name: register.name,
    purpose: register.purpose,
    legalBases: register.legalBases,
    specialCategoryGround: register.specialCategoryGround,
    laws: register.laws,
    responsible: register.responsible,
    contacts: register.contacts,
  })),
  systems: integrations,
  manualMaterial: paper.manual,
  outsourced: producers.use,
  plans: retention.sources,
  instructions: retention.instructions,
});
