/**
 * Ikäryhmät: as coarse as a figure needs them. 7, 13, 18 and 25 are where school, youth, adulthood and the end of the
 * young years lie (417/2007 6 § for 18); 65 and 75 are those of the services of older people (1301/2014 36 § for 75).
 * Which groups THL publishes by is unverified: the national collections by person want the age itself.
 */
const FROM = {
  '0-6': 0,
  '7-12': 7,
  '13-17': 13,
  '18-24': 18,
  '25-64': 25,
  '65-74': 65,
  '75-': 75,
} as const satisfies Record<string, number>;

export type AgeGroup = keyof typeof FROM;
export const AGE_GROUPS: readonly AgeGroup[] = ['0-6', '7-12', '13-17', '18-24', '25-64', '65-74', '75-'];

/**
 * The group of the age that is reached in the calendar year: one person stays in one group for the year, so that the
 * groups add up to the persons, and no change of group tells a birthday (docs/decisions/0098).
 */
export function ageGroupIn(year: number, birthYear: number): AgeGroup | undefined {
  const age = year - birthYear;
  return AGE_GROUPS.findLast((group) => FROM[group] <= age);
}
