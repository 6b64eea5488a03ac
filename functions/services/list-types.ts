import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { CHARGING, Charging } from '../../shared/domain/services/charging.ts';
import { lawOf } from '../../shared/domain/services/law-of.ts';
import { ServiceBasisKind } from '../../shared/domain/services/model.ts';
import { isServiceOn } from '../../shared/domain/services/modules.ts';
import { restsOn } from '../../shared/domain/services/rests-on.ts';
import { namesService, SocialService, socialServiceOf } from '../../shared/domain/social-services.ts';

const ServiceType = z.strictObject({
  socialService: SocialService,
  fi: z.string(),
  sv: z.string(),
  en: z.string(),
  act: z.string(),
  code: z.string().nullable(),
  /** The same as it stands on the controller's list of laws; left out where it is not there. */
  law: z.strictObject({ name: z.string(), number: z.string().nullable() }).optional(),
  /** Whether this controller has switched it on. */
  enabled: z.boolean(),
  /** Whether every client of it has a plan. */
  planRequired: z.boolean(),
  /** What it usually rests on; `unverified` where that is a reading of ours. */
  restsOn: z.strictObject({
    kinds: z.array(ServiceBasisKind),
    source: z.string(),
    unverified: z.boolean(),
  }),
  charging: Charging,
});
function restedOn(socialService: SocialService) {
  const { kinds, ...said } = restsOn(socialService);
  return { ...said, kinds: [...kinds] };
}

const listed = (law: ReturnType<typeof lawOf>) =>
  law === undefined ? {} : { law: { name: law.name, number: law.number } };

export const ServiceTypes = z.strictObject({ services: z.array(ServiceType) }).meta({ id: 'ServiceTypes' });

/** Every social service there is, and which of them this controller gives (C-05). */
export async function listTypes({
  services,
  actor,
}: ActContext): Promise<Reading<z.infer<typeof ServiceTypes>>> {
  const settings = await settingsOf(services, actor.controller);
  return {
    line: { clients: [], resources: [], dataGroups: ['settings'] },
    body: () => ({
      services: SocialService.options.map((socialService) => ({
        socialService,
        ...socialServiceOf(socialService),
        ...listed(lawOf(settings, socialService)),
        enabled: isServiceOn(settings, socialService),
        planRequired: namesService(settings.plan.requiredFor, socialService),
        restsOn: restedOn(socialService),
        charging: CHARGING,
      })),
    }),
  };
}
