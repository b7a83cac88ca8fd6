const CORRECTION =
  /^(やっぱり|やはり|やっぱ|間違(い|え)(でした|ました)|すみません、?(間違|やっぱり|訂正)|訂正|修正)|訂正(です|します|させて|して)|(では|じゃ)な(く|くて)[、\s]?[^。\n]{1,20}(です|でした|に(して|直|変え))|(に|へ)(直して|変えて|訂正して|修正して)|\b(actually|correction|i meant|sorry, (it|that)|make (it|that))\b/u;

/** Whether the message changes something said before. */
export function isCorrection(text: string): boolean {
  return CORRECTION.test(text.trimStart());
}
