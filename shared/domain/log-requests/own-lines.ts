import * as z from 'zod';
import { type ClientId, type ControllerId, EventId } from '../../kernel/id.ts';
import { epochMsOf, instantOf } from '../../kernel/instant.ts';
import { addDays, LocalDate, startOfDay } from '../../kernel/local-date.ts';
import type { Services } from '../../services.ts';
import { clientKeys } from '../../table/keys.ts';
import { batchGet, type LastKey } from '../../table/read.ts';
import { Provision, Purpose, RecipientKind } from '../../trail/disclosure.ts';
import { AccessEvent } from '../../trail/event.ts';
import { linesOfClient } from '../../trail/read.ts';
import { ClientHead } from '../clients/model.ts';
import { type Giving, givingOf } from './given-parts.ts';
import type { AskedDays, Withholding } from './model.ts';

/** A line as its client reads it: who, what, when, on what ground. The worker's name may stand under a pseudonym. */
export const OwnLogLine = z
  .strictObject({
    eventId: EventId,
    ...AccessEvent.pick({
      eventTime: true,
      eventName: true,
      action: true,
      readOnly: true,
      dataGroups: true,
      changedFields: true,
      historyFrom: true,
      reasonCode: true,
      outcome: true,
    }).shape,
    who: z.strictObject({
      name: z.string().optional(),
      /** In the place of the name, where a decision keeps it back. */
      pseudonym: z.string().optional(),
      post: z.string(),
      role: z.string().optional(),
      unitId: z.string().optional(),
    }),
    basis: AccessEvent.shape.basis.omit({ reference: true }),
    /** To whom the data were handed out, where they were: the recipient's name stands in the client's own file. */
    disclosure: z
      .strictObject({
        on: LocalDate,
        to: RecipientKind,
        purpose: Purpose,
        ground: z.enum(['provision', 'permit', 'consent', 'recorded']),
        provision: Provision.optional(),
      })
      .optional(),
  })
  .meta({ id: 'OwnLogLine' });
export type OwnLogLine = z.infer<typeof OwnLogLine>;

export function ownLine(event: AccessEvent, giving: Extract<Giving, { given: true }>): OwnLogLine {
  const { name, post, role, unitId } = event.userIdentity;
  const { pseudonym } = giving;
  return {
    eventId: event.eventId,
    eventTime: event.eventTime,
    eventName: event.eventName,
    action: event.action,
    readOnly: event.readOnly,
    dataGroups: event.dataGroups,
    changedFields: event.changedFields,
    ...(event.historyFrom === undefined ? {} : { historyFrom: event.historyFrom }),
    ...(event.reasonCode === undefined ? {} : { reasonCode: event.reasonCode }),
    outcome: event.outcome,
    who: {
      ...(pseudonym === undefined ? { name } : { pseudonym }),
      post,
      ...(role === undefined ? {} : { role }),
      ...(unitId === undefined ? {} : { unitId }),
    },
    basis: { kind: event.basis.kind, legalGround: event.basis.legalGround },
    ...disclosedIn(event),
  };
}

/** Of the client's own copy of the line: it has no disclosure of another's data. */
function disclosedIn({ disclosure }: AccessEvent): Pick<OwnLogLine, 'disclosure'> {
  if (disclosure === undefined) return {};
  const { on, recipient, purpose, ground } = disclosure;
  const provision = ground.kind === 'provision' ? { provision: ground.provision } : {};
  return { disclosure: { on, to: recipient.kind, purpose, ground: ground.kind, ...provision } };
}

/** So many files of one person are read. */
const MOST_FILES = 20;

/** The files of one person: the one asked of, and those merged into it, directly or through another. */
export async function filesOf(
  services: Pick<Services, 'tables'>,
  controller: ControllerId,
  head: ClientHead,
): Promise<ClientId[]> {
  const files = [head.clientId];
  let waiting = head.mergedFrom;
  while (waiting.length > 0 && files.length < MOST_FILES) {
    files.push(...waiting);
    const heads = await batchGet(
      services.tables,
      controller,
      'records',
      waiting.map((clientId) => clientKeys.head(controller, clientId)),
      ClientHead,
    );
    waiting = heads.flatMap(({ mergedFrom }) => mergedFrom);
  }
  return files.slice(0, MOST_FILES);
}

type Asked = { files: readonly ClientId[]; days: AskedDays; withholdings: readonly Withholding[] };

export type OwnPage = {
  /** `index`: where a line stands in the sealed log that has left the table. */
  lines: { event: AccessEvent; giving: Extract<Giving, { given: true }>; index?: number }[];
  /** Kept back on this page, by decision. */
  withheld: number;
  next?: LastKey;
};

/** A page of a person's lines, file by file, the latest of each first, without those that a decision keeps back. */
export async function ownPage(
  services: Pick<Services, 'tables'>,
  controller: ControllerId,
  { files, days, withholdings }: Asked,
  after: LastKey | undefined,
): Promise<OwnPage> {
  const { file: at, ...rest } = after ?? {};
  const place = at === undefined ? 0 : files.findIndex((file) => file === at);
  const file = files[place];
  if (file === undefined) return { lines: [], withheld: 0 };
  const moments = {
    from: startOfDay(days.from),
    to: instantOf(epochMsOf(startOfDay(addDays(days.to, 1))) - 1),
  };
  const start = 'pk' in rest ? rest : undefined;
  const { items, lastKey } = await linesOfClient(services.tables, controller, file, moments, start);
  const lines = items.flatMap((event) => {
    const giving = givingOf(withholdings, event);
    return giving.given ? [{ event, giving }] : [];
  });
  const following = files[place + 1];
  const next =
    lastKey !== undefined ? { file, ...lastKey } : following === undefined ? undefined : { file: following };
  return { lines, withheld: items.length - lines.length, ...(next === undefined ? {} : { next }) };
}
