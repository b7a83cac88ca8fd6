import type { Command } from '../domain/understanding.ts';
import { withoutReportNumbers } from './extract/report-numbers.ts';
import { normalize } from './normalize.ts';

/** What people type to steer the conversation, button labels included. Only a message that is just this counts. */
const PHRASES: Readonly<Record<Command, readonly string[]>> = {
  help: [
    'ヘルプ',
    '使い方',
    '使い方を教えて',
    '使い方は',
    'つかいかた',
    'help',
    'how to use',
    'how does this work',
  ],
  cancel: [
    ...[
      'やめる',
      'やめます',
      'やめたい',
      'やめて',
      'やめ',
      'やっぱりやめます',
      'やっぱりやめる',
      '中止',
      '中止する',
    ],
    ...[
      'キャンセル',
      'キャンセルする',
      '取り消し',
      '取り消す',
      '捨てる',
      '破棄',
      'stop',
      'cancel',
      'quit',
      'discard',
      'never mind',
    ],
  ],
  back: [
    '戻る',
    'もどる',
    '戻す',
    '戻して',
    '1つ戻る',
    '一つ戻る',
    '前に戻る',
    '前の質問',
    '元に戻す',
    'back',
    'go back',
    'previous',
  ],
  edit: [
    '修正',
    '修正する',
    '修正したい',
    '直す',
    '直したい',
    '訂正',
    '訂正する',
    '変更',
    '変更する',
    'edit',
    'change',
    'fix it',
  ],
  send: [
    ...[
      '送信',
      '送信する',
      '送信して',
      '送る',
      '送って',
      '送ります',
      'これで送る',
      'この内容で送る',
      'このまま送る',
    ],
    ...['今のまま送る', 'send', 'submit', 'send it', 'send as is'],
  ],
  mine: [
    ...['わたしの報告', '私の報告', '自分の報告', 'マイ報告', '報告一覧', '私の報告一覧', '自分の報告一覧'],
    ...['my reports', 'my report', 'show my reports'],
  ],
  tasks: [
    ...['担当している件', '担当している報告', '担当', '担当の件', '自分の担当', 'わたしの担当', '私の担当'],
    ...['担当一覧', 'my tasks', 'to handle', 'reports to handle', 'show my tasks'],
  ],
  overdue: [
    ...['期限切れ', '期限切れの件', '期限切れの報告', '期限切れ一覧', '期限超過', '期限超過の件'],
    ...['期限を過ぎた件', 'overdue', 'overdue reports', 'what is overdue', 'show overdue'],
  ],
  news_daily: [
    ...['通知は1日1回', '通知は1日1回にして', '通知を1日1回にして', '通知は一日一回', '通知は一日一回にして'],
    ...['お知らせは1日1回', 'お知らせは1日1回にして', 'お知らせを1日1回にして', 'お知らせは一日一回にして'],
    ...[
      '1日1回にまとめて',
      '1日1回にまとめる',
      '通知をまとめて',
      'お知らせをまとめて',
      '通知は1日1回まとめて',
    ],
    ...['daily digest', 'once a day', 'notify me once a day', 'news once a day', 'daily news'],
  ],
  news_at_once: [
    ...['通知はすぐ', '通知はすぐに', '通知はすぐにして', '通知をすぐに', 'すぐに通知して', 'すぐ通知して'],
    ...[
      'お知らせはすぐに',
      'お知らせはすぐにして',
      'お知らせをすぐに',
      'すぐに知らせて',
      'すぐにお知らせして',
    ],
    ...['すぐに届ける', 'notify me at once', 'news at once', 'notify me immediately', 'tell me at once'],
  ],
  in_japanese: [
    ...['日本語', '日本語で', '日本語にして', '日本語にする', '日本語で話して', '日本語で答えて'],
    ...['in japanese', 'japanese please', 'speak japanese', 'answer in japanese'],
  ],
  in_english: [
    ...['英語', '英語で', '英語にして', '英語にする', '英語で話して', '英語で答えて'],
    ...['in english', 'english please', 'speak english', 'answer in english'],
  ],
  withdraw: [
    ...['取り下げます', '取り下げる', '取り下げたい', '取り下げたいです', '取り下げてください', '取下げ'],
    ...['取下げます', '取下げたい', '報告を取り下げます', '報告を取り下げたい', '報告を取下げたい'],
    ...['さっきの報告を取り下げます', 'さっきの報告を取り下げたい', '前の報告を取り下げたい'],
    ...['withdraw', 'withdraw it', 'withdraw my report', 'i want to withdraw my report', 'take it back'],
  ],
  yes: [
    ...[
      'はい',
      'うん',
      'ええ',
      'そう',
      'そうです',
      'その通り',
      'そのとおり',
      'あってます',
      '合ってます',
      '合っています',
    ],
    ...['ok', 'おk', 'オーケー', 'いいです', 'それでいい', 'yes', 'y', 'yep', 'yeah', 'correct'],
  ],
  no: [
    ...['いいえ', 'いや', 'いえ', 'ちがう', '違う', 'ちがいます', '違います', 'ううん', 'ノー', 'だめ'],
    ...['no', 'n', 'nope', 'not this', 'wrong'],
  ],
  unknown: [
    ...[
      'わからない',
      '分からない',
      'わかりません',
      '分かりません',
      'わからん',
      '不明',
      'ふめい',
      '不明です',
      '未確認',
    ],
    ...[
      'まだわからない',
      'まだ分からない',
      'まだ分かりません',
      'unknown',
      'not sure',
      "i don't know",
      "don't know",
      'no idea',
    ],
  ],
  resume: [
    ...['続ける', '続けます', '続けて', '続き', '続きから', 'つづける', '再開', '再開する'],
    ...['continue', 'resume', 'go on', 'keep going'],
  ],
};

const BY_PHRASE = new Map<string, Command>(
  (Object.keys(PHRASES) as Command[]).flatMap((command) =>
    PHRASES[command].map((phrase) => [bare(normalize(phrase).text), command] as const),
  ),
);

/** The command that a normalised message consists of, or null when it says anything else. */
export function readCommand(text: string): Command | null {
  const words = bare(text);
  return (
    BY_PHRASE.get(words) ??
    withdrawal(words) ??
    BY_PHRASE.get(
      words.replace(/(です|します|する|でお願いします|お願いします|ください|して|please)$/u, ''),
    ) ??
    null
  );
}

/** 「PRP-26-9TB2Kを取り下げます」: the one command that may name its report. */
function withdrawal(words: string): Command | null {
  const rest = bare(
    withoutReportNumbers(words)
      .trim()
      .replace(/^(を|は)\s*/u, ''),
  );
  return BY_PHRASE.get(rest) === 'withdraw' ? 'withdraw' : null;
}

function bare(text: string): string {
  return text.replace(/[\s。、.,!?「」[\]【】()"]+/gu, ' ').trim();
}
