import path from 'node:path';
import ts from 'typescript';
import { codeUnder, read } from './project-files.ts';

export interface Import {
  /** File that imports, e.g. `src/cli/mask.ts`. */
  from: string;
  /** Package, `node:` module or file of the project. */
  to: string;
  kind: 'package' | 'node' | 'file';
}

/** Every import of src: type-only, re-exported and dynamic ones too. */
export const IMPORTS: readonly Import[] = codeUnder('src').flatMap(importsOf);

function importsOf(from: string): Import[] {
  const { importedFiles } = ts.preProcessFile(read(from), true, true);
  return importedFiles.map(({ fileName }) => ({ from, ...resolve(from, fileName) }));
}

function resolve(from: string, name: string): Pick<Import, 'to' | 'kind'> {
  if (name.startsWith('.')) return { kind: 'file', to: path.posix.join(path.posix.dirname(from), name) };
  if (name.startsWith('node:')) return { kind: 'node', to: name };
  return { kind: 'package', to: packageOf(name) };
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * The part of the house a file belongs to: a folder of src, with `ports` (what the application asks of the outside)
 * apart from the application, and each platform apart from the others.
 */
export function partOf(file: string): string {
  const [root, folder = '', below = ''] = file.split('/');
  if (root !== 'src') return root ?? '';
  if (folder === 'application') return /^ports(\.ts)?$/.test(below) ? 'ports' : 'application';
  if (folder === 'platforms') return below.endsWith('.ts') ? file.slice('src/'.length) : `platforms/${below}`;
  return folder;
}
