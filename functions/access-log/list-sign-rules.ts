import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { SignSettings } from '../../shared/domain/controllers/settings/signs.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { SignCode } from '../../shared/domain/sign-codes.ts';
import { SIGN_RULES } from '../../shared/domain/signs/rules.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';

export const SignRules = z
  .strictObject({
    rules: z.array(
      z.strictObject({
        code: SignCode,
        title: z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() }),
        source: z.string(),
        from: LocalDate,
        inUse: z.boolean(),
      }),
    ),
    /** The numbers that the controller has chosen. */
    settings: SignSettings,
  })
  .meta({ id: 'SignRules' });

/** By which rules the use of the log is looked through here, each with its source, and with which numbers. */
export async function listSignRules({
  services,
  actor,
}: ActContext): Promise<Reading<z.infer<typeof SignRules>>> {
  const { signs: settings } = await settingsOf(services, actor.controller);
  return {
    line: { clients: [], resources: [], dataGroups: ['settings'] },
    body: () => ({
      rules: SIGN_RULES.map(({ code, title, source, from }) => ({
        code,
        title,
        source,
        from,
        inUse: settings.rules.includes(code),
      })),
      settings,
    }),
  };
}
