import type { Finding } from '../../kernel/finding.ts';
import { kindsOfService, type SocialService, socialServiceOf } from '../social-services.ts';

/** Of a service that has kinds, one kind is decided and given: the whole is what an application asks for. */
export const judgeKinds = (services: readonly SocialService[], path: string): Finding[] =>
  services
    .filter((service) => kindsOfService(service).length > 0)
    .map((service) => {
      const names = (language: 'fi' | 'sv' | 'en'): string =>
        kindsOfService(service)
          .map((kind) => socialServiceOf(kind)[language])
          .join(', ');
      return {
        rule: 'service.kindNamed',
        severity: 'error',
        path,
        source: socialServiceOf(service).act,
        message: {
          fi: `Nimeä palvelun laji: ${names('fi')}.`,
          sv: `Ange tjänstens slag: ${names('sv')}.`,
          en: `Name the kind of the service: ${names('en')}.`,
        },
      };
    });
