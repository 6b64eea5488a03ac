import type { Finding, Sentence } from '../kernel/finding.ts';
import { Instant } from '../kernel/instant.ts';
import { helsinkiDateOf } from '../kernel/local-date.ts';
import { CHANNELS, codingOf, type FindCodeList, SERVICE_TASKS, SOCIAL_SERVICES } from './code-lists.ts';
import {
  type DocumentBase,
  type EntryNote,
  nationalAuthor,
  nationalClient,
  unitCoding,
} from './entry-note.ts';
import type { Slot, SlotName, Slots } from './entry-slots.ts';
import { ENTRY_TYPES, type EntryType } from './entry-types.ts';
import { valueAt, writeAt } from './path.ts';
import { isRecord } from './visit.ts';

type Rule = 'note.notInNationalForm' | 'note.saidTwice' | 'note.unknownKey' | 'note.tooMany';

const MESSAGES: Readonly<Record<Rule, Sentence>> = {
  'note.notInNationalForm': {
    fi: 'Tieto säilyy merkinnässä, mutta kansallisessa asiakirjassa sille ei ole kenttää',
    sv: 'Uppgiften bevaras i anteckningen, men den nationella handlingen har inget fält för den',
    en: 'Kept in the entry, but the national document has no field for it',
  },
  'note.saidTwice': {
    fi: 'Sama kenttä on täytetty kahdesti',
    sv: 'Samma fält har fyllts i två gånger',
    en: 'The same field has been filled in twice',
  },
  'note.unknownKey': {
    fi: 'Valintaa ei ole koodistossa',
    sv: 'Valet finns inte i kodsystemet',
    en: 'The choice is not in the code list',
  },
  'note.tooMany': {
    fi: 'Tällaisessa asiakirjassa on vain yksi',
    sv: 'Handlingar av detta slag har bara en',
    en: 'A document of this kind has only one',
  },
};

const finding = (rule: Rule, path: string): Finding => ({
  rule,
  severity: rule === 'note.notInNationalForm' ? 'warning' : 'error',
  path,
  message: MESSAGES[rule],
});

/** The slots of an entry, seen what `details` has chosen. */
export function slotsOf(type: EntryType, below: unknown): Slots {
  const chosen = type.slotsByCode && valueAt(below, `${type.slotsByCode.path}/code`);
  return { ...type.slots, ...(typeof chosen === 'string' && type.slotsByCode?.slots[chosen]) };
}

/** A moment in Finland's calendar where the document has a day; what is no moment stays as it is. */
function dayOf(time: string): string {
  const moment = Instant.safeParse(time);
  return moment.success ? helsinkiDateOf(moment.data) : time;
}

/**
 * A case note as the content of its national document, with what could not be said in it. The paths of
 * the findings point into the note. The content has still to be judged by `validateContent`, which also
 * warns of codes that are not known because a code list has not been loaded.
 *
 * @param find the code lists that are known; a word of ours that they lack is said as the delivered list says it.
 */
export function toNationalForm(
  note: EntryNote,
  base: DocumentBase,
  find?: FindCodeList,
): { content: Record<string, unknown>; findings: Finding[] } {
  const type = ENTRY_TYPES[note.entryType];
  const findings: Finding[] = [];
  const below: Record<string, unknown> = structuredClone({ ...note.details });
  const slots = slotsOf(type, below);

  const write = (path: string, value: unknown, from: string): void => {
    if (!writeAt(below, path, value)) findings.push(finding('note.saidTwice', from));
  };
  const put = (name: SlotName, values: readonly unknown[]): void => {
    const slot: Slot | undefined = slots[name];
    if (values.length === 0) return;
    if (slot === undefined) findings.push(finding('note.notInNationalForm', `/${name}`));
    else if (slot.repeats) write(slot.path, values, `/${name}`);
    else {
      if (values.length > 1) findings.push(finding('note.tooMany', `/${name}`));
      write(slot.path, values[0], `/${name}`);
    }
  };
  const putText = (name: SlotName, text: string | undefined): void =>
    put(name, text === undefined ? [] : [text]);
  const putCodes = (name: SlotName, list: string, keys: readonly (string | undefined)[]): void => {
    const codings = keys
      .filter((key) => key !== undefined)
      .map((key) => codingOf(list, key, find) ?? codingOf(list, key));
    if (codings.includes(undefined)) findings.push(finding('note.unknownKey', `/${name}`));
    put(
      name,
      codings.filter((coding) => coding !== undefined),
    );
  };
  const putTime = (name: 'eventFrom' | 'eventTo', time: string | undefined): void =>
    putText(name, time !== undefined && slots[name]?.day ? dayOf(time) : time);
  const putPeople = (
    path: string,
    amount: 'one' | 'many',
    people: readonly unknown[],
    from: string,
  ): void => {
    if (amount === 'one' && people.length > 1) findings.push(finding('note.tooMany', from));
    if (people.length > 0) write(path, amount === 'many' ? people : people[0], from);
  };

  putCodes('serviceTask', SERVICE_TASKS, [note.serviceTask]);
  putCodes('socialServices', SOCIAL_SERVICES, note.socialServices ?? []);
  putCodes('channel', CHANNELS, [note.channel]);
  putTime('eventFrom', note.eventFrom);
  putTime('eventTo', note.eventTo);
  putText('participants', note.participants?.join('\n'));
  putText('place', note.place);
  putText('text', note.text);
  putText('agreed', note.agreed);

  const authors = base.authors.map(nationalAuthor);
  putPeople('asiakas', type.clients, base.clients.map(nationalClient), '/clients');
  putPeople('laatija', type.authors, authors, '/authors');
  if (base.date !== undefined) write('paivamaara', base.date, '/date');
  // These two the writer may have named otherwise in the details.
  if (type.unitAt !== undefined && base.unit !== undefined)
    writeAt(below, type.unitAt, unitCoding(base.unit));
  if (type.ownPersonAt !== undefined && isRecord(authors[0]))
    writeAt(below, type.ownPersonAt, structuredClone(authors[0]));

  return { content: { [type.root]: below }, findings };
}
