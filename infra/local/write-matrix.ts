import { writeFileSync } from 'node:fs';
import { MATRIX_PAGE, matrixPage } from './access-matrix.ts';

/** `npm run matrix`: makes the page of the matrix of access rights anew, after a row of it has changed. */
writeFileSync(MATRIX_PAGE, matrixPage());
console.log(MATRIX_PAGE);
