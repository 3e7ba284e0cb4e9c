// Home: paths with `~` for the folder of the user, as shells write it.

const base = (home: string): string => home.replace(/(?<!\/)\/+$/, '');

/** `~/notes` → `notes` in the folder of HOME; null where the path does not begin with `~`, or there is no HOME. */
export function homeExpanded(path: string, home: string | null): string | null {
  return home !== null && /^~(?:\/|$)/.test(path) ? base(home) + path.slice(1) : null;
}

/** The other way round, for people; as it is where the path is not below HOME. */
export function homeShortened(path: string, home: string | null): string {
  const folder = home === null ? '' : base(home);
  return folder !== '' && path.startsWith(`${folder}/`) ? `~${path.slice(folder.length)}` : path;
}
