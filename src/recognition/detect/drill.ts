/** A bracketed mark, a sentence that opens with it, or a plain statement; never the plan or the lack of a drill. */
const DRILL =
  /[【[(<「]\s*(訓練|演習|テスト|drill|exercise|test)\s*[】\])>」]|^\s*(これは)?(訓練|演習)(です|[::。、]|\s|の(第一報|連絡|報告|通報))|(訓練|演習)(です|の(第一報|報告|一環))|(訓練|演習)として(送|報告|連絡)|\b(this is (only )?a (drill|test|exercise)|drill:)/u;
const MARKS = /[【[(<「]\s*(訓練|演習|テスト|drill|exercise|test)\s*[】\])>」]\s*/giu;
const NOT_A_DRILL = /(訓練|演習)(では|じゃ)(ない|なく|あり)|not a drill/u;

/** Whether the message calls itself a drill. It may still be real: the dialog asks. */
export function isDrill(text: string): boolean {
  return DRILL.test(text) && !NOT_A_DRILL.test(text);
}

/** The words of what turned out to be real: left in, the mark would still call it a drill. */
export function withoutDrillMark(text: string): string {
  return text.replace(MARKS, '').trim();
}
