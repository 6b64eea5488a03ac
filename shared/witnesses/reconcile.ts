import type { WitnessFindingKind } from '../domain/witnesses/finding.ts';
import type { ControllerId } from '../kernel/id.ts';
import { epochMsOf, type Instant } from '../kernel/instant.ts';
import { SYSTEM_USER } from '../system-context.ts';
import type { AccessEvent } from '../trail/event.ts';
import type { KeyUse } from './cloud-trail.ts';
import { type GatewayAnswer, isAnswerOfOurs } from './gateway-log.ts';

/** What of a line a witness can speak to. */
export type LineFacts = {
  controller: ControllerId;
  eventId: string;
  at: Instant;
  requestId: string;
  userId: string;
  keys: readonly string[];
  /** `gateway`: came in by a door. `run`: a job, a consumer or an operator's command, of which no door knows. */
  from: 'gateway' | 'run';
};

export const factsOf = (event: AccessEvent): LineFacts => ({
  controller: event.controller,
  eventId: event.eventId,
  at: event.eventTime,
  requestId: event.requestId,
  userId: event.userIdentity.userId,
  keys: event.keys?.map(({ id }) => id) ?? [],
  from:
    event.userIdentity.userId === SYSTEM_USER || event.userIdentity.authenticationMethod === 'seed'
      ? 'run'
      : 'gateway',
});

/** How far apart what belongs together may stand. */
export type Tolerance = {
  /** Between the clocks of AWS's services; CloudTrail tells whole seconds. */
  skewSeconds: number;
  /** The longest that a request takes, and the longest that a run takes. */
  requestSeconds: number;
  runSeconds: number;
};
export const TOLERANCE: Tolerance = { skewSeconds: 60, requestSeconds: 30, runSeconds: 900 };

export type Window = { from: Instant; to: Instant };

/** All that was gathered for a window, with as much around it as the tolerance asks. */
export type Evidence = {
  /** Judged is what happened from its first moment to before its last. */
  window: Window;
  uses: readonly KeyUse[];
  answers: readonly GatewayAnswer[];
  lines: readonly LineFacts[];
  /** The keys of KMS under which data keys of clients lie, and whose clients. */
  clientKeys: ReadonlyMap<string, ControllerId>;
};

/** `controller` is undefined where only the log of a door speaks, which is one for all. */
export type Difference = {
  kind: WitnessFindingKind;
  at: Instant;
  controller: ControllerId | undefined;
  /** The witness's own id of what it saw, or the line's. */
  evidence: string;
  /** Who, as the witness or the line names them. */
  by: string;
  /** The random id of the data key, where one was used. */
  key?: string | undefined;
};

/** Of the service itself: nobody was refused anything. */
const PASSING =
  /^(ThrottlingException|KMSInternalException|DependencyTimeoutException|InternalFailure|ServiceUnavailable.*)$/;

/**
 * Security decision 22: compares what AWS recorded with the access log. Every use of a client's key has a line that
 * names the key; every answer of a door has one line, of the user whom the door knows; every line of a request has its
 * answer. Lists are witnessed by the doors alone, because their labels lie under the controller's list key; a key that
 * was used again from memory within five minutes is in no record, so a line needs no use of a key.
 */
export function reconcile(evidence: Evidence, tolerance: Tolerance = TOLERANCE): Difference[] {
  const { window } = evidence;
  return [...ofKeys(evidence, tolerance), ...ofAnswers(evidence), ...ofLines(evidence)].filter(
    ({ at }) => at >= window.from && at < window.to,
  );
}

function ofKeys({ uses, lines, clientKeys }: Evidence, tolerance: Tolerance): Difference[] {
  const linesOfKey = groupedBy(
    lines.flatMap((line) => line.keys.map((key) => ({ key, line }))),
    ({ key, line }) => `${line.controller} ${key}`,
  );
  return uses.flatMap(({ keyArn, key, at, error, recordId, by }): Difference[] => {
    const controller = keyArn === undefined ? undefined : clientKeys.get(keyArn);
    if (controller === undefined || (error !== undefined && PASSING.test(error))) return [];
    const found = { at, controller, evidence: recordId, by, key };
    if (error !== undefined) return [{ kind: 'keyUseRefused', ...found }];
    const named = (linesOfKey.get(`${controller} ${key ?? ''}`) ?? []).some(({ line }) =>
      isNear(at, line, tolerance),
    );
    return named ? [] : [{ kind: 'keyUseWithoutLine', ...found }];
  });
}

function isNear(used: Instant, line: LineFacts, tolerance: Tolerance): boolean {
  const { skewSeconds, requestSeconds, runSeconds } = tolerance;
  const seconds = (epochMsOf(line.at) - epochMsOf(used)) / 1000;
  const longest = line.from === 'run' ? runSeconds : requestSeconds;
  return seconds >= -skewSeconds - longest && seconds <= longest + skewSeconds;
}

function ofAnswers({ answers, lines }: Evidence): Difference[] {
  const byRequest = groupedBy(lines, ({ requestId }) => requestId);
  return answers.filter(isAnswerOfOurs).flatMap(({ requestId, at, user }): Difference[] => {
    const [line, ...others] = byRequest.get(requestId) ?? [];
    const found = { at, evidence: requestId, by: user };
    if (line === undefined) return [{ kind: 'answerWithoutLine', controller: undefined, ...found }];
    const { controller } = line;
    return [
      ...(others.length > 0 ? [{ kind: 'answerWithSeveralLines', controller, ...found } as const] : []),
      ...(line.userId === user ? [] : [{ kind: 'answerToAnother', controller, ...found } as const]),
    ];
  });
}

function ofLines({ answers, lines }: Evidence): Difference[] {
  const known = new Set(answers.map(({ requestId }) => requestId));
  return lines
    .filter(({ from, requestId }) => from === 'gateway' && !known.has(requestId))
    .map(({ at, controller, eventId, userId }) => ({
      kind: 'lineWithoutAnswer',
      at,
      controller,
      evidence: eventId,
      by: userId,
    }));
}

function groupedBy<T>(members: readonly T[], nameOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const name = nameOf(member);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [member]);
    else group.push(member);
  }
  return groups;
}
