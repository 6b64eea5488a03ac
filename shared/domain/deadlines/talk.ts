import type { ActContext, Change } from '../../act.ts';
import type { Start } from './due-of.ts';
import type { Deadline } from './model.ts';
import { meetDeadline } from './move-deadline.ts';

/** A personal talk that an applicant for social assistance asked for has been held (1412/1997 § 14 d). */
export const metByTalk = (context: ActContext, running: readonly Deadline[], held: Start): Change[] =>
  running
    .filter(({ rule }) => rule === 'assistanceTalk')
    .flatMap((deadline) => meetDeadline(context, deadline, held).changes);
