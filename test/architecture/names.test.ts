import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { codeUnder, filesUnder } from './project-files.ts';
import { collect } from './syntax.ts';

const CODE = /^(src|test|build|bench|prisma\/schema-engine)\//;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Names that say nothing of what is inside. */
const EMPTY = /(^|-)(utils?|helpers?|common|managers?|misc)(-|$)/;

/** Documents are called as documents are: README, RESULTS. */
const files = filesUnder('').filter((file) => CODE.test(file) && !file.endsWith('.md'));
/** Folder and file names without their endings. */
const names = (file: string): string[] =>
  file.split('/').map((name) => name.replace(/(\.test|\.d)?\.\w+$/, ''));

describe('names', () => {
  it('are kebab-case', () => {
    expect(files.filter((file) => !names(file).every((name) => KEBAB.test(name)))).toEqual([]);
  });

  it('say what is inside', () => {
    expect(files.filter((file) => names(file).some((name) => EMPTY.test(name)))).toEqual([]);
  });

  it('are given to every export', () => {
    const unnamed = codeUnder('src').flatMap((file) =>
      collect(file, (node) =>
        ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword ? true : undefined,
      ),
    );
    expect(unnamed.map(({ at }) => at)).toEqual([]);
  });
});
