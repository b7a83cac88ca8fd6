import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** Where Debian's mecab-ipadic-utf8 lays the dictionary that kuromoji has too. */
const DICTIONARY = '/var/lib/mecab/dic/ipadic-utf8';
/** `times` tells what the shell's children have computed; its second line is theirs. */
const SCRIPT = 'command -v mecab >/dev/null || exit 0; mecab -d "$1" <"$2" >/dev/null && times';

/**
 * Native MeCab's messages per second of processor time, its start not counted; null when it or the dictionary is not
 * installed.
 */
export async function mecabPerSecond(folder: string, texts: readonly string[]): Promise<number | null> {
  if (!existsSync(DICTIONARY)) return null;
  const start = await cpuSeconds(folder, texts.slice(0, 1));
  const whole = await cpuSeconds(folder, texts);
  return start === null || whole === null ? null : (texts.length - 1) / (whole - start);
}

async function cpuSeconds(folder: string, texts: readonly string[]): Promise<number | null> {
  const file = path.join(folder, 'mecab.txt');
  writeFileSync(file, texts.map((text) => `${text.replaceAll('\n', ' ')}\n`).join(''));
  const { stdout } = await promisify(execFile)('sh', ['-c', SCRIPT, 'sh', DICTIONARY, file]);
  if (stdout === '') return null;
  const [, children = ''] = stdout.split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
