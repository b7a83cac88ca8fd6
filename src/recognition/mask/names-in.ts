import { groupsIn } from './matched-groups.ts';
import type { Finding } from './personal-data.ts';

/** Who speaks of a spelling without one. */
export const NO_SPELLING =
  /同|不明|旧字|新字|未|確認|別|違|正|外字|異体|読|以下|[上下]記|一文字|難|誤|常用|漢字|変換|不要|省略|記入|入力/u;
/** What is spoken of where names are put right. */
export const OF_NAMES = /聞き(?:間違|違)|名前|氏名|姓|名字|苗字|漢字|フリガナ|ふりがな|カナ|読み/u;
/** Words of forms, which are put right as well. */
export const OF_FORMS =
  /[欄字様号書届票証年月日有無男女済可否式類]|旧姓|新姓|通称|本名|記入|入力|表示|変更|必須|任意|カナ|ふりがな|フリガナ|氏名|名前|本人|代理|電話|住所|番号|郵便|口座/u;
/** How far around a name is looked, in signs. */
export const REACH = 16;

/** What a pattern's groups take for names. */
export function namesIn(text: string, pattern: RegExp): Finding[] {
  return groupsIn(text, pattern, 'name');
}
