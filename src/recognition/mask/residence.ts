import { groupsIn } from './matched-groups.ts';
import type { Detector, Finding } from './personal-data.ts';
import { isWard, MUNICIPALITY, PREFECTURE } from './places.ts';
import { matchesOf } from '../matches.ts';

const AREA = `${PREFECTURE}? ?${MUNICIPALITY}`;
const TOWN = '[㐀-鿿々〇ヶケノ]{2,8}';
const LABELLED = new RegExp(
  `(?:住所|居所|お住まい)[\\s:はが「]{1,3}${AREA} ?(${TOWN})(?=$|[\\s。、」)]|です|でし|に|の|から|へ)`,
  'dgu',
);
/** Looked for from its end, so that a run of kanji without these words costs nothing. */
const LIVING = /に?(?:お住まい|在住|居住|お?住んで)/gu;
const LIVED_IN = new RegExp(`${AREA} ?(?<town>${TOWN})$`, 'u');
/** 川口市芝…までしか聞き取れず: as far as it was heard. */
const BROKEN_OFF = /(?:…{1,2}|・{2,3}|\.{2,3}|~|[、 ])?(?:まで(?:しか|で|は)|で(?:切れ|途切|止ま))/gu;
const HEARD = new RegExp(`${AREA} ?(?<town>[㐀-鿿々〇ァ-ヶノ]{1,8})$`, 'u');
/** 高知市大津乙の〔氏名〕氏: where somebody is from who is named next. */
const FROM_WHERE = /の(?=\uE000 ?(?:様|さま|さん|氏|殿))/gu;
/** 松山市水道局の〔氏名〕様 works there. */
const NO_TOWN = '[課係局所署室院会社店校園館寺庁組団部場者人員職業等内在住方面役区]';
const FROM_TOWN = new RegExp(`${AREA} ?(?<town>${TOWN}(?<!${NO_TOWN}))$`, 'u');
const LOOK_BACK = 40;

/** 1-2-3 Mihon-cho: English puts the number first. */
const ENGLISH = /(?<![\d-])(\d{1,4}(?:-\d{1,4}){1,3},? [A-Z][a-z]{1,16}(?:-| )(?:cho|machi|dori|chome)\b)/dgu;

/** 番地は〔住所〕と2-7-6: a further one. */
const SAME_TOWN =
  /(?<=\uE000[^。\n]{0,6}同)(\d{1,5}(?:-\d{1,4}){0,3}(?:番地?\d{0,4}号?)?)(?![\d,円月日年])/dgu;
/** 番地の打ち間違い3868で: a house number put right. */
const SLIP_OF_NUMBER =
  /(?<=\uE000[^。\n]{0,4}(?:番地|地番|号室|部屋番号)の?(?:打ち?間違い?|書き?間違い?|誤り?|違い|相違)[^。\n\d]{0,6})(\d{1,5}(?:-\d{1,4}){0,3})(?![\d,円月日年件]|-\d)/dgu;
/** ジュウショ:ゴウツシワタヅチョウ1-302: in kana where the municipality ends is not to be seen. */
const IN_KANA = /ジュウショ[ :]{0,3}([ァ-ヶー ]{4,40}\d{1,5}(?:-\d{1,5}){0,4})(?![\d,]|-\d)/dgu;
const FURTHER = /(?<=(?:番地|住所)[^。\n]{0,20}\uE000と)(\d{1,4}(?:-\d{1,4}){1,3})(?![\d,]|-\d)/dgu;

/** An address told without a house number: the town behind the municipality. */
export const detectResidences: Detector = (text) =>
  [
    ...[LABELLED, ENGLISH, FURTHER, SAME_TOWN, SLIP_OF_NUMBER, IN_KANA].flatMap((pattern) =>
      groupsIn(text, pattern, 'address'),
    ),
    ...townsBefore(text, LIVING, LIVED_IN),
    ...townsBefore(text, BROKEN_OFF, HEARD),
    ...townsBefore(text, FROM_WHERE, FROM_TOWN),
  ].filter(({ start, end }) => !isWard(text, start, end));

function townsBefore(text: string, words: RegExp, place: RegExp): Finding[] {
  return matchesOf(text, words).flatMap(({ index: end }) => {
    const town = place.exec(text.slice(Math.max(0, end - LOOK_BACK), end))?.groups?.['town'] ?? '';
    return town === '' ? [] : [{ kind: 'address' as const, start: end - town.length, end }];
  });
}
