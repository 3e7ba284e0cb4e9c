// Shared material: the folder of seeds, public notes and recordings that is beside a checkout and is no part of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const beside = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared');
const folder = process.env.ISTIO_ROADMAP_SHARED ?? beside;

/** Whether `part` of the shared material is there; says once a file what is left out where it is not. */
export function hasShared(part: string): boolean {
  const found = existsSync(join(folder, part));
  if (!found)
    console.warn(`skipped: no ${part} in ../shared beside the checkout; ISTIO_ROADMAP_SHARED may name another folder`);
  return found;
}

/** A JSON file of the shared material. What it holds is trusted to have the shape that the caller names. */
export function sharedJson<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(join(folder, path), 'utf8')) as Shape;
}

export interface SharedFile {
  /** Below the shared folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every file under `part` whose name ends so, in the order of their paths. */
export function sharedFiles(part: string, ending: RegExp): SharedFile[] {
  return readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, part, name))
    .sort()
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), bytes: readFileSync(file) }));
}
