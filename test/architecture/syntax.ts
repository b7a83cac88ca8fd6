import ts from 'typescript';
import { read } from './project-files.ts';

/** One piece of code with the place where it stands. */
export interface Found<T> {
  at: string;
  value: T;
}

const parsed = new Map<string, ts.SourceFile>();

function parse(file: string): ts.SourceFile {
  const source = parsed.get(file) ?? ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

/** What `pick` makes of every node of a file; undefined is passed over. */
export function collect<T>(file: string, pick: (node: ts.Node) => T | undefined): Found<T>[] {
  const source = parse(file);
  const found: Found<T>[] = [];
  const visit = (node: ts.Node): void => {
    const value = pick(node);
    if (value !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ at: `${file}:${line + 1}`, value });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export function isImportPath(node: ts.Node): boolean {
  return ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent);
}
