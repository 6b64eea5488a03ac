import * as z from 'zod';

/** The rules by which the run over the log finds what somebody looks into. */
export const SignCode = z
  .enum([
    // Oma asia
    'ownFile',
    // Työtoverin asia
    'colleague',
    // Sama sukunimi
    'sameSurname',
    // Sama osoite
    'sameAddress',
    // Turvakielto
    'safetyBan',
    // Ei asiakassuhdetta
    'noTie',
    // Avaus ilman asiakassuhdetta, josta seurasi työtä
    'openedWithoutTie',
    // Monta torjuttua yritystä
    'doorsTried',
    // Epätavallinen aika
    'unusualHour',
    // Epätavallinen määrä
    'unusualVolume',
    // Syvälle historiaan
    'deepHistory',
  ])
  .meta({ id: 'SignCode' });
export type SignCode = z.infer<typeof SignCode>;
