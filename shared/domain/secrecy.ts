import * as z from 'zod';

/**
 * Salassapitomerkintä: client data are secret for good (703/2023 4 §), and whoever learns of them is bound by
 * silence, also after the duty has ended (5 §). Every document of a client carries the mark, and nobody can
 * take it off: no setting and no field of a document changes it.
 */
export const SecrecyMark = z
  .strictObject({
    mark: z.literal('secret'),
    fi: z.literal('Salassa pidettävä'),
    sv: z.literal('Sekretessbelagd'),
    grounds: z.array(z.string()).min(1),
  })
  .meta({ id: 'SecrecyMark' });

export const SECRECY_MARK: z.infer<typeof SecrecyMark> = {
  mark: 'secret',
  fi: 'Salassa pidettävä',
  sv: 'Sekretessbelagd',
  grounds: ['703/2023 4 §', '703/2023 5 §'],
};
