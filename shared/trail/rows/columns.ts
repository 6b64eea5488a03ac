/** Types that Athena and the engine of the laptop both have, under one name. */
type ColumnType = 'varchar' | 'integer' | 'bigint' | 'boolean';
export type Column = { type: ColumnType; tells: string };

/**
 * The columns of `access_log`, the view of the log for SQL: a row for each client that a line names, and one for a line
 * that names nobody. Flat and of plain types, so that common SQL reads them. New ones are added at the end.
 */
export const COLUMNS = {
  event_id: { type: 'varchar', tells: 'the line; rows of one line share it: count(DISTINCT event_id)' },
  log_index: { type: 'bigint', tells: 'where its entry stands in the sealed log' },
  event_time: { type: 'varchar', tells: 'UTC, 2026-05-04T09:41:00.000Z' },
  local_time: { type: 'varchar', tells: 'in Finland, 12:41:00' },
  local_hour: { type: 'integer', tells: 'in Finland, 0–23' },
  weekday: { type: 'integer', tells: '1 Monday to 7 Sunday' },
  working_day: { type: 'boolean', tells: 'no weekend, no public holiday, no eve of one' },
  event_name: { type: 'varchar', tells: 'ClientFileOpened' },
  action: { type: 'varchar', tells: 'clients.openFile: what was asked to be done' },
  read_only: { type: 'boolean', tells: 'false of what changes something' },
  client: { type: 'varchar', tells: 'whose data; null where the line names nobody' },
  clients_named: { type: 'integer', tells: 'how many clients the line names' },
  user_id: { type: 'varchar', tells: 'who' },
  user_name: { type: 'varchar', tells: 'as it was at the time' },
  post: { type: 'varchar', tells: 'as it was at the time' },
  role: { type: 'varchar', tells: 'job role' },
  unit: { type: 'varchar', tells: 'of the right that was used' },
  professional_number: { type: 'varchar', tells: 'of the worker, where there is one' },
  deputy_for: { type: 'varchar', tells: 'for whom as a deputy' },
  authentication_method: { type: 'varchar', tells: 'how the session was authenticated; operator: a command' },
  source_address: { type: 'varchar', tells: 'from where' },
  user_agent: { type: 'varchar', tells: 'with what' },
  request_id: { type: 'varchar', tells: 'of the gateway' },
  basis: { type: 'varchar', tells: 'ownWorker, assignment, unit, breakGlass …' },
  basis_reference: { type: 'varchar', tells: 'the case, right or opening it rests on' },
  legal_ground: { type: 'varchar', tells: 'statute and section' },
  result: { type: 'varchar', tells: 'allowed, refused, failed' },
  code: { type: 'varchar', tells: 'what the caller was told of a refusal' },
  data_groups: { type: 'varchar', tells: 'with spaces between' },
  changed_fields: { type: 'varchar', tells: 'with spaces between' },
  resources: { type: 'varchar', tells: 'of this client and of nobody: kind:id, with spaces between' },
  service_tasks: { type: 'varchar', tells: 'of those, with spaces between' },
  history_from: { type: 'varchar', tells: 'how far back was shown' },
  reason_id: { type: 'varchar', tells: 'where the words of the reason are sealed' },
  reason_code: { type: 'varchar', tells: 'a reason as a code' },
  replay: { type: 'boolean', tells: 'the answer to a repeated request, given again' },
  disclosed_to: { type: 'varchar', tells: 'of a disclosure: to whom' },
  disclosure_ground: { type: 'varchar', tells: 'of a disclosure: the provision, or consent' },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;
export type FlatRow = Partial<Record<ColumnName, string | number | boolean>>;

/** By which rows are laid down: a query that names both reads only those. */
export const PARTITIONS = {
  controller: 'whose log',
  day: 'in Finland, 2026-05-04',
} as const;
