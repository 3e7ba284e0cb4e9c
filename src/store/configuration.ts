// Configuration: what files set for every run: the default roadmap, names of roadmaps, language, colours, hooks.
import type { UserError } from '../errors.ts';
import type { RegisteredRoadmap } from './library.ts';

/** A value that nobody typed; `place` is the file that sets it. */
export interface PlacedSetting {
  readonly value: string;
  readonly place: string;
}

/** Where settings are looked for. */
export interface ConfigurationPaths {
  /** Absolute; null where there is none. */
  readonly user: string | null;
  readonly project: string | null;
  /** HOME, for `~`; null where there is none. */
  readonly home: string | null;
  /** Folder of the bundled roadmaps. */
  readonly bundled: string;
}

/** What is set, each by the file that counts. */
export interface Configuration {
  readonly settings: { readonly [name in 'roadmap' | 'lang' | 'color' | 'ascii']: PlacedSetting | null };
  readonly registered: readonly RegisteredRoadmap[];
  /** A command of the user's own, for a shell, that gets each change as JSON; never from a project (CONTRACT, Options). */
  readonly hook: string | null;
  /** Codes of findings that `lint` passes over. */
  readonly ignore: readonly string[];
  /** What makes a file unusable; the others count all the same. */
  readonly failure: UserError | null;
  readonly paths: ConfigurationPaths;
}

export const noConfiguration: Configuration = {
  settings: { roadmap: null, lang: null, color: null, ascii: null },
  registered: [],
  hook: null,
  ignore: [],
  failure: null,
  paths: { user: null, project: null, home: null, bundled: '' },
};
