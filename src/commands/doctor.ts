// Doctor: what is odd about the places of the program on this machine, and what to do about it.
import { isUserError, type UserError } from '../errors.ts';
import { quietly } from '../store/failure.ts';
import { folderOf, readQuietly } from '../store/files.ts';
import { exists, namedFiles, realOf } from '../store/library.ts';
import { leftLocks } from '../store/lock.ts';
import type { OwnFolder } from '../store/places.ts';
import { filedProgress } from '../store/progress-file.ts';
import { checkWritable } from '../store/replace.ts';
import { visible } from '../text/visible.ts';
import { type DoctorFinding, doctorJson, drawDoctor, plainDoctor } from '../views/doctor.ts';
import type { ThemeWithSentences } from '../views/problem.ts';
import { messageOf } from '../views/problem.ts';
import type { CommonOptions, Context } from './context.ts';
import { withSentences } from './theme-with-sentences.ts';

export interface DoctorOptions extends CommonOptions {
  readonly zero?: boolean;
}

/** `doctor`: 0, or 1 where something is to be mended. */
export async function doctor(context: Context, options: DoctorOptions): Promise<number> {
  const theme = await withSentences(context);
  const findings = checks.flatMap((check) => check(context, theme));
  if (options.json) context.out(doctorJson(findings));
  else if (options.plain) context.out(plainDoctor(findings, options.zero ? '\0' : '\n'));
  else context.out(drawDoctor(findings, theme));
  return findings.some(({ severity }) => severity === 'error' || severity === 'warning') ? 1 : 0;
}

type Check = (context: Context, theme: ThemeWithSentences) => readonly DoctorFinding[];

/** In the order in which they are shown. */
const checks: readonly Check[] = [
  configurationCheck,
  foldersCheck,
  roadmapsCheck,
  ticksCheck,
  copiesCheck,
  locksCheck,
  shellCheck,
];

const failed = (code: string, error: UserError, theme: ThemeWithSentences): DoctorFinding => ({
  ...{ code, severity: 'error' },
  // For scripts as well, which get no isolates.
  ...messageOf(error, { ...theme, show: visible }),
});

function configurationCheck({ configuration }: Context, theme: ThemeWithSentences): readonly DoctorFinding[] {
  const say = theme.sentences.doctor;
  const { failure, paths } = configuration;
  if (failure !== null) return [failed('configuration', failure, theme)];
  const unknown = configuration.ignore.filter((code) => !Object.hasOwn(theme.sentences.diagnostics, code));
  return [
    { code: 'configuration', severity: 'ok', message: say.configuration(paths.user ?? ''), hint: null },
    ...unknown.map(
      (code): DoctorFinding => ({
        code: 'ignore',
        severity: 'warning',
        message: say.unknownCode(code),
        hint: say.unknownCodeHint(theme.commands),
      }),
    ),
  ];
}

/** Each folder as a write there would find it; one that is not there yet, as making it would. */
function foldersCheck({ disk, places }: Context, theme: ThemeWithSentences): readonly DoctorFinding[] {
  const refused = [places.data, places.state, places.cache, places.config].flatMap((place: OwnFolder) => {
    try {
      if (place.path !== null) checkWritable(disk, `${place.path}/.write-test`, place.variable);
      return [];
    } catch (error) {
      if (!isUserError(error)) throw error;
      return [failed('folder', error, theme)];
    }
  });
  const { data, state } = places;
  const message = theme.sentences.doctor.folders([data.path ?? '', state.path ?? '']);
  return refused.length > 0 ? refused : [{ code: 'folder', severity: 'ok', message, hint: null }];
}

function roadmapsCheck({ disk, library }: Context, theme: ThemeWithSentences): readonly DoctorFinding[] {
  const say = theme.sentences.doctor;
  const own = namedFiles(library);
  const gone = own.filter(({ path }) => !exists(disk, path));
  if (gone.length === 0) return [{ code: 'roadmap', severity: 'ok', message: say.roadmaps(own.length), hint: null }];
  return gone.map(({ name, path }) => ({
    ...{ code: 'roadmap', severity: 'warning' },
    message: say.roadmapGone(name, path),
    hint: theme.commands.line(['roadmaps', 'remove', name]),
  }));
}

/** Progress files whose roadmap is not where it was. */
function ticksCheck({ disk, places }: Context, theme: ThemeWithSentences): readonly DoctorFinding[] {
  const say = theme.sentences.doctor;
  const filed = filedProgress(disk, places.data);
  const gone = filed.filter(({ roadmaps, there }) => roadmaps.length > 0 && there.length === 0);
  if (filed.length === 0) return [];
  if (gone.length === 0) return [{ code: 'ticks', severity: 'ok', message: say.ticks(filed.length), hint: null }];
  return gone.map(({ path, roadmaps }) => ({
    ...{ code: 'ticks', severity: 'warning' },
    message: say.ticksGone(path, roadmaps[0] as string),
    hint: theme.commands.line(['reconcile', '-r', 'FILE', '--from', path]),
  }));
}

/** What programs that synchronise folders leave beside a note which two machines changed. */
const copyName = /\.sync-conflict-\d{8}|\bconflict(?:ed)?\b|конфликт/i;

function copiesCheck({ disk, library }: Context, theme: ThemeWithSentences): readonly DoctorFinding[] {
  const say = theme.sentences.doctor;
  const found: DoctorFinding[] = [];
  for (const { path } of library.registered) {
    if (path === null) continue;
    quietly(() => {
      const real = realOf(disk, path);
      const name = real.slice(folderOf(real).length).replace(/^\/+/, '');
      const stem = name.replace(/\.[^.]+$/, '');
      for (const other of disk.readdir(folderOf(real)).sort())
        if (other !== name && other.startsWith(stem) && copyName.test(other.slice(stem.length)))
          found.push({
            ...{ code: 'copy', severity: 'warning' },
            message: say.copy(`${folderOf(real)}/${other}`, path),
            hint: theme.commands.shell('diff', path, `${folderOf(real)}/${other}`),
          });
    });
  }
  return found;
}

function locksCheck({ disk, places }: Context, theme: ThemeWithSentences): readonly DoctorFinding[] {
  const say = theme.sentences.doctor;
  const left = leftLocks(disk, places.state);
  if (left.length === 0) return [{ code: 'lock', severity: 'ok', message: say.locks, hint: null }];
  return left.map(({ path, target, isUnproven }) => ({
    code: 'lock',
    severity: isUnproven ? 'warning' : 'info',
    message: isUnproven ? say.lockElsewhere(target ?? path) : say.lockStale(target ?? path),
    hint: isUnproven ? theme.commands.shell('rm', path) : null,
  }));
}

/** Where each shell reads its settings, below HOME. */
const shellFiles: Readonly<Record<string, readonly string[]>> = {
  bash: ['.bashrc', '.bash_profile', '.profile', '.bash_aliases'],
  zsh: ['.zshrc', '.zshenv', '.zprofile', '.config/zsh/.zshrc'],
  fish: ['.config/fish/config.fish', '.config/fish/completions/istio-roadmap.fish'],
};

function shellCheck({ disk, library, shell }: Context, theme: ThemeWithSentences): readonly DoctorFinding[] {
  const say = theme.sentences.doctor;
  const files = shell === null ? undefined : shellFiles[shell];
  if (shell === null || files === undefined || library.home === null) return [];
  const isSetUp = files.some((file) => {
    const bytes = readQuietly(disk, `${library.home}/${file}`);
    return bytes !== null && Buffer.from(bytes).includes('istio-roadmap');
  });
  if (isSetUp) return [{ code: 'shell', severity: 'ok', message: say.shell(shell), hint: null }];
  return [
    { code: 'shell', severity: 'info', message: say.noShell(shell), hint: say.shellHint(shell, files[0] as string) },
  ];
}
