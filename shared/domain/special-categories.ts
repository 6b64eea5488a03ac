import * as z from 'zod';
import type { ActContext } from '../act.ts';
import type { ControllerId } from '../kernel/id.ts';
import type { ControllerSettings } from './controllers/settings/settings.ts';
import { settingsOf } from './controllers/settings-cache.ts';
import { namesService } from './social-services.ts';

/**
 * Erityisiä henkilötietoryhmiä koskeva merkintä: on what ground a record is processed as special-category data ((EU)
 * 2016/679 art. 9; K-6.11). It is not stored: the controller's register says the ground (C-03), in the controller's own
 * words (C-47), and every record bears that of the register it belongs to. Whose register names none has no mark.
 */
export const SpecialCategoryMark = z
  .strictObject({
    mark: z.literal('specialCategories'),
    fi: z.literal('Erityisiä henkilötietoryhmiä koskevia tietoja'),
    sv: z.literal('Uppgifter om särskilda kategorier av personuppgifter'),
    ground: z.string(),
  })
  .meta({ id: 'SpecialCategoryMark' });
type SpecialCategoryMark = z.infer<typeof SpecialCategoryMark>;

type OfRegister = { socialServices: readonly string[] };
/** The mark of a record by what it is about. */
export type MarkSpecial = (record: OfRegister) => { specialCategories?: SpecialCategoryMark };

function specialMarksOf({ registers }: Pick<ControllerSettings, 'registers'>): MarkSpecial {
  return ({ socialServices }) => {
    const own = registers.filter(
      ({ services }) =>
        services === null ||
        socialServices.length === 0 ||
        socialServices.some((service) => namesService(services, service)),
    );
    const grounds = new Set(own.flatMap(({ specialCategoryGround }) => specialCategoryGround ?? []));
    if (grounds.size === 0) return {};
    return {
      specialCategories: {
        mark: 'specialCategories',
        fi: 'Erityisiä henkilötietoryhmiä koskevia tietoja',
        sv: 'Uppgifter om särskilda kategorier av personuppgifter',
        ground: [...grounds].join('; '),
      },
    };
  };
}

type Where = { services: ActContext['services']; actor: { controller: ControllerId } };

/** The marks of this controller, by its settings in force. */
export const loadSpecialMarks = async ({ services, actor }: Where): Promise<MarkSpecial> =>
  specialMarksOf(await settingsOf(services, actor.controller));
