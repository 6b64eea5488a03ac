import * as z from 'zod';

/** By what a person is known in a text: names word by word, numbers, addresses. Who is who is not kept. */
const Marks = z.strictObject({
  names: z.array(z.string()),
  codes: z.array(z.string()),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  streets: z.array(z.string()),
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

/** Marks gathered while a file is walked through, each once. */
export class GatheredMarks {
  private readonly sets = {
    names: new Set<string>(),
    codes: new Set<string>(),
    phones: new Set<string>(),
    emails: new Set<string>(),
    streets: new Set<string>(),
  };

  add({ family, given, personalIdentityCode, phones = [], emails = [], addresses = [] }: Person): void {
    for (const name of `${family ?? ''} ${given ?? ''}`.split(/\s+/u)) {
      if (name !== '') this.sets.names.add(name);
    }
    if (personalIdentityCode !== undefined) this.sets.codes.add(personalIdentityCode);
    for (const phone of phones) this.sets.phones.add(phone);
    for (const email of emails) this.sets.emails.add(email);
    for (const { street } of addresses) if (street !== undefined) this.sets.streets.add(street);
  }

  all(): Marks {
    const { names, codes, phones, emails, streets } = this.sets;
    return {
      names: [...names],
      codes: [...codes],
      phones: [...phones],
      emails: [...emails],
      streets: [...streets],
    };
  }
}
