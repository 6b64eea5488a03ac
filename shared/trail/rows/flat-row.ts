import { wallClockMs } from '../../kernel/helsinki-clock.ts';
import type { ClientId } from '../../kernel/id.ts';
import { epochMsOf } from '../../kernel/instant.ts';
import { helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { isWorkingDay } from '../../kernel/working-days.ts';
import type { AccessEvent, Resource } from '../event.ts';
import { isDisclosureOf } from '../line.ts';
import type { FlatRow } from './columns.ts';

/** The rows of a line, and the day in Finland under which they lie. */
export function flatRows(event: AccessEvent, index: number): { day: LocalDate; rows: FlatRow[] } {
  const day = helsinkiDateOf(event.eventTime);
  const ofLine = rowOfLine(event, index, day);
  const clients = event.clients.length === 0 ? [undefined] : event.clients;
  const rows = clients.map((client): FlatRow => {
    const resources = event.resources.filter((resource) => isOf(resource, client, event.clients.length));
    return {
      ...ofLine,
      ...(client === undefined ? {} : { client }),
      ...disclosureOf(event, client),
      ...words(
        'resources',
        resources.map(({ kind, id }) => `${kind}:${id}`),
      ),
      ...words('service_tasks', [...new Set(resources.flatMap(({ serviceTasks = [] }) => serviceTasks))]),
    };
  });
  return { day, rows };
}

/** Whose a resource is where a line names several; where it names one, or nobody, all are told. */
const isOf = ({ kind, id, client }: Resource, of: string | undefined, clients: number): boolean =>
  clients <= 1 || (kind === 'client' ? id === of : client === undefined || client === of);

const words = (
  name: 'resources' | 'service_tasks' | 'data_groups' | 'changed_fields',
  all: readonly string[],
) => (all.length === 0 ? {} : { [name]: all.join(' ') });

function rowOfLine(event: AccessEvent, index: number, day: LocalDate): FlatRow {
  const { userIdentity: user, basis, outcome } = event;
  const { time, hour, weekday } = localTime(event);
  return given({
    event_id: event.eventId,
    log_index: index,
    event_time: event.eventTime,
    local_time: time,
    local_hour: hour,
    weekday,
    working_day: isWorkingDay(day),
    event_name: event.eventName,
    action: event.action,
    read_only: event.readOnly,
    clients_named: event.clients.length,
    user_id: user.userId,
    user_name: user.name,
    post: user.post,
    role: user.role,
    unit: user.unitId,
    professional_number: user.professionalNumber,
    deputy_for: user.deputyFor,
    authentication_method: user.authenticationMethod,
    source_address: event.sourceIPAddress,
    user_agent: event.userAgent,
    request_id: event.requestId,
    basis: basis.kind,
    basis_reference: basis.reference,
    legal_ground: basis.legalGround,
    result: outcome.result,
    code: outcome.code,
    history_from: event.historyFrom,
    reason_id: event.reasonId,
    reason_code: event.reasonCode,
    replay: event.replay ?? false,
    ...words('data_groups', event.dataGroups),
    ...words('changed_fields', event.changedFields),
  });
}

const two = (number: number): string => String(number).padStart(2, '0');

/** What a clock in Finland showed, and on which day of its week: the first of January 1970 was a Thursday. */
function localTime({ eventTime }: AccessEvent): { time: string; hour: number; weekday: number } {
  const seconds = Math.floor(wallClockMs(epochMsOf(eventTime)) / 1000);
  const hour = Math.floor(seconds / 3600) % 24;
  return {
    time: [hour, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':'),
    hour,
    weekday: ((Math.floor(seconds / 86_400) + 3) % 7) + 1,
  };
}

/** To whom it was handed, and by what: a kind or a citation, and the id of where more is said. */
function disclosureOf({ disclosure }: AccessEvent, client: ClientId | undefined): Record<string, string> {
  if (disclosure === undefined) return {};
  if (client !== undefined && !isDisclosureOf(disclosure, client)) return {};
  const { recipient, ground } = disclosure;
  return {
    disclosed_to: [recipient.kind, ...(recipient.reference === undefined ? [] : [recipient.reference])].join(
      ' ',
    ),
    disclosure_ground: ground.kind === 'provision' ? ground.provision : `${ground.kind} ${ground.reference}`,
  };
}

const given = (row: Record<string, string | number | boolean | undefined>): FlatRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
