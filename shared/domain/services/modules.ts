import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { kindsOfService, namesService, type SocialService } from '../social-services.ts';

/**
 * Osakokonaisuudet (U-4.2, L-3.1): parts of the system that a controller switches on in its registers. A register that
 * names none has them all.
 */
type SystemModule = ControllerSettings['registers'][number]['modules'][number];

/** A part of its own in Loimaa, of adult and family work in Uusikaupunki. */
const ASSISTANCE: readonly SystemModule[] = ['socialAssistance', 'adultAndFamilyWork'];

/** Parts of their own; whatever is not named here is adult and family work. */
const MODULES_OF: Partial<Record<SocialService, readonly SystemModule[]>> = {
  childWelfareOpenCare: ['childWelfare'],
  takingIntoCare: ['childWelfare'],
  substituteCare: ['childWelfare'],
  aftercare: ['childWelfare'],
  parenthood: ['childWelfareSupervisor'],
  maintenance: ['childWelfareSupervisor'],
  custodyAndAccess: ['childWelfareSupervisor'],
  socialAssistance: ASSISTANCE,
  supplementaryAssistance: ASSISTANCE,
  preventiveAssistance: ASSISTANCE,
  clientFunds: ['clientFunds', 'adultAndFamilyWork'],
};

/** Whether one of the parts is switched on in a register of the controller. */
export const isModuleOn = (
  { registers }: Pick<ControllerSettings, 'registers'>,
  parts: readonly SystemModule[],
): boolean =>
  registers.some(({ modules }) => modules.length === 0 || parts.some((part) => modules.includes(part)));

/**
 * Whether the controller gives the service: it is in use, or the service that it is a kind of, or one of its own kinds;
 * and so is the part of the system that it belongs to (C-02, C-05).
 */
export const isServiceOn = (
  settings: Pick<ControllerSettings, 'registers' | 'services'>,
  service: SocialService,
): boolean =>
  [service, ...kindsOfService(service)].some((one) => namesService(settings.services.enabled, one)) &&
  isModuleOn(settings, MODULES_OF[service] ?? ['adultAndFamilyWork']);
