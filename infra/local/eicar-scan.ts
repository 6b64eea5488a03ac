import type { MalwareScan } from '../../shared/services.ts';

/** The harmless text by which every scanner shows that it is awake (EICAR), in pieces so that this file is none. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', 'H+H*'].join('$');

/** The stand-in of the malware scan: it knows the test text and nothing else. */
export const eicarScan: MalwareScan = {
  async verdictOf(_controller, { bytes }) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(EICAR, 0, 'latin1')
      ? 'infected'
      : 'clean';
  },
};
