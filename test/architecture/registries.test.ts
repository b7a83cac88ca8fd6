import { describe, expect, it } from 'vitest';
import { PLATFORM_IDS } from '../../src/platforms/index.ts';
import { commandKeys } from './phrase-families.ts';
import { foldersIn, read } from './project-files.ts';

describe('registries', () => {
  it('list exactly the platforms that have a folder', () => {
    expect([...PLATFORM_IDS].sort()).toEqual(foldersIn('src/platforms').sort());
  });

  it('describe every command in the README', async () => {
    const commands = (await commandKeys()).map((key) => key.split('.')[1]?.replace('_', ' ') ?? '');
    expect(commands).toContain('report list');
    const readme = read('README.md');
    expect(commands.filter((command) => !readme.includes(`\`${command}`))).toEqual([]);
  });
});
