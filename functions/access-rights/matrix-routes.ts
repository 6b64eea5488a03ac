import { RIGHTS_ACTIONS } from '../../shared/access/actions/access-rights.ts';
import { type Route, read } from '../../shared/http/route.ts';
import { MatrixQuery, MatrixRead, readMatrix } from './read-matrix.ts';

/** What the decree gives to each role, printed. */
export const matrixRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/access-rights/matrix',
    action: RIGHTS_ACTIONS.readMatrix,
    event: 'AccessMatrixRead',
    summary: 'What decree 457/2024 lets each job role use at most, row by row, and the cells of one role.',
    query: MatrixQuery,
    returns: MatrixRead,
    handle: readMatrix,
  }),
];
