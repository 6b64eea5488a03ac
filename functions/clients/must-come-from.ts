import type { ActContext } from '../../shared/act.ts';
import { isFromRegister, judgeFromRegister } from '../../shared/domain/clients/from-register.ts';
import { BaseData, type Source } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';

type Given = { readonly [Field in keyof BaseData]?: BaseData[Field] | null | undefined };

const isGiven = (value: Given[keyof BaseData]): boolean =>
  value !== undefined && (!Array.isArray(value) || value.length > 0);

/**
 * What is said to come from the population register is what the controller takes from there (C-07). The settings are
 * asked for only where such a source is named.
 */
export async function mustComeFrom(
  { services, actor }: Pick<ActContext, 'services' | 'actor'>,
  { given, source, ...of }: { given: Given; source: Source; isBanned: boolean; under: string },
): Promise<void> {
  if (!isFromRegister(source)) return;
  const { population } = await settingsOf(services, actor.controller);
  const fields = BaseData.keyof().options.filter((field) => isGiven(given[field]));
  refuseErrors(CLIENT_REFUSALS.baseDataNotValid, judgeFromRegister(fields, population, of));
}
