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

describe('what a person sets for themselves, and takes back', () => {
  it('is read from the few words that say it, and from no others', () => {
    for (const words of [
      '通知は1日1回にして',
      '通知は１日１回にしてください',
      'お知らせは一日一回にして',
      'once a day',
    ])
      expect(command(words)).toBe('news_daily');
    for (const words of ['通知はすぐに', 'お知らせはすぐにして', 'すぐに知らせて', 'tell me at once'])
      expect(command(words)).toBe('news_at_once');
    expect(command('英語でお願いします')).toBe('in_english');
    expect(command('日本語にして')).toBe('in_japanese');
    expect(command('通知書は1日1回にしてほしい')).toBeNull();
  });

  it('names the report that is withdrawn, or none', () => {
    for (const words of [
      '取り下げます',
      '取り下げたいです',
      'PRP-26-9TB2Kを取り下げます',
      'INC-26-7KQ4M は取り下げたい',
    ])
      expect(command(words)).toBe('withdraw');
    expect(command('PRP-26-9TB2Kはどうなりましたか')).toBeNull();
    expect(command('お客様が申請を取り下げます')).toBeNull();
  });
});
