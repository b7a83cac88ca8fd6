import { describe, expect, it } from 'vitest';
import { readCommand } from '../../src/recognition/commands.ts';
import { normalize } from '../../src/recognition/normalize.ts';

const command = (words: string): string | null => readCommand(normalize(words).text);

describe('commands', () => {
  it.each([
    ['やめる', 'cancel'],
    ['キャンセルします', 'cancel'],
    ['戻る', 'back'],
    ['修正', 'edit'],
    ['送信', 'send'],
    ['「送信」', 'send'],
    ['はい。', 'yes'],
    ['いいえ', 'no'],
    ['ちがう', 'no'],
    ['わからない', 'unknown'],
    ['分かりません', 'unknown'],
    ['ﾍﾙﾌﾟ', 'help'],
    ['わたしの報告', 'mine'],
    ['続ける', 'resume'],
    ['Cancel', 'cancel'],
    ['Go back', 'back'],
    ['Not sure', 'unknown'],
    ['My reports', 'mine'],
    ['自分の報告', 'mine'],
    ['担当している件', 'tasks'],
    ['My tasks', 'tasks'],
    ['期限切れ', 'overdue'],
    ['期限切れの件です', 'overdue'],
    ['Overdue', 'overdue'],
  ])('%s means %s', (words, expected) => {
    expect(command(words)).toBe(expected);
  });

  it.each([
    '送信してしまいました',
    'やめる前に報告したい',
    '戻るボタンを大きくしてほしい',
    'いいえと言われた',
    '私の報告はどうなりました?',
    '',
    'constructor',
  ])('a message like %j is none', (words) => {
    expect(command(words)).toBeNull();
  });
});
