/** How a question ends, and how one is put to colleagues in passing. */
const QUESTION =
  /[?？]\s*$|(ですか|ますか|のか|でしょうか|だっけ|ですかね|教えて(ください|下さい)?|知りたい(です)?)[。.\s]*$/u;
/** A wish is no question, though it ends like one. */
const WISH = /(ませんか|どうですか|いかがでしょうか|ないですか)[?？。.\s]*$/u;

/** Whether the message asks something. */
export function isQuestion(text: string): boolean {
  const asked = text.trim();
  return QUESTION.test(asked) && !WISH.test(asked);
}
