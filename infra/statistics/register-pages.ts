import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { blindIndex } from '../../shared/crypto/blind-index.ts';
import { goneFact } from '../../shared/gone-facts.ts';
import { keyOfFact, openKept } from '../../shared/kept-facts.ts';
import { KEEPERS, KNOWN_BY } from '../../shared/kept-in.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { monthOf } from '../../shared/kernel/local-date.ts';
import type { Services } from '../../shared/services.ts';
import type { StoredFact } from '../../shared/statistics-fact.ts';
import { CountedAs } from '../../shared/table/item.ts';
import type { Key } from '../../shared/table/keys.ts';
import type { Pace } from '../migrations/pace.ts';

/** A fact as the thing tells it that was counted. */
export type Told = {
  key: Key;
  /** Where it is marked that the thing is no more. */
  gone: Key;
  kind: StoredFact['kind'];
  month: string;
  fact: StoredFact;
};
export type LastItem = Record<string, unknown> | undefined;
export type RegisterPage = {
  told: Told[];
  /** Things that were counted before they kept what they were counted as, by what they are. */
  older: string[];
  after: LastItem;
};

type Thing = z.infer<typeof Thing>;
const Thing = z.looseObject({
  entity: z.string(),
  countedAs: z.array(CountedAs).optional(),
  /** Others of a shared thing have it in their files; the first keeps what it was counted as. */
  clients: z.array(z.string()).optional(),
  movedFrom: z.unknown().optional(),
  issued: z.unknown().optional(),
});

/** Things whose facts had names before they were kept with them: of these the facts would seem to be of nothing. */
const NAMED_BEFORE = new Set(['caseNote', 'document', 'delivery', 'assessment', 'subjectRequest']);

const isOlder = ({ entity, countedAs, clients = [], movedFrom, issued }: Thing): boolean =>
  countedAs === undefined &&
  clients.length < 2 &&
  movedFrom === undefined &&
  (NAMED_BEFORE.has(entity) || entity === 'intakeMatter' || (entity === 'decision' && issued !== undefined));

const WANTED = ['entity', 'countedAs', 'clients', 'movedFrom', 'issued', ...KNOWN_BY];

/** Read at once, so that one page never takes much more than a second's units. */
const ITEMS_READ = 200;

/** What the register of a controller tells, page by page, from where a run before broke off. */
export async function* registerPages(
  services: Services,
  controller: ControllerId,
  { from, pace }: { from: LastItem; pace: Pace },
): AsyncGenerator<RegisterPage, undefined> {
  const index = await blindIndex(services, controller);
  const toldOf = (thing: Thing): Told[] =>
    openKept({ controller, index }, thing).map((one) => {
      const { kind, on } = one.fact;
      const month = monthOf(on);
      const gone = goneFact(controller, kind, month, index.factAbout(kind, one.about));
      return { key: keyOfFact(controller, index, one), gone, kind, month, fact: one.fact };
    });
  let after = from;
  do {
    const page = await services.tables.clientOf(controller).send(
      new ScanCommand({
        TableName: services.tables.records,
        Limit: ITEMS_READ,
        ConsistentRead: true,
        ReturnConsumedCapacity: 'TOTAL',
        FilterExpression: `begins_with(#pk, :own) AND #entity IN (${KEEPERS.map((_, nth) => `:e${nth}`).join()})`,
        ProjectionExpression: WANTED.map((name) => `#${name}`).join(),
        ExpressionAttributeNames: {
          '#pk': 'pk',
          ...Object.fromEntries(WANTED.map((name) => [`#${name}`, name])),
        },
        ExpressionAttributeValues: {
          ':own': `${controller}#`,
          ...Object.fromEntries(KEEPERS.map((entity, nth) => [`:e${nth}`, entity])),
        },
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),
    );
    await pace(page.ConsumedCapacity?.CapacityUnits ?? 0);
    const things = (page.Items ?? []).map((item) => Thing.parse(item));
    after = page.LastEvaluatedKey;
    yield {
      told: things.flatMap(toldOf),
      older: things.filter(isOlder).map(({ entity }) => entity),
      after,
    };
  } while (after !== undefined);
  return undefined;
}
