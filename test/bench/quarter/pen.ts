import { formatId } from '../../../shared/kernel/id.ts';
import { type Day, msAt } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { County } from './county.ts';
import type { Deed, Draft, Tie } from './draft.ts';
import type { QuarterWorker } from './facts.ts';
import type { Member } from './households.ts';
import type { LineKind } from './line-kinds.ts';

/** Who does something where and when. */
export type Moment = { worker: QuarterWorker; day: Day; minute: number; fromHome?: boolean; deed?: Deed };
/** A step of a visit, and how often it is taken. */
export type Step = LineKind | readonly [LineKind, number];

export type Pen = {
  drafts: Draft[];
  chance: Chance;
  /** Steps in one client's file, one after another. Nothing but a refusal where nothing ties the worker. @returns the minute after. */
  visit: (moment: Moment, client: Member, steps: readonly Step[], tie?: Tie) => number;
  /** A line about several, or about none. */
  list: (moment: Moment, kind: LineKind, clients: readonly Member[], tie?: Tie) => void;
  /** Opens without a tie, for a reason: the tie that later steps rest on. */
  breakGlass: (moment: Moment, client: Member, reasonCode: string) => Tie;
};

/** Entries that a first page shows, and that a further page of history does. */
const SHOWN = 20;
const A_PAGE = 50;

export function penOf(county: County, chance: Chance): Pen {
  const drafts: Draft[] = [];
  const remote = new Map<string, boolean>();
  /** By the day: one in three days is worked from home. */
  function isAtHome({ worker, day, fromHome }: Moment): boolean {
    const name = `${worker.userId} ${day.date}`;
    const home = fromHome ?? remote.get(name) ?? chance.is(0.3);
    if (fromHome === undefined) remote.set(name, home);
    return home;
  }
  const put = (moment: Moment, rest: Omit<Draft, 'ms' | 'worker' | 'fromHome' | 'deed'>): void => {
    drafts.push({
      ms: msAt(moment.day, moment.minute) + chance.int(0, 59_999),
      worker: moment.worker,
      fromHome: isAtHome(moment),
      ...(moment.deed === undefined ? {} : { deed: moment.deed }),
      ...rest,
    });
  };

  function visit(moment: Moment, client: Member, steps: readonly Step[], given?: Tie): number {
    const clients = [client.clientId];
    const tie = given ?? county.tieOf(moment.worker, client, moment.day, moment.minute);
    const known = Math.max(1, (moment.day.startMs - Date.parse(client.knownSince)) / 86_400_000);
    let { minute } = moment;
    let pages = 0;
    for (const step of steps) {
      const [kind, probability] = typeof step === 'string' ? [step, 1] : step;
      if (probability < 1 && !chance.is(probability)) continue;
      if (tie === undefined) {
        put({ ...moment, minute }, { kind, clients, tie: { kind: 'none' }, refused: 'access.noTie' });
        return minute + 1;
      }
      if (DEEPER.has(kind)) pages += 1;
      const daysBack = Math.min(
        known,
        Math.floor(county.paceOf(client) * (pages === 0 ? SHOWN : pages * A_PAGE)),
      );
      put(
        { ...moment, minute },
        {
          kind,
          clients:
            kind === 'network'
              ? [client.clientId, ...client.relations.map(({ clientId }) => clientId)]
              : clients,
          tie,
          ...(kind === 'bundlePrinted' || kind === 'narrativePrinted'
            ? { daysBack: known }
            : SHOWS_HISTORY.has(kind)
              ? { daysBack }
              : {}),
          ...(tie.kind === 'breakGlass' && tie.reference !== undefined ? { reasonId: tie.reference } : {}),
        },
      );
      minute += chance.pick([0.3, 0.5, 1, 1, 2, 3, 6]);
    }
    return minute;
  }

  return {
    drafts,
    chance,
    visit,
    list(moment, kind, clients, tie = { kind: 'ownMatters', reference: moment.worker.grantId }) {
      put(moment, { kind, clients: clients.slice(0, 50).map(({ clientId }) => clientId), tie });
    },
    breakGlass(moment, client, reasonCode) {
      const tie: Tie = { kind: 'breakGlass', reference: openingId(chance, moment) };
      put(moment, { kind: 'openedWithoutTie', clients: [client.clientId], tie, reasonCode });
      return tie;
    },
  };
}

const SHOWS_HISTORY: ReadonlySet<LineKind> = new Set(['opened', 'glance', 'notes', 'timeline', 'asOf']);
/** Each further one goes a page deeper. */
const DEEPER: ReadonlySet<LineKind> = new Set(['notes', 'timeline']);

const openingId = (chance: Chance, { day, minute }: Moment): string =>
  formatId(msAt(day, minute), chance.bytes(10));
