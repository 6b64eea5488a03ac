import type { ActContext } from '../../act.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { inForce } from '../../kernel/date-range.ts';
import type { Controller } from '../controllers/model.ts';
import { defaultSettings, settingsOn } from '../controllers/settings/settings.ts';
import { loadController, loadSettings } from '../controllers/store.ts';
import { ENFORCED } from './enforced.ts';
import { generateNotice } from './generate.ts';
import type { NoticeContent } from './model.ts';

/** The notice that the settings in force today and the system as it stands make. */
export async function noticeOfToday(
  context: Pick<ActContext, 'services' | 'actor' | 'today'>,
): Promise<{ content: NoticeContent; settingsVersion: number; authority: Controller['name'] }> {
  const [{ controller }, item] = await Promise.all([loadController(context), loadSettings(context)]);
  const chosen = settingsOn(item?.versions ?? [], context.today);
  return {
    content: generateNotice({
      controller,
      settings: chosen?.settings ?? defaultSettings,
      enforced: {
        ...ENFORCED,
        retention: ENFORCED.retention.filter(({ validity }) => inForce(validity, context.today)),
      },
    }),
    settingsVersion: chosen?.version ?? 0,
    authority: controller.name,
  };
}

/** Whether two notices say the same, in every language. */
export const saysTheSame = (one: NoticeContent, other: NoticeContent): boolean =>
  canonicalJson(one) === canonicalJson(other);
