export { expectKnown } from '../../shared/access/log-reader.ts';
