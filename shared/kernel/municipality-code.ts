import * as z from 'zod';

/** Kuntanumero, of the national list 1.2.246.537.6.21. */
export const MunicipalityCode = z
  .string()
  .regex(/^\d{3}$/, 'a municipality code of three digits (list 1.2.246.537.6.21)');
