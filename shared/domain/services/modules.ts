import type { ControllerSettings } from '../controllers/settings/settings.ts';
import type { SocialService } from '../social-services.ts';

/**
 * Osakokonaisuudet (U-4.2, L-3.1): parts of the system that a controller switches on in its registers. A register that
 * names none has them all.
 */
type SystemModule = ControllerSettings['registers'][number]['modules'][number];

/** Parts of their own; whatever is not named here is adult and family work. */
const MODULES_OF: Partial<Record<SocialService, readonly SystemModule[]>> = {
  childWelfareOpenCare: ['childWelfare'],
  takingIntoCare: ['childWelfare'],
  substituteCare: ['childWelfare'],
  aftercare: ['childWelfare'],
  parenthood: ['childWelfareSupervisor'],
  maintenance: ['childWelfareSupervisor'],
  custodyAndAccess: ['childWelfareSupervisor'],
  // A part of its own in Loimaa, of adult and family work in Uusikaupunki.
  socialAssistance: ['socialAssistance', 'adultAndFamilyWork'],
  clientFunds: ['clientFunds', 'adultAndFamilyWork'],
};

/** Whether one of the parts is switched on in a register of the controller. */
export const isModuleOn = (
  { registers }: Pick<ControllerSettings, 'registers'>,
  parts: readonly SystemModule[],
): boolean =>
  registers.some(({ modules }) => modules.length === 0 || parts.some((part) => modules.includes(part)));

/** Whether the controller gives the service: it is in use, and so is the part of the system that it belongs to (C-02, C-05). */
export const isServiceOn = (
  settings: Pick<ControllerSettings, 'registers' | 'services'>,
  service: SocialService,
): boolean =>
  settings.services.enabled.includes(service) &&
  isModuleOn(settings, MODULES_OF[service] ?? ['adultAndFamilyWork']);
