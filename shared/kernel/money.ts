import * as z from 'zod';

/** An amount of euros in whole cents; negative for what is given back. Never a fraction of a cent. */
export const Cents = z
  .int()
  .brand<'Cents'>()
  .meta({ id: 'Cents', examples: [59_338] });
export type Cents = z.infer<typeof Cents>;

const ZERO_CENTS: Cents = Cents.parse(0);

export const addCents = (a: Cents, b: Cents): Cents => Cents.parse(a + b);
export const subtractCents = (a: Cents, b: Cents): Cents => Cents.parse(a - b);
export const sumCents = (amounts: readonly Cents[]): Cents => amounts.reduce(addCents, ZERO_CENTS);

/**
 * A calculated number of cents to whole cents, half a cent away from zero, so that a refund mirrors
 * its charge. A millionth of a cent is taken as the noise of binary fractions: 1.005 euros times 100
 * is 101 cents. How fees are rounded is for each fee's own statute; this is the common way.
 */
export function roundHalfUp(cents: number): Cents {
  const size = Math.round(Number(Math.abs(cents).toFixed(6)));
  return Cents.parse(cents < 0 && size > 0 ? -size : size);
}

/**
 * An amount cut into `parts` (1 or more) that differ by a cent at most and add up to it; the first
 * ones bear the odd cents.
 */
export function allocate(cents: Cents, parts: number): Cents[] {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError(`cannot cut an amount into ${parts} parts`);
  const share = Math.trunc(cents / parts);
  const odd = Math.abs(cents - share * parts);
  return Array.from({ length: parts }, (_, place) =>
    Cents.parse(share + (place < odd ? Math.sign(cents) : 0)),
  );
}

const LOCALES = { fi: 'fi-FI', sv: 'sv-FI' };
const inEuros = new Map<keyof typeof LOCALES, Intl.NumberFormat>();

/**
 * For people to read: `1 234,56 €`, its spaces unbreakable. Exact to ten billion euros. A formatter is made when a
 * print first asks for it: the first of a process costs a start 5 ms.
 */
export function formatEuros(cents: Cents, language: keyof typeof LOCALES): string {
  const known =
    inEuros.get(language) ?? new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'EUR' });
  inEuros.set(language, known);
  return known.format(cents / 100);
}
