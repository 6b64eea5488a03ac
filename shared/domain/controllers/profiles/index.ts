import { huittinen } from './huittinen.ts';
import { joutsa } from './joutsa.ts';
import { keskiUusimaa } from './keski-uusimaa.ts';
import { loimaa } from './loimaa.ts';
import { uusikaupunki } from './uusikaupunki.ts';
import { wellbeingServicesCounty } from './wellbeing-services-county.ts';

/** Ready settings that a controller may begin with, by the names that an operator writes. */
export const READY_PROFILES = {
  huittinen,
  joutsa,
  keskiUusimaa,
  loimaa,
  uusikaupunki,
  wellbeingServicesCounty,
};
