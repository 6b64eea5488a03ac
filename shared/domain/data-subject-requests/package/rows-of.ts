import type { LayoutNode, PrintLanguage, Row } from '../../../documents/render/layout.ts';
import { paragraphsOf } from '../../../documents/render/shown-text.ts';
import { shownTime } from '../../../documents/render/shown-time.ts';
import { isRecord } from '../../../documents/visit.ts';
import { Instant } from '../../../kernel/instant.ts';
import { LocalDate } from '../../../kernel/local-date.ts';
import { RelationRole } from '../../clients/network/model.ts';
import { SERVICE_TASKS, ServiceTask } from '../../service-tasks.ts';
import { SocialService, socialServiceOf } from '../../social-services.ts';

/** Makes rows of a print of what is held of a person outside documents. */
export type RowsNode = (told: unknown) => LayoutNode[];

type Words = {
  language: PrintLanguage;
  field: (name: string) => string;
  value: (field: string, value: string) => string;
};

/** The words are read on first use: most requests print nothing. */
export async function rowsIn(language: PrintLanguage): Promise<RowsNode> {
  const [{ FIELD_WORDS }, { FREE_TEXT, ROLES, VALUES }] = await Promise.all([
    import('./field-words.ts'),
    import('./value-words.ts'),
  ]);
  const words: Words = {
    language,
    field: (name) => FIELD_WORDS[name]?.[language] ?? name,
    value: (field, value) => {
      if (FREE_TEXT.has(field)) return value;
      const role = field === 'roles' ? RelationRole.safeParse(value).data : undefined;
      if (role !== undefined) return ROLES[role][language];
      return nameOf(field, value, language) ?? VALUES[value]?.[language] ?? value;
    },
  };
  return (told) => {
    const rows = rowsOf(told, words, []);
    return rows.length === 0 ? [] : [{ kind: 'rows', rows }];
  };
}

/** What a service task or a social service is called. */
function nameOf(field: string, value: string, language: PrintLanguage): string | undefined {
  const task = field.startsWith('serviceTask') ? ServiceTask.safeParse(value) : undefined;
  if (task?.success === true) return SERVICE_TASKS[task.data][language];
  const service = field.startsWith('socialService') ? SocialService.safeParse(value) : undefined;
  return service?.success === true ? socialServiceOf(service.data)[language] : undefined;
}

/** Ids serve machines: they stand in the machine-readable form. */
const isOfMachines = (name: string): boolean => /(?:^id|Id|Ids|Oid)$/.test(name);

/** A code of 26 letters and digits: of who wrote, or of another thing, without a name beside it. */
const isCode = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value);

/** What is told, one row a text, its label the way to it. */
function rowsOf(value: unknown, words: Words, path: readonly string[]): Row[] {
  if (value === null || value === undefined || value === '' || isCode(value)) return [];
  if (Array.isArray(value)) {
    const plain = value.filter((one) => typeof one !== 'object' && !isCode(one));
    if (plain.length > 0 && value.every((one) => typeof one !== 'object')) {
      return [rowAt(path, plain.map((one) => shownPlain(path.at(-1) ?? '', one, words)).join('\n'), words)];
    }
    return value.flatMap((one) => rowsOf(one, words, path));
  }
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([name, one]) =>
      isOfMachines(name) ? [] : rowsOf(one, words, [...path, name]),
    );
  }
  return [rowAt(path, shownPlain(path.at(-1) ?? '', value, words), words)];
}

const rowAt = (path: readonly string[], text: string, words: Words): Row => ({
  label: path.slice(-2).map(words.field).join(': '),
  paragraphs: paragraphsOf(text),
});

function shownPlain(field: string, value: unknown, words: Words): string {
  const text = String(value);
  const isTime = Instant.safeParse(text).success || LocalDate.safeParse(text).success;
  return isTime ? shownTime(text, words.language) : words.value(field, text);
}
