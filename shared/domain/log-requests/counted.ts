import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import type { MisuseCase } from './misuse.ts';
import type { LogRequest } from './model.ts';

/** What requests for log data and suspicions of misuse add to the figures (703/2023 11 §). */
type Handled = Pick<LogRequest, 'receivedOn' | 'dueOn'>;

const handled = ({ receivedOn, dueOn }: Handled, on: LocalDate) => ({
  on,
  days: Math.max(0, daysBetween(receivedOn, on)),
  inTime: on <= dueOn,
});

export const factOfLogRequest = ({
  receivedOn,
  channel,
}: Pick<LogRequest, 'receivedOn' | 'channel'>): Fact => ({
  kind: 'logRequestReceived',
  on: receivedOn,
  code: channel,
});

export const factOfLogAnswer = (request: Handled, outcome: string, on: LocalDate): Fact => ({
  kind: 'logRequestAnswered',
  ...handled(request, on),
  code: outcome,
});

export const factOfSuspicion = ({ receivedOn, origin }: Pick<MisuseCase, 'receivedOn' | 'origin'>): Fact => ({
  kind: 'misuseSuspected',
  on: receivedOn,
  code: origin,
});

export const factOfExplanation = (misuse: Handled, view: string, on: LocalDate): Fact => ({
  kind: 'misuseExplained',
  ...handled(misuse, on),
  code: view,
});
