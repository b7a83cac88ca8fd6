import { matchesOf } from '../matches.ts';

/** Where a writer turns to something else. Only at the beginning of a sentence or a line. */
const TURN =
  /^(あと(、|は|、?もう|ひとつ|一つ|1つ|別)|それと|それから、?別|別件|話(は)?(変わ|かわ)|もう(一|1|ひと)(つ|件|点)|ついでに|ちなみに別|あわせて|併せて|加えて|also[,\s]|another thing|separately|one more thing|by the way)/u;
const BULLET = /^\s*([・●○■◆*•]|[-ー](?=\s)|[（(]?\d{1,2}[)）.、:](?!\d)|[①-⑳])\s*/u;
const SENTENCE = /[^。!?\n]*[。!?\n]*/gu;

/** A stretch of the normalised text that may be a matter of its own. */
export interface Passage {
  start: number;
  end: number;
}

/** Where a message may hold several matters: at turns of phrase and numbered points. One passage when it holds none. */
export function splitPassages(text: string): Passage[] {
  const sentences = matchesOf(text, SENTENCE).filter((match) => match[0].trim() !== '');
  const bullets = sentences.filter((match) => BULLET.test(match[0])).length;
  const passages: Passage[] = [];
  for (const match of sentences) {
    const end = match.index + match[0].length;
    const last = passages.at(-1);
    if (last === undefined || startsMatter(match[0], bullets)) passages.push({ start: match.index, end });
    else last.end = end;
  }
  return passages;
}

/** What only leads over to the matter, at the beginning of a passage: 「あと、」「それと、」「2. 」. */
const LEAD =
  /^\s*(?:(?:あと|それと|それから|別件(?:です|で|ですが)?|ついでに|あわせて|併せて|加えて|ところで|also|by the way)\s*[、,]\s*)?/iu;

/** The passage's own words, without what joins it to the one before. A passage that is nothing else stays as it is. */
export function withoutLead(passage: string): string {
  const own = passage.replace(BULLET, '').replace(LEAD, '').trim();
  return own === '' ? passage : own;
}

function startsMatter(sentence: string, bullets: number): boolean {
  return TURN.test(sentence.trimStart()) || (bullets >= 2 && BULLET.test(sentence));
}
