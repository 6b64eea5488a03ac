import type { ActContext } from '../../shared/act.ts';
import type { BaseData } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { judgeFields } from '../../shared/domain/clients/rules.ts';
import { OptionalClientField } from '../../shared/domain/controllers/settings/information.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';

type Given = { readonly [Field in keyof BaseData]?: BaseData[Field] | null | undefined };

/**
 * Base data that the controller's purpose does not need are not recorded (C-06, U-5.23). The settings are asked
 * for only where such a datum is given; taking one away is always allowed.
 */
export async function mustBeRecorded(
  { services, actor }: ActContext,
  given: Given,
  under: string,
): Promise<void> {
  const optional = OptionalClientField.options.filter((field) => {
    const value = given[field];
    return value !== undefined && value !== null && value.length > 0;
  });
  if (optional.length === 0) return;
  const { client } = await settingsOf(services, actor.controller);
  refuseErrors(CLIENT_REFUSALS.baseDataNotValid, judgeFields(optional, client.fields, under));
}
