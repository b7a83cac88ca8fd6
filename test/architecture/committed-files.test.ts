import { describe, expect, it } from 'vitest';
import { codeUnder, filesUnder, read } from './project-files.ts';

const TEXT =
  /\.(ts|tsx|mjs|js|json|jsonl|ya?ml|csv|md|css|html|svg|prisma|sql|toml)$|^[^.]+$|^\.\w+(\/\w+)?$/;
const files = filesUnder('').filter((file) => TEXT.test(file));

/** What must not be in any file, with the part that is found. */
const FORBIDDEN: Record<string, RegExp> = {
  'a path of one machine': /(?<![\w.)}@-])\/(?:work|root|home|Users|tmp)\/[\w.-]+|\b[A-Z]:\\Users\b/,
  'the host of a registry': /\bregistry\.[\w-]+\.\w+|\/artifactory\/|_auth[T]oken|:_pass[w]ord/,
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a token': /\b(?:xox[abprs]-[\w-]{10,}|gh[pousr]_\w{20,}|AKIA[A-Z0-9]{16}|eyJ[\w-]{10,}\.eyJ[\w-]{10,})/,
  'a password in an address': /\b\w+:\/\/[\w.-]+:(?!PASSWORD@)[^\s@/'"`$<]+@/,
};

describe('committed files', () => {
  it.each(Object.entries(FORBIDDEN))('hold nowhere %s', (_what, pattern) => {
    const found = files.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) => {
          const match = pattern.exec(line);
          return match ? [`${file}:${index + 1} ${match[0].slice(0, 60)}`] : [];
        }),
    );
    expect(found).toEqual([]);
  });

  it('lock packages by version and integrity, whatever registry they come from', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string; integrity?: string }>;
    };
    const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([name]) => name)).toEqual([]);
    expect(packages.filter(([, { integrity }]) => integrity === undefined).map(([name]) => name)).toEqual([]);
  });

  it('leave out no test without saying why', () => {
    const left = codeUnder('test').flatMap((file) => {
      const lines = read(file).split('\n');
      return lines.flatMap((line, index) => {
        const isOnly = /\b(?:it|test|describe)\.only\b/.test(line);
        const isLeftOut = /\b(?:it|test|describe)\.(?:skip|todo|fails)\b/.test(line);
        const hasReason = /^\s*(?:\/\/|\*|\/\*\*)/.test(lines[index - 1] ?? '');
        return isOnly || (isLeftOut && !hasReason) ? [`${file}:${index + 1}`] : [];
      });
    });
    expect(left).toEqual([]);
  });
});
