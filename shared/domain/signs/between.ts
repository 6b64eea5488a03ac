import type { ActContext } from '../../act.ts';
import { type BlindIndex, blindIndex } from '../../crypto/blind-index.ts';
import { openLabel } from '../../crypto/key-ring.ts';
import type { ClientId, UserId } from '../../kernel/id.ts';
import { nameParts, queryTokensOf } from '../../kernel/name.ts';
import { lookupKeys } from '../../table/keys.ts';
import { batchGet } from '../../table/read.ts';
import { NameTokens } from '../clients/lookup.ts';
import type { ClientHead } from '../clients/model.ts';
import { hasSafetyBan } from '../clients/rules.ts';
import { loadHeads, loadKeyItems } from '../clients/store.ts';
import type { OnRecord } from './known-as.ts';
import type { Between } from './rules.ts';

/**
 * How a worker stands to the clients whose files were used. Names are compared by the keyed tokens of the name
 * look-up, which tell nothing; only where they meet is the label opened, by the controller's list key. No file is
 * opened, and no client's own key is used.
 */

/** What is known of a worker: the name of the user register. */
export type Known = { userId: UserId; name: string };

type Named = { surname: string; parts: string[] };

/** The last word of a name, with what hyphens join: `Anna Liisa Koivu-Aho` is of the family Koivu-Aho. */
const surnameOf = (name: string): string => nameParts(name.trim().split(/\s+/u).at(-1) ?? '').join(' ');

const namedOf = ({ name }: Known): Named => ({ surname: surnameOf(name), parts: nameParts(name) });

export type Related = {
  between: Map<ClientId, Between>;
  restricted: Set<ClientId>;
  /** Whose labels were opened. */
  opened: ClientId[];
};

/**
 * @param colleagues the others of the worker's unit.
 * @param onRecord which clients are workers, and where workers live.
 */
export async function relatedOf(
  context: ActContext,
  worker: Known,
  colleagues: readonly Known[],
  clientIds: readonly ClientId[],
  onRecord: OnRecord,
): Promise<Related> {
  const { services, actor } = context;
  const { controller } = actor;
  const [heads, tokens, index] = await Promise.all([
    loadHeads(services, controller, clientIds),
    loadTokens(context, clientIds),
    blindIndex(services, controller),
  ]);
  const self = namedOf(worker);
  const others = colleagues.map(namedOf);
  const wanted = new Set([self, ...others].flatMap(({ surname }) => hashesOf(index, surname)));
  const candidates = clientIds.filter(
    (id) => tokens.get(id)?.tokenHashes.some((hash) => wanted.has(hash)) === true,
  );
  const names = await namesOf(context, candidates);
  return {
    between: new Map(
      heads.map((head) => [
        head.clientId,
        betweenOf(head, {
          context,
          self,
          others,
          names,
          recorded: recordedOf(head.clientId, worker, colleagues, onRecord),
          sameAddress: livesThere(tokens.get(head.clientId), onRecord.addressHash.get(worker.userId)),
        }),
      ]),
    ),
    restricted: new Set(heads.flatMap((head) => (head.restriction === undefined ? [] : [head.clientId]))),
    opened: candidates,
  };
}

/** A client whom the employer's record of an identity code names. */
function recordedOf(
  clientId: ClientId,
  worker: Known,
  colleagues: readonly Known[],
  { workerOf }: OnRecord,
): 'own' | 'colleague' | 'elsewhere' | undefined {
  const userId = workerOf.get(clientId);
  if (userId === undefined) return undefined;
  if (userId === worker.userId) return 'own';
  return colleagues.some((other) => other.userId === userId) ? 'colleague' : 'elsewhere';
}

const livesThere = (tokens: NameTokens | undefined, hash: string | undefined): boolean =>
  hash !== undefined && tokens?.addressHashes?.includes(hash) === true;

type ClientName = { families: string[]; parts: string[] };
type Names = ReadonlyMap<ClientId, ClientName>;

/** The user register has the name a worker goes by, the client register all given names. */
const bearsNameOf = (client: ClientName | undefined, { surname, parts }: Named): boolean =>
  client?.families.includes(surname) === true && parts.every((part) => client.parts.includes(part));

function betweenOf(
  head: ClientHead,
  {
    context,
    self,
    others,
    names,
    recorded,
    sameAddress,
  }: {
    context: ActContext;
    self: Named;
    others: readonly Named[];
    names: Names;
    recorded: ReturnType<typeof recordedOf>;
    sameAddress: boolean;
  },
): Between {
  const name = names.get(head.clientId);
  return {
    own: recorded === 'own' ? 'record' : bearsNameOf(name, self) ? 'name' : undefined,
    colleague:
      recorded === 'colleague'
        ? 'record'
        : others.some((other) => bearsNameOf(name, other))
          ? 'name'
          : recorded === 'elsewhere'
            ? recorded
            : undefined,
    sameSurname: name?.families.includes(self.surname) === true,
    // Under a safety ban nobody is told, not even so, where the client lives (661/2009 § 36).
    sameAddress: sameAddress && !hasSafetyBan(head, context.today),
    safetyBan: hasSafetyBan(head, context.today),
  };
}

/** The longest part of a surname, as the look-up keeps it. */
const hashesOf = (index: BlindIndex, surname: string): string[] =>
  queryTokensOf(surname).tokens.map((token) => index.nameToken(token));

async function loadTokens(
  { services, actor: { controller } }: ActContext,
  clientIds: readonly ClientId[],
): Promise<Map<ClientId, NameTokens>> {
  const keys = clientIds.map((clientId) => lookupKeys.tokensOf(controller, clientId));
  const items = await batchGet(services.tables, controller, 'records', keys, NameTokens, { strong: false });
  return new Map(items.map((item) => [item.clientId, item]));
}

async function namesOf(
  { services, actor: { controller } }: ActContext,
  clientIds: readonly ClientId[],
): Promise<Names> {
  const items = await loadKeyItems(services, controller, clientIds);
  return new Map(
    await Promise.all(
      items.map(async (item): Promise<[ClientId, ClientName]> => {
        const { family, given, former } = await openLabel(services, controller, item);
        const families = [nameParts(family).join(' '), ...former.map(surnameOf)];
        return [item.clientId, { families, parts: nameParts(`${given} ${family}`) }];
      }),
    ),
  );
}
