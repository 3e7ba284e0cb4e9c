// SummaryKey: under which key the summary of a roadmap is, as the shell knows it in which this process was started.
import { realpathSync } from 'node:fs';
import { projectFileAbove } from './project-file.ts';

/**
 * What a roadmap was asked for by, as a shell knows it without a process: `asked` is a name or file, null where nobody named one;
 * `project` is the nearest file of a project's settings. A relative file is another one in another `folder`.
 */
export function summaryKey(asked: string | null, project: string | null, folder: string): string {
  if (asked === null) return project ?? '';
  if (asked.startsWith('/')) return asked;
  const name = asked.replace(/^\.\/+/, '');
  return /[./\\]/.test(name) ? `${folder.replace(/\/$/, '')}/${name}` : name;
}

/** Of the roadmap that `asked` names, else ISTIO_ROADMAP, else of the default one in this folder. */
export function summaryKeyFor(asked: string | null): string {
  const folder = shellFolder();
  const name = asked ?? (process.env.ISTIO_ROADMAP || null);
  return summaryKey(name, name === null ? projectFileAbove(folder) : null, folder);
}

/** The working directory as the shell writes it, with the links that one went through. */
function shellFolder(): string {
  const { PWD } = process.env;
  try {
    const folder = process.cwd();
    return PWD?.startsWith('/') && PWD !== folder && realpathSync(PWD) === folder ? PWD : folder;
  } catch {
    return PWD?.startsWith('/') ? PWD : '/';
  }
}
