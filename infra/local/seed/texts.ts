import type { EntryTypeKey } from '../../../shared/documents/entry-type.ts';

/** What invented workers have written of invented people. */
type Text = { entryType: EntryTypeKey; text: string; agreed?: string };

export const FAMILY_TEXTS: readonly Text[] = [
  {
    entryType: 'meetingOrContact',
    text: 'Kotikäynti. Perheen arki sujuu pääosin hyvin, illat ovat raskaita. Vanhempi kertoi väsymyksestä.',
    agreed: 'Perhetyö alkaa kerran viikossa, seuraava tapaaminen kahden viikon kuluttua.',
  },
  {
    entryType: 'guidance',
    text: 'Annettu neuvontaa kotipalvelusta ja perheneuvolan varaamisesta.',
  },
  {
    entryType: 'negotiation',
    text: 'Verkostoneuvottelu koulun ja kotiväen kanssa. Poissaolot ovat vähentyneet.',
    agreed: 'Koulu seuraa poissaoloja ja ilmoittaa, jos ne lisääntyvät.',
  },
  { entryType: 'dailyLife', text: 'Lapsi leikki rauhassa ja kertoi mielellään viikonlopusta.' },
  {
    entryType: 'meetingOrContact',
    text: 'Hembesök. Familjen önskar få service på svenska. Barnets läxläsning går bättre än på våren.',
  },
  { entryType: 'other', text: 'Perheelle lähetetty kirje tapaamisajan siirtymisestä.' },
];

export const ADULT_TEXTS: readonly Text[] = [
  {
    entryType: 'meetingOrContact',
    text: 'Toimistokäynti. Asiakas on saanut asunnon ja hakee työtä. Rahatilanne on tiukka vuokranmaksun jälkeen.',
    agreed: 'Asiakas toimittaa tiliotteet, aika varataan ensi kuulle.',
  },
  { entryType: 'guidance', text: 'Neuvottu asumistuen ja toimeentulotuen hakemisesta Kelasta.' },
  { entryType: 'cancellation', text: 'Asiakas perui ajan puhelimitse sairastumisen vuoksi.' },
  {
    entryType: 'meetingOrContact',
    text: 'Puhelu. Asiakas kertoi voinnin kohentuneen ja ryhmätoiminnan alkaneen.',
  },
  { entryType: 'other', text: 'Asiakkaan suostumuksella sovittu yhteinen tapaaminen velkaneuvonnan kanssa.' },
];

export const HALF_WRITTEN = 'Puhelu koulun kuraattorilta, kesken';

/** What the cases of invented people are called, and the need they were opened for. */
export const FAMILY_NEED = {
  name: 'Lapsiperheen tuen tarve',
  description: 'Koulu otti yhteyttä vanhemman kanssa. Perhe kaipaa apua arkeen.',
};
export const ADULT_NEED = {
  name: 'Asuminen ja toimeentulo',
  description: 'Asiakas pyysi apua asunnon ja toimeentulon järjestämiseen.',
};
