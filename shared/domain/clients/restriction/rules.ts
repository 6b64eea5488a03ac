import type { Finding, Sentence } from '../../../kernel/finding.ts';
import type { UserId } from '../../../kernel/id.ts';

/** What is known of those who are to read a restricted file. */
export type NamedReaders = {
  readers: readonly UserId[];
  /** Which of them are active users of this controller. */
  known: ReadonlySet<UserId>;
  /** Which of them hold today the right to manage restricted files. */
  managing: ReadonlySet<UserId>;
};

const finding = (
  rule: string,
  severity: Finding['severity'],
  message: Sentence,
  path = '/body/readers',
): Finding => ({ rule: `client.${rule}`, severity, path, message });

/**
 * A restriction must not shut out by mistake. Whoever sets it stays a reader or says that it is meant otherwise,
 * and somebody who reads the file can name other readers: of those shut out nobody can, for to them the file does
 * not exist.
 */
export function judgeReaders(
  { readers, known, managing }: NamedReaders,
  by: { userId: UserId; stepsAside: boolean },
): Finding[] {
  const findings = readers.flatMap((userId, index) =>
    known.has(userId)
      ? []
      : [
          finding(
            'readerKnown',
            'error',
            {
              fi: 'Lukijaa ei ole tai hänen käyttöoikeutensa on passivoitu.',
              sv: 'Läsaren finns inte eller har passiverats.',
              en: 'There is no such reader, or the account is passive.',
            },
            `/body/readers/${index}`,
          ),
        ],
  );
  if (!readers.includes(by.userId) && !by.stepsAside) {
    findings.push(
      finding('restricterReads', 'error', {
        fi: 'Et itse enää näkisi asiakasta: lisää itsesi lukijaksi tai ilmoita jääväsi pois.',
        sv: 'Du skulle inte längre se klienten själv: lägg till dig som läsare eller ange att du avstår.',
        en: 'You would no longer see the client: name yourself too, or say that you step aside.',
      }),
    );
  }
  const managers = readers.filter((userId) => managing.has(userId));
  if (managers.length === 0) {
    findings.push(
      finding('readersManage', 'error', {
        fi: 'Ainakin yhdellä lukijalla on oltava oikeus hallita rajattuja asiakkaita, muuten rajausta ei voi enää muuttaa.',
        sv: 'Minst en läsare ska ha rätt att hantera begränsade klienter, annars kan begränsningen inte längre ändras.',
        en: 'At least one reader must hold the right to manage restricted files, or the restriction cannot be changed any more.',
      }),
    );
  } else if (managers.length === 1) {
    findings.push(
      finding('oneManager', 'warning', {
        fi: 'Vain yksi lukija voi muuttaa rajausta. Nimeä toinen siltä varalta, että hän lähtee.',
        sv: 'Endast en läsare kan ändra begränsningen. Namnge en till ifall hen slutar.',
        en: 'Only one reader can change the restriction. Name another in case that one leaves.',
      }),
    );
  }
  return findings;
}
