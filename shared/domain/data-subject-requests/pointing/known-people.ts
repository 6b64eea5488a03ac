import * as z from 'zod';

/** By what a person is known in a text: names word by word, numbers, addresses. Who is who is not kept. */
const Marks = z.strictObject({
  names: z.array(z.string()),
  codes: z.array(z.string()),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  streets: z.array(z.string()),
  /** First letters of the given names and the family name: «av», «mv» and «amv» of Anna Maria Virtanen. */
  initials: z.array(z.string()).default([]),
});
export type Marks = z.infer<typeof Marks>;

/**
 * Whom the file of a person knows: whoever receives the package, by whose marks nothing is pointed out, and all others:
 * people of the family and network, of notifications, and other clients of documents and cases.
 */
export const KnownPeople = z.strictObject({ own: Marks, others: Marks });
export type KnownPeople = z.infer<typeof KnownPeople>;

type Person = {
  family?: string | undefined;
  given?: string | undefined;
  personalIdentityCode?: string | undefined;
  phones?: readonly string[];
  emails?: readonly string[];
  addresses?: readonly { street?: string | undefined }[];
};

/** Of each given name, and of all of them, with the last word of the name, which is of the family. */
function initialsOf(names: readonly string[]): string[] {
  const letters = names.map((name) => name.charAt(0).toLocaleLowerCase('fi'));
  const family = letters.pop();
  if (family === undefined || letters.length === 0) return [];
  return [...letters, letters.join('')].map((given) => `${given}${family}`);
}

/** Marks gathered while a file is walked through, each once. */
export class GatheredMarks {
  private readonly sets = {
    names: new Set<string>(),
    codes: new Set<string>(),
    phones: new Set<string>(),
    emails: new Set<string>(),
    streets: new Set<string>(),
    initials: new Set<string>(),
  };

  add({ family, given, personalIdentityCode, phones = [], emails = [], addresses = [] }: Person): void {
    const names = `${given ?? ''} ${family ?? ''}`.split(/\s+/u).filter((name) => name !== '');
    for (const name of names) this.sets.names.add(name);
    for (const initials of initialsOf(names)) this.sets.initials.add(initials);
    if (personalIdentityCode !== undefined) this.sets.codes.add(personalIdentityCode);
    for (const phone of phones) this.sets.phones.add(phone);
    for (const email of emails) this.sets.emails.add(email);
    for (const { street } of addresses) if (street !== undefined) this.sets.streets.add(street);
  }

  all(): Marks {
    const { names, codes, phones, emails, streets, initials } = this.sets;
    return {
      names: [...names],
      codes: [...codes],
      phones: [...phones],
      emails: [...emails],
      streets: [...streets],
      initials: [...initials],
    };
  }
}
