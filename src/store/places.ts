// Places: the folders that are ours on this machine, by the XDG base directory rules.

export interface OwnFolder {
  /** Absolute folder of ours; null where neither the variable nor HOME says where. */
  readonly path: string | null;
  /** HOME, where the folder follows from it: what is below may be made, HOME itself never. */
  readonly home: string | null;
  /** The variable to set when the folder cannot be used. */
  readonly variable: string;
}

export interface Places {
  readonly config: OwnFolder;
  readonly data: OwnFolder;
  readonly state: OwnFolder;
  readonly cache: OwnFolder;
}

/** Reads only the environment that it is given. Relative values are ignored, as the XDG specification asks. */
export function placesFrom(env: Readonly<Record<string, string | undefined>>): Places {
  const home = absolute(env.HOME);
  const place = (variable: string, fallback: string): OwnFolder => {
    const base = absolute(env[variable]);
    if (base !== null) return { path: under(base, 'istio-roadmap'), home: null, variable };
    return { path: home === null ? null : under(home, `${fallback}/istio-roadmap`), home, variable };
  };
  return {
    config: place('XDG_CONFIG_HOME', '.config'),
    data: place('XDG_DATA_HOME', '.local/share'),
    state: place('XDG_STATE_HOME', '.local/state'),
    cache: place('XDG_CACHE_HOME', '.cache'),
  };
}

function absolute(value: string | undefined): string | null {
  return value?.startsWith('/') ? value : null;
}

function under(folder: string, name: string): string {
  return `${folder.replace(/(?<!\/)\/+$/, '')}/${name}`;
}
