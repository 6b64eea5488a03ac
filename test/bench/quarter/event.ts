import { EventId, formatId } from '../../../shared/kernel/id.ts';
import { instantOf } from '../../../shared/kernel/instant.ts';
import { type AccessEvent, EVENT_VERSION } from '../../../shared/trail/event.ts';
import type { Chance } from './chance.ts';
import type { County } from './county.ts';
import type { Draft } from './draft.ts';
import { lineKind } from './line-kinds.ts';

const TIE = '703/2023 § 9';
const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0',
];

/** The line as the product's own `lineOf` would have made it. */
export function eventOf({ facts }: County, chance: Chance, draft: Draft): AccessEvent {
  const { worker, tie, ms, refused } = draft;
  const { event, action, groups, changed = [], thing, legalGround = TIE } = lineKind(draft.kind);
  const eventId = EventId.parse(formatId(ms, chance.bytes(10)));
  const clients = refused === undefined ? [...new Set(draft.clients)] : [...draft.clients];
  const isShown = refused === undefined;
  const number = Number.parseInt(worker.userId.slice(-4), 36);
  return {
    eventVersion: EVENT_VERSION,
    eventId,
    eventTime: instantOf(ms),
    eventName: event,
    action,
    controller: facts.controller,
    userIdentity: {
      userId: worker.userId,
      name: `${worker.family} ${worker.given}`,
      post: worker.post,
      role: draft.kind === 'openings' || draft.kind === 'opening' ? 'supervisor' : worker.role,
      unitId: worker.unitId,
      ...(worker.professionalNumber === undefined ? {} : { professionalNumber: worker.professionalNumber }),
      authenticationMethod: 'card',
      ...(tie.deputyFor === undefined ? {} : { deputyFor: tie.deputyFor }),
    },
    sourceIPAddress: draft.fromHome ? `198.51.100.${number % 250}` : `192.0.2.${number % 5}`,
    userAgent: AGENTS[number % AGENTS.length] ?? '',
    requestId: `quarter-${eventId}`,
    awsRegion: 'eu-north-1',
    readOnly: changed.length === 0,
    clients,
    resources: [
      ...clients.map((id) => ({ kind: 'client' as const, id })),
      ...(thing === undefined || !isShown
        ? []
        : [
            {
              kind: thing,
              id: draft.reasonCode === undefined ? formatId(ms, chance.bytes(10)) : (tie.reference ?? ''),
            },
          ]),
    ],
    basis: {
      kind: tie.kind,
      ...(tie.reference === undefined ? {} : { reference: tie.reference }),
      legalGround,
    },
    outcome: isShown ? { result: 'allowed' } : { result: 'refused', code: refused },
    dataGroups: isShown ? [...groups] : [],
    changedFields: isShown ? [...changed] : [],
    ...(draft.daysBack === undefined || !isShown
      ? {}
      : { historyFrom: new Date(ms - Math.round(draft.daysBack * 86_400_000)).toISOString() }),
    ...(draft.reasonId === undefined ? {} : { reasonId: draft.reasonId }),
    ...(draft.reasonCode === undefined ? {} : { reasonCode: draft.reasonCode }),
  };
}
