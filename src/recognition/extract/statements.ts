import type { Found } from './found.ts';
import { matchesOf } from '../matches.ts';

/** What a sentence or clause of a report is about. */
export type Topic =
  'first_response' | 'response' | 'change' | 'effect' | 'consequence' | 'safeguard' | 'situation';

const ABOUT: Readonly<Record<Topic, RegExp>> = {
  first_response:
    /(回収|謝罪|お?詫び|連絡|依頼|通報|訂正|報告|説明|破棄|遮断|隔離|搬送|応急|交換|再発行|停止|組戻し)[^。、\n]{0,10}(済|しました|した(?=[。、\n!が]|$|ところ)|して(い|あ|おり|き)|中(です)?|いただ)|(救急車|警察)[^。、\n]{0,6}呼|ケーブル[^。、\n]{0,6}抜|(called|apologi[sz]ed|recovered|got (it|them) back|unplugged|reported it to)/u,
  response:
    /(謝罪|お?詫び|説明|案内|折り返|回答|お伝え|傾聴|確認|調べ|約束|伝え)[^。、\n]{0,10}(済|しました|した(?=[。、\n!が]|$|ところ)|して(い|おり|お)|する(と|旨|予定)|約束)|(apologi[sz]ed|explained|promised|told (him|her|them) we)/u,
  change:
    /(れ|せ|け|え|め|べ|て)ば(いい|良い|よい|助か|楽|早|済)|たら(どう|いい|楽|助か|早|いかが)|しませんか|ませんか|ましょう|てはどう|ては(いかが|と)|べき|[いえきけしせちてにねびべみめりれ]たい(?=です|と(思|考|存)|ので|[。!！\n]|$)|(て|で)(ほし|欲し)い|できない(です|でしょう)か|(?<![【\[(「])提案(?![】\])」:：書者])|案(です|を)|に(変え|替え|改め|統一|一本化)|したら|how about|should|could we|suggest|propose|instead/u,
  effect:
    /削減|短縮|減(る|り|らせ)|浮(く|き)|効率|楽にな|早くな|省け|なくなる|防げ|下が(る|り)|上が(る|り)|(\d+|[一二三四五六七八九十]+)(分|時間|万円|%|割)[^。、\n]{0,6}(減|短|浮|削)|save|faster|reduce|fewer/u,
  consequence:
    /(恐れ|おそれ|可能性|懸念|かねな|つながり|間に合わな|止まる|起き(る|そう)|漏れ(る|そう)|しそう|危険)|(might|could|may|would) (cause|lead|fail|leak|miss)/u,
  safeguard:
    /(今は|現在は|当面|とりあえず|暫定)[^。\n]{0,20}(確認|点検|対応|直し|止め|二重|手作業)|ダブルチェック|(currently|for now) (we|by)/u,
  situation: /(とき|時|場合|際|方|の相談|の説明|の確認)(に)?(は|には|では|、)|when |if /u,
};

const CLAUSE = /[^。、!?\n]+[。、!?\n]*/gu;
const SENTENCE = /[^。!?\n]+[。!?\n]*/gu;
/** These topics are answered by a whole sentence, the others by a clause. */
const WHOLE_SENTENCES: ReadonlySet<Topic> = new Set(['change', 'situation']);

/** The parts of the text about a topic, joined into one stretch when they follow each other. */
export function findStatement(topic: Topic, text: string): Found<string> | null {
  const parts = matchesOf(text, WHOLE_SENTENCES.has(topic) ? SENTENCE : CLAUSE);
  const first = parts.findIndex((part) => ABOUT[topic].test(part[0]));
  const start = parts[first];
  if (start === undefined) return null;
  let end = first;
  while (ABOUT[topic].test(parts[end + 1]?.[0] ?? '')) end += 1;
  const words = parts
    .slice(first, end + 1)
    .map((part) => part[0])
    .join('');
  return { value: words, start: start.index, end: start.index + words.length };
}

/** 【提案】: what a message is headed with says nothing of the matter. */
const HEADING = /^\s*(?:【[^】\n]{1,12}】\s*)*/u;

/** What is left of the text around a statement, when a full sentence is left. */
export function findRest(text: string, statement: { start: number; end: number }): Found<string> | null {
  const from = HEADING.exec(text)?.[0].length ?? 0;
  const before = text.slice(from, statement.start).trimEnd();
  if (before.length >= 4) return { value: before, start: from, end: from + before.length };
  const after = text.slice(statement.end).trim();
  if (after.length < 4) return null;
  const start = text.indexOf(after, statement.end);
  return { value: after, start, end: start + after.length };
}

/** The longest words in quotation marks: the customer's own. */
export function findQuotation(text: string): Found<string> | null {
  const quotes = matchesOf(text, /「([^」\n]{4,})」|『([^』\n]{4,})』|"([^"\n]{6,})"|“([^”\n]{6,})”/gu);
  const longest = quotes.sort((a, b) => b[0].length - a[0].length)[0];
  if (longest === undefined) return null;
  return {
    value: longest[0].slice(1, -1),
    start: longest.index + 1,
    end: longest.index + longest[0].length - 1,
  };
}
