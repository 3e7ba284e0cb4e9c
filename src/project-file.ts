// ProjectFile: the settings of a project, in the folder that is worked in or above it.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const projectFile = '.istio-roadmap.yaml';

/** The nearest one, upward from a folder. */
export function projectFileAbove(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, projectFile);
    if (existsSync(path)) return path;
    if (dirname(at) === at) return null;
  }
}
