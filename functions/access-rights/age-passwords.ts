import * as z from 'zod';
import type { Action } from '../../shared/access/action.ts';
import type { ActContext } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import { commit } from '../../shared/commit.ts';
import { loadMembers } from '../../shared/domain/access-rights/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { PAGE } from '../../shared/http/limits.ts';
import type { ControllerId, UserId } from '../../shared/kernel/id.ts';
import type { Services, UserDirectory } from '../../shared/services.ts';
import { passwordStep } from '../../shared/sign-in/password-age.ts';
import { systemContext } from '../../shared/system-context.ts';
import type { LastKey } from '../../shared/table/read.ts';

const AGE_PASSWORDS: Action = {
  name: 'accessRights.agePasswords',
  title: {
    fi: 'Vaihda vanhentuneet salasanat',
    sv: 'Byt föråldrade lösenord',
    en: 'Replace passwords that are over their age',
  },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 § 9',
};

export const Aged = z.strictObject({ marked: z.int(), reset: z.int(), failed: z.int() });
export type Aged = z.infer<typeof Aged>;

/**
 * The night's run (C-15): passwords that are over the age which the controller has promised open nothing any more,
 * and their owners ask for a new one. Safe to repeat: what is done is seen in the account itself. An account that
 * failed does not keep the others waiting. Where nobody has a password of this system there is nothing to do.
 */
export async function agePasswords(services: Services, controllers: readonly ControllerId[]): Promise<Aged> {
  const sum: Aged = { marked: 0, reset: 0, failed: 0 };
  const { directory } = services;
  if (directory === undefined) return sum;
  for (const controller of controllers) {
    const context = systemContext(services, controller, {
      action: AGE_PASSWORDS,
      event: 'PasswordsReset',
      ranBy: 'access-rights',
    });
    const { auth } = await settingsOf(services, controller);
    for await (const members of pagesOf(context)) {
      const done = await Promise.all(
        members.map((userId) => aged(context, directory, userId, auth.passwordMaxAgeDays)),
      );
      for (const result of done) if (result !== 'none') sum[result] += 1;
    }
  }
  return sum;
}

/** A page of those who may sign in at all. */
async function* pagesOf(context: ActContext): AsyncGenerator<UserId[]> {
  let after: LastKey | undefined;
  do {
    const page = await loadMembers(context, { limit: PAGE, after });
    yield page.items.flatMap(({ member }) => (member.status === 'active' ? [member.userId] : []));
    after = page.lastKey;
  } while (after !== undefined);
}

async function aged(
  context: ActContext,
  directory: UserDirectory,
  userId: UserId,
  maxAgeDays: number | null,
): Promise<'none' | keyof Aged> {
  try {
    const account = await directory.accountOf(userId);
    if (account === undefined) return 'none';
    const taken = passwordStep(account, maxAgeDays, context.today);
    switch (taken.step) {
      case 'none':
        return 'none';
      case 'mark':
        await directory.markPassword(userId, { setOn: taken.setOn, until: taken.until });
        return 'marked';
      case 'unmark':
        await directory.markPassword(userId, undefined);
        return 'marked';
      case 'reset':
        // The line first: what is done without one is what nobody could explain.
        await logReset(context, userId);
        await directory.resetPassword(userId);
        await directory.markPassword(userId, undefined);
        return 'reset';
      default:
        return taken satisfies never;
    }
  } catch (thrown) {
    const { log } = context.services;
    log.error('JOB_FAILED', { controller: context.actor.controller, ...faultFields(thrown) });
    return 'failed';
  }
}

const logReset = async (context: ActContext, userId: UserId): Promise<void> => {
  await commit(context, {
    changes: [],
    line: {
      clients: [],
      resources: [{ kind: 'user', id: userId }],
      dataGroups: ['accessRights'],
      changedFields: ['password'],
    },
    answer: { body: {} },
  });
};
