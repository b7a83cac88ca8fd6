const DENIAL =
  /^[㐀-鿿々〇]{0,3}(とか|など)?(は|も|が|を|では|じゃ|に)?(今のところ)?(して|されて|なって|あって)?(は|も)?(い|おり)?(ゼロ|ない|なかった|ません|ませんでした|ありません|無し|なし(?!に)|無い|ず(?=[、。に]|$))/u;
const ENGLISH_DENIAL =
  /\b(no|not|never|nothing|wasn't|isn't|didn't|hasn't|haven't|without)\b[^.!?\n]{0,12}$/u;
/** 「〜かもしれない」「〜しか…ない」「〜ではないか」 deny nothing; nor does a missing thing that 「ない」 itself reports. */
const NO_DENIAL =
  /^[^。、.!?\n]{0,6}(かもしれ|かもわか|しか|ではない(です)?か|じゃない(です)?か|んじゃない|ではないでしょう|に違いな|しなければ|くない(です)?か)/u;

/** Whether what ends at `end` is denied by the words around it: 「誤送付ではなかった」, "nothing was lost". */
export function isNegated(text: string, end: number): boolean {
  const after = text.slice(end, end + 20);
  if (NO_DENIAL.test(after)) return false;
  return (
    DENIAL.test(after) || ENGLISH_DENIAL.test(text.slice(Math.max(0, end - 30), end).replace(/\S+$/u, ''))
  );
}

const FOUND_AGAIN =
  /見つか(った|りまし)|出てき(た|まし)|から(出ま|出た)|戻ってき(た|まし)|\b(turned up|found it|was found)\b/u;

/** Whether what was missing has turned up: 「紛失と報告した届書、出てきました」. */
export function hasTurnedUp(text: string): boolean {
  return FOUND_AGAIN.test(text);
}

const RESTORED =
  /復旧(しま|済|した|でき)|直りま|直った|解消(しま|し)|(今は|現在は)(動|つなが|使え)|帰(りま|って行|られま)|退去(しま|し)|\b(restored|working again|back up|resolved)\b/u;

/** Whether what was broken works again, or who caused the trouble has gone. */
export function isRestored(text: string): boolean {
  return RESTORED.test(text);
}
