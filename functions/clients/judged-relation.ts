import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { isFromRegister, judgeFamilyFromRegister } from '../../shared/domain/clients/from-register.ts';
import type { Source } from '../../shared/domain/clients/model.ts';
import type { RelationContent, SealedRelation } from '../../shared/domain/clients/network/model.ts';
import { ownFileOf } from '../../shared/domain/clients/network/own-ban.ts';
import { judgeRelation, relatedProtected } from '../../shared/domain/clients/network/rules.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { hasSafetyBan, judgeSource } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { isChildProtection } from './base-change.ts';

/**
 * A relation as it will be sealed, judged against the client whose file it lies in.
 * @returns the rules that warn. @throws Refusal with every finding, when one of them is an error.
 */
export async function judgedRelation(
  context: ClientContext,
  content: RelationContent,
  source: Source,
  { relatedClientId, before }: { relatedClientId?: ClientId | undefined; before?: RelationContent },
): Promise<{ sealed: SealedRelation; findings: string[] }> {
  const { file, actor, services, now, today } = context;
  const isLink = relatedClientId !== undefined;
  const [{ data }, own, ofRegister] = await Promise.all([
    openBase(ringOf(context), file.head),
    hasNew(content, before) ? ownFileOf(context, { relatedClientId, content }) : undefined,
    isFromRegister(source)
      ? settingsOf(services, actor.controller).then(({ population }) =>
          judgeFamilyFromRegister(population, {
            isBanned: hasSafetyBan({ safetyBan: content.person?.safetyBan }, today),
            hasNewAddress: hasNewAddress(content, before),
          }),
        )
      : [],
  ]);
  const findings = [
    ...judgeRelation(content, { client: data, isLink, today }),
    ...judgeSource(source, isChildProtection(context)),
    ...(own !== undefined && hasSafetyBan(own, today) ? [relatedProtected()] : []),
    ...ofRegister,
  ];
  refuseErrors(CLIENT_REFUSALS.relationNotValid, findings);
  return {
    sealed: { content, provenance: { source, recordedAt: now, recordedBy: actor.userId } },
    findings: findings.map(({ rule }) => rule),
  };
}

/** Where the person lives or is reached is told otherwise than before. The contact address is freely usable. */
const hasNew = ({ contacts }: RelationContent, before: RelationContent | undefined): boolean =>
  (['addresses', 'phones', 'emails'] as const).some(
    (field) =>
      contacts[field].length > 0 &&
      canonicalJson(contacts[field]) !== canonicalJson(before?.contacts[field] ?? []),
  );

const hasNewAddress = ({ contacts }: RelationContent, before: RelationContent | undefined): boolean =>
  contacts.addresses.length > 0 &&
  canonicalJson(contacts.addresses) !== canonicalJson(before?.contacts.addresses ?? []);
