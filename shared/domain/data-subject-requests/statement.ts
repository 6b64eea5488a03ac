import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import { Sealed } from '../../crypto/sealed.ts';
import { ClientId as Client, type ClientId, StatementId, SubjectRequestId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { type Key, subjectRequestKeys } from '../../table/keys.ts';
import { queryAll } from '../../table/read.ts';
import { Target } from './model.ts';

/**
 * Asiakkaan oma kanta tai lisäselvitys (art. 16; J-9.9, K-15.2): what the client says of an entry or a document, kept
 * beside it whether it was corrected or not.
 */
export const StatementWords = z.string().trim().min(1).max(8000);

export const ClientStatement = storedItem('clientStatement', {
  statementId: StatementId,
  clientId: Client,
  requestId: SubjectRequestId,
  target: Target,
  givenOn: LocalDate,
  words: Sealed,
});
export type ClientStatement = z.infer<typeof ClientStatement>;

type Where = Pick<ActContext, 'services' | 'actor'>;
const place = (key: Key) => recordPlace(key, 'words');

export const sealStatement = (ring: KeyRing, key: Key, words: string): Promise<Sealed> =>
  ring.seal(undefined, place(key), 1, words);
export const openStatement = (ring: KeyRing, item: ClientStatement): Promise<string> =>
  ring.open(item.words, place(item), StatementWords);

/** What the client has said of one entry or document, the earliest first. */
export const loadStatements = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  target: Target,
): Promise<ClientStatement[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: subjectRequestKeys.partition(controller, clientId),
      span: subjectRequestKeys.spans.statements(target.id),
    },
    ClientStatement,
  );
