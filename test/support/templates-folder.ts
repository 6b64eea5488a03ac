import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before a run of tests: a folder in which test files share what they synthesise. It goes when the run ends. */
export default function templatesFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sointu-templates-'));
  process.env['SOINTU_TEMPLATES'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
