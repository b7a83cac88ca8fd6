import { describe, expect, it } from 'vitest';
import { codeUnder, filesUnder, lineCount } from './project-files.ts';

const longer = (files: readonly string[], most: number): string[] =>
  files.filter((file) => lineCount(file) > most).map((file) => `${file}: ${lineCount(file)} lines`);

describe('file sizes', () => {
  it('keeps every file of src within 300 lines', () => {
    expect(longer(filesUnder('src'), 300)).toEqual([]);
  });

  it('keeps half of the code of src within 120 lines', () => {
    const sizes = codeUnder('src')
      .map(lineCount)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(120);
  });

  it('keeps every file of test within 400 lines', () => {
    expect(longer(codeUnder('test'), 400)).toEqual([]);
  });
});
