import { ProcessPhase } from '../domain/entry-class.ts';
import type { ClientService } from '../domain/services/model.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Actor } from './actor.ts';
import { mayUseDocument } from './visible-documents.ts';

/**
 * Whether this worker may use what is known of a service: that it is arranged, or that it is carried out (457/2024
 * §§ 13–16). A shelter and the mediation of family matters have bans of their own (§§ 12–14).
 */
export const mayUseService = (
  actor: Actor,
  { serviceTask, socialService }: Pick<ClientService, 'serviceTask' | 'socialService'>,
  today: LocalDate,
): boolean =>
  ProcessPhase.options.some((phase) =>
    mayUseDocument(
      actor,
      {
        serviceTasks: [serviceTask],
        socialServices: [socialService],
        sensitivity:
          socialService === 'shelter' || socialService === 'familyMediation' ? socialService : 'ordinary',
        kind: 'implementation',
        phase,
      },
      today,
    ),
  );
