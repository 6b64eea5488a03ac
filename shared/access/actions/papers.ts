import type { Action } from '../action.ts';
import { FILE_READERS, NOTE_WRITERS } from '../role-groups.ts';

/** Those who take care of paper in a unit. */
const FOLDER_KEEPERS = [
  'broadResponsibility',
  'arranging',
  'childWelfareSupervisor',
  'implementing',
  'administrative',
] as const;
const PAPER_KEEPERS = [...NOTE_WRITERS, 'administrative', 'privateAdministrative'] as const;

const LEGAL_GROUND = '703/2023 §§ 4, 9; 831/1994 § 12';

/** Toimet: what may be done to folders of paper and to the papers in them. */
export const PAPER_ACTIONS = {
  openFolder: {
    name: 'papers.openFolder',
    title: { fi: 'Perusta kansio', sv: 'Lägg upp en mapp', en: 'Set up a folder' },
    roles: FOLDER_KEEPERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  changeFolder: {
    name: 'papers.changeFolder',
    title: {
      fi: 'Muuta kansion paikkaa ja lainaajia',
      sv: 'Ändra mappens plats och låntagare',
      en: 'Change where a folder stands and who borrows from it',
    },
    roles: FOLDER_KEEPERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  listFolders: {
    name: 'papers.listFolders',
    title: { fi: 'Luettele yksikön kansiot', sv: 'Lista enhetens mappar', en: 'List the folders of a unit' },
    roles: FOLDER_KEEPERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  listFolder: {
    name: 'papers.listFolder',
    title: { fi: 'Luettele kansion paperit', sv: 'Lista mappens papper', en: 'List what stands in a folder' },
    roles: FOLDER_KEEPERS,
    tie: 'none',
    basis: 'unit',
    legalGround: LEGAL_GROUND,
  },
  file: {
    name: 'papers.file',
    title: { fi: 'Vie paperi kansioon', sv: 'Sätt ett papper i mappen', en: 'File a paper' },
    roles: PAPER_KEEPERS,
    tie: 'client',
    legalGround: LEGAL_GROUND,
  },
  list: {
    name: 'papers.list',
    title: { fi: 'Luettele asiakkaan paperit', sv: 'Lista klientens papper', en: 'List a client’s papers' },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: LEGAL_GROUND,
  },
  read: {
    name: 'papers.read',
    title: { fi: 'Katso, missä paperi on', sv: 'Se var ett papper finns', en: 'See where a paper is' },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: LEGAL_GROUND,
  },
  move: {
    name: 'papers.move',
    title: { fi: 'Siirrä paperi toiseen kansioon', sv: 'Flytta ett papper', en: 'Move a paper' },
    roles: PAPER_KEEPERS,
    tie: 'client',
    legalGround: LEGAL_GROUND,
  },
  lend: {
    name: 'papers.lend',
    title: { fi: 'Lainaa paperi', sv: 'Låna ut ett papper', en: 'Lend a paper' },
    roles: PAPER_KEEPERS,
    tie: 'client',
    legalGround: LEGAL_GROUND,
  },
  return: {
    name: 'papers.return',
    title: { fi: 'Palauta paperi', sv: 'Återlämna ett papper', en: 'Return a paper' },
    roles: PAPER_KEEPERS,
    tie: 'client',
    legalGround: LEGAL_GROUND,
  },
  end: {
    name: 'papers.end',
    title: {
      fi: 'Merkitse paperi arkistoiduksi tai hävitetyksi',
      sv: 'Märk ett papper som arkiverat eller förstört',
      en: 'Mark a paper as archived or destroyed',
    },
    roles: PAPER_KEEPERS,
    tie: 'client',
    legalGround: '703/2023 annex; 831/1994 § 13',
  },
} as const satisfies Record<string, Action>;
