/** Hepburn spelling of the hiragana from U+3041 on; `q` doubles what follows, `Y` joins it to the sign before. */
const SPELLING = (
  'a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji q tsu zu te de to do ' +
  'na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo Ya ya Yu yu Yo yo ra ri ru re ro ' +
  'wa wa i e o n vu'
).split(' ');

const FIRST = 0x3041;
/** Katakana stand in the same order, so many signs further. */
const TO_KATAKANA = 0x60;

/** Kana in Latin letters; everything else stays. */
export function romaji(text: string): string {
  return [...text]
    .map(spell)
    .join('')
    .replaceAll(/q([a-z])/g, '$1$1')
    .replaceAll(/(sh|ch|j)iY/g, '$1')
    .replaceAll('iY', 'y')
    .toLowerCase();
}

function spell(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const hiragana = code >= FIRST + TO_KATAKANA ? code - TO_KATAKANA : code;
  return SPELLING[hiragana - FIRST] ?? sign;
}

/** Levels the ways in which the same sound is spelt: long vowels, n before b, m and p. */
export function levelled(latin: string): string {
  return latin
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replaceAll(/[ou]u|oo/g, (long) => long.charAt(0))
    .replaceAll(/m(?=[bmp])/g, 'n')
    .replaceAll('tch', 'cch');
}
