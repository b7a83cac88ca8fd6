import { namesIn, NO_SPELLING, OF_FORMS, OF_NAMES, REACH } from './names-in.ts';
import type { Finding } from './personal-data.ts';

/** 名は美和。, 名はCarlos Eduardo), 姓は二宮: what of a name is told by itself. */
const PART_IS =
  /(?<![㐀-鿿々〇ァ-ヶー\d] ?)(?:名|姓|苗字|名字)(?:は|が|も|:)「?(?<name>[㐀-鿿々〇ヶ]{1,4}|[ァ-ヶー]{2,8}|(?<=「)[ぁ-ん]{2,5}|[A-Z][a-z]{1,12}(?: [A-Z][a-z]{1,12}){0,2})(?=」|[、。)]|です|だ(?:と|そ|っ)|と(?:いう|の|書)|で[、。す]|$)/dgu;
/** ヤナギサワ ヒロシで検索: only who is looked for is read so. */
const LOOKED_FOR =
  /(?<![ァ-ヶー・])(?<name>[ァ-ヶー]{2,8}[ ・][ァ-ヶー]{2,8})(?=(?:様|さん)?で(?:検索|照会|調べ|引い|名寄せ|登録|入力|呼)|名義|と(?:名乗|申|登録))/dgu;
/** 〔口座番号〕普通 アクツ ミノル: whose account it is. */
const HOLDER =
  /\uE000[)]? ?(?:\(?(?:普通|当座)(?:預金)?\)?)?[ 、/]{1,2}(?:名義)?[ :]?(?<name>[ァ-ヶー]{2,8}[ ・][ァ-ヶー]{2,8})(?=$|[\s。、)」])/dgu;
/** 「葉椰子」と書く, 「むらかみ」とひらがなで, 「トウカイリン」で呼んだら. */
const QUOTED_SO =
  /(?<!」を)「(?<name>[㐀-鿿々〇]{2,4}|[ァ-ヶー]{2,8}|[ぁ-ん]{2,6})(?=」(?:さん|様)?(?:と(?:書く|書い|読む|読み(?!上)|お?呼び|呼ん|署名|記名|ひらがな|カタカナ|かな)|で(?:呼|署名))|です」(?:と|って|、))/dgu;
/** 3 〔基礎年金番号〕 竹花: a line of a list, with nothing else in it. */
const LAST_IN_LINE =
  /(?:^|\n)[ \t]*(?:\d{1,3}[.): ]? ?)?\uE000[ \t、:]{1,2}(?<name>[㐀-鿿々〇]{2,4})(?=\n|$)/dgu;
const NO_ENTRY =
  /[済未有無可否良否要不了中前後分]$|^[未不要再]|確認|照会|完了|返戻|対応|保留|該当|取消|削除|登録|変更|訂正|入力|送付|電話|来所|死亡|[件名人円枚]$/u;

const OF_NAMED = new RegExp(`${OF_NAMES.source}|\\uE000(?:様|さん|さま)|署名|宛名|呼(?:ん|び|ば)`, 'u');

/** Names told by a part of themselves, by what is done with them, or as the only word of a line. */
export function namesToldByThemselves(text: string): Finding[] {
  const wordsOf = ({ start, end }: Finding) => text.slice(start, end);
  return [
    ...namesIn(text, PART_IS).filter((one) => !NO_SPELLING.test(wordsOf(one))),
    ...namesIn(text, LOOKED_FOR),
    ...namesIn(text, HOLDER),
    ...namesIn(text, QUOTED_SO).filter((one) => {
      const around =
        text.slice(Math.max(0, one.start - REACH * 2), one.start) + text.slice(one.end, one.end + REACH);
      return !OF_FORMS.test(wordsOf(one)) && OF_NAMED.test(around);
    }),
    ...namesIn(text, LAST_IN_LINE).filter(
      (one) => !NO_ENTRY.test(wordsOf(one)) && !OF_FORMS.test(wordsOf(one)),
    ),
  ];
}
