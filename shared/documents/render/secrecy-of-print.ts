import { SECRECY_MARK } from '../../domain/secrecy.ts';
import type { PrintLanguage, Running } from './layout.ts';

/** The mark of every print: nobody can take it off (703/2023 §§ 4–5). */
export const secrecyOf = (language: PrintLanguage): Running['secrecy'] => ({
  mark: SECRECY_MARK[language].toUpperCase(),
  grounds: SECRECY_MARK.grounds.join(', '),
});
