import type { Finding } from '../../kernel/finding.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { namesService, type SocialService, socialServiceOf } from '../social-services.ts';

type Registers = Pick<ControllerSettings, 'registers'>;
type Law = ControllerSettings['registers'][number]['laws'][number];

const NUMBER = /\d+\/\d{4}/g;

/**
 * Laki, johon palvelu perustuu, of the controller's own list (C-03; J-1.3): the one that names the type of service, or
 * else the one that bears the number of the service's act. The list is the controller's, as it writes it (C-47).
 */
export function lawOf({ registers }: Registers, service: SocialService): Law | undefined {
  const listed = registers.flatMap(({ laws }) => laws);
  const acts: readonly string[] = socialServiceOf(service).act.match(NUMBER) ?? [];
  return (
    listed.find(({ services }) => services !== undefined && namesService(services, service)) ??
    listed.find(({ number }) => (number?.match(NUMBER) ?? []).some((one) => acts.includes(one)))
  );
}

/**
 * Services whose act is not on the list. It is told and not refused: who needs a service gets it by law, and a list that
 * lags behind the law is put right in the settings. A controller that keeps no list (U) is told nothing.
 */
export function judgeLawListed(settings: Registers, services: readonly SocialService[]): Finding[] {
  if (settings.registers.every(({ laws }) => laws.length === 0)) return [];
  const missing = services.filter((service) => lawOf(settings, service) === undefined);
  if (missing.length === 0) return [];
  const acts = [...new Set(missing.map((service) => socialServiceOf(service).act))].join('; ');
  return [
    {
      rule: 'service.lawNotListed',
      severity: 'warning',
      path: '/body',
      source: 'C-03',
      message: {
        fi: `Palvelun laki ei ole rekisterinpitäjän säädösluettelossa: ${acts}.`,
        sv: `Tjänstens lag finns inte i den personuppgiftsansvarigas förteckning: ${acts}.`,
        en: `The act of the service is not on the controller’s list: ${acts}.`,
      },
    },
  ];
}
