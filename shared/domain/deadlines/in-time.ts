import type { LocalDate } from '../../kernel/local-date.ts';
import type { Deadline } from './model.ts';

/** Whether none of these times is over on the day, for the figures; says nothing where none runs. */
export const inTimeOn = (deadlines: readonly Deadline[], day: LocalDate): { inTime?: boolean } =>
  deadlines.length === 0 ? {} : { inTime: deadlines.every(({ dueOn }) => day <= dueOn) };
