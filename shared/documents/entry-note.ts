import * as z from 'zod';
import { Coding, ORGANISATION_REGISTER, systemOf } from './code-lists.ts';
import type { EntryTypeKey } from './entry-type.ts';

/** A case note in our words, before it becomes a national document and after it has been one. */
export type EntryNote = {
  entryType: EntryTypeKey;
  /** Our key in list 1221. */
  serviceTask?: string;
  /** Our keys in list 1222. */
  socialServices?: readonly string[];
  /** When it happened: a day, or a moment in UTC. */
  eventFrom?: string;
  eventTo?: string;
  /** One line each: name, role, and for a professional post and organisation. */
  participants?: readonly string[];
  /** Our key in list 1250. */
  channel?: string;
  place?: string;
  text?: string;
  /** Sovitut asiat: what was agreed, or what follows. */
  agreed?: string;
  /** What the kind of entry has beyond these, in THL's form below the document's root. */
  details?: Readonly<Record<string, unknown>>;
};

export type Unit = { oid?: string; name: string };
export type DocumentClient = {
  surname: string;
  givenNames: string;
  identityCode?: string;
  temporaryId?: string;
};
export type DocumentAuthor = { surname: string; givenNames: string; title?: string; unit?: Unit };

/** What the system knows of the document without the writer. */
export type DocumentBase = {
  clients: readonly DocumentClient[];
  authors: readonly DocumentAuthor[];
  unit?: Unit;
  /** The day of drawing up, `YYYY-MM-DD`. */
  date?: string;
};

/** Henkilötunnus in an identifier. */
const IDENTITY_CODE_SYSTEM = 'urn:oid:1.2.246.21';

/** A unit of the SOTE organisation register; without a code until its OID is known. */
export const unitCoding = ({ oid, name }: Unit): Coding => ({
  system: systemOf(ORGANISATION_REGISTER),
  ...(oid !== undefined && { code: oid }),
  display: name,
});

export const unitOf = ({ code, display }: Coding): Unit => ({
  ...(code !== undefined && { oid: code }),
  name: display,
});

export const NationalClient = z.strictObject({
  sukunimi: z.string(),
  etunimet: z.string(),
  henkilotunnus: z
    .strictObject({ system: z.literal(IDENTITY_CODE_SYSTEM).optional(), value: z.string() })
    .optional(),
  tilapainen_yksilointitunnus: z.strictObject({ value: z.string() }).optional(),
});

export const nationalClient = (client: DocumentClient): z.input<typeof NationalClient> => ({
  sukunimi: client.surname,
  etunimet: client.givenNames,
  ...(client.identityCode !== undefined && {
    henkilotunnus: { system: IDENTITY_CODE_SYSTEM, value: client.identityCode },
  }),
  ...(client.temporaryId !== undefined && { tilapainen_yksilointitunnus: { value: client.temporaryId } }),
});

export const clientOf = (client: z.infer<typeof NationalClient>): DocumentClient => ({
  surname: client.sukunimi,
  givenNames: client.etunimet,
  ...(client.henkilotunnus !== undefined && { identityCode: client.henkilotunnus.value }),
  ...(client.tilapainen_yksilointitunnus !== undefined && {
    temporaryId: client.tilapainen_yksilointitunnus.value,
  }),
});

export const NationalAuthor = z.strictObject({
  sukunimi: z.string(),
  etunimet: z.string(),
  tehtavanimike: z.string().optional(),
  palveluyksikko: Coding.optional(),
});

export const nationalAuthor = (author: DocumentAuthor): z.input<typeof NationalAuthor> => ({
  sukunimi: author.surname,
  etunimet: author.givenNames,
  ...(author.title !== undefined && { tehtavanimike: author.title }),
  ...(author.unit !== undefined && { palveluyksikko: unitCoding(author.unit) }),
});

export const authorOf = (author: z.infer<typeof NationalAuthor>): DocumentAuthor => ({
  surname: author.sukunimi,
  givenNames: author.etunimet,
  ...(author.tehtavanimike !== undefined && { title: author.tehtavanimike }),
  ...(author.palveluyksikko !== undefined && { unit: unitOf(author.palveluyksikko) }),
});
