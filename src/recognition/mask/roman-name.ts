import { groupsIn } from './matched-groups.ts';
import type { Detector } from './personal-data.ts';
import { ROMAN_SURNAME } from './surnames.ts';

const WORD = "[A-Z](?:'[A-Z])?[A-Za-z-]{1,15}";
const TITLED = new RegExp(`\\b(?:Mr|Mrs|Ms|Miss|Mx)\\.? ?(${WORD}(?: ${WORD}){0,2})`, 'dgu');
const LABELLED = new RegExp(
  `\\b(?:[Nn]ame(?: is|:)|[Cc]ustomer(?: named)?|[Nn]amed|[Cc]alled) (${WORD}(?: ${WORD}){0,2})`,
  'dgu',
);
const FULL = new RegExp(
  `(?<![A-Za-z])(?!(?:Mr|Mrs|Ms|Miss|Mx|Dr)\\b)(${ROMAN_SURNAME},? ${WORD}(?: ${WORD})?|${WORD} ${ROMAN_SURNAME}(?: (?:${WORD}|[A-Z](?![A-Za-z])))?)(?![A-Za-z])`,
  'dgu',
);
const NOT_NAMES =
  /^(?:The|At|In|From|To|For|By|With|And|Or|But|Dear|Hello|Our|This|That|On|Near|Yes|No)\b|\b(?:Office|Branch|Pension|City|Ward|Station|Center|Centre|Manager|Section|Department|Back|Service|Support|Helpdesk|Again|Today|Yesterday|When|Park|Voice|Number|Name)\b/u;

/** From: Maria Fernandes <…>. */
const SENDER = new RegExp(
  `(?:From|差出人|送信者|署名)(?:: ?|は|が)?「?((?:[A-Z]\\. ?)?${WORD}(?: ${WORD}){0,2})(?= ?(?:<|\\n|。|」|と|$))`,
  'dgu',
);

/** Names in English sentences: Mr. X, the name is X Y, and full names with a known surname. */
export const detectRomanNames: Detector = (text) =>
  [TITLED, LABELLED, FULL, SENDER]
    .flatMap((pattern) => groupsIn(text, pattern, 'name'))
    .filter(({ start, end }) => !NOT_NAMES.test(text.slice(start, end)));
