import type { Detector } from './personal-data.ts';

/** INC-26-7KQ4M and the like, in any typing. */
const REPORT_NUMBER =
  /(?<![A-Za-z0-9])(?:INC|PRP|VOC|CMP|RSK|KNW)[ -]?\d{2}[ -]?(?=\d{0,4}[A-Z])[0-9A-HJKMNP-TV-Z]{5}(?![A-Za-z0-9])/giu;
/** A business, not a person: 事業所整理記号 12-アイウ, 事業所番号 12345. */
export const BUSINESS_NUMBER =
  /(?:事業所(?:整理)?(?:記号|番号)|整理記号)(?:[・、]?番号)?[\s:はが「]{0,3}(?:\d{2,5}(?:[ -]?[ァ-ヶーA-Za-z0-9]{1,4})?|(?:\p{Script=Han}{1,4} ?は? ?)?[ァ-ヶーA-Z]{1,4}(?![ァ-ヶーA-Za-z]))(?:[\s・、-]{0,2}(?:(?:事業所)?番号[\s:はが]{0,3})?\d{5}(?!\d))?/gu;
/** ねんきんダイヤル 0570-…: a line that is announced to everybody. */
const PUBLIC_LINE =
  /(?=0\d)(?:(?<=(?:ダイヤル|代表電話|代表番号|コールセンター)[\s:はが(「]{0,3})0\d{1,4}[-(]?\d{1,4}[-)]?\d{3,4}(?!\d)|(?<=(?:代表|予約(?:電話)?|案内|窓口)[\s:はが(「]{0,3})0(?:120|570|800)[-(]?\d{2,3}[-)]?\d{3,4}(?!\d))/gu;
const CORPORATE_NUMBER =
  /(?<![\d-]|(?:マイナンバー|個人番号|証書番号|アクセスキー|銀行.?番号)[\s:はが「]{0,3})(?:\d{13}|\d(?:-\d{4}){3})(?!\d|-\d)/g;
const MONEY = /[¥\\] ?\d{1,12}(?:,\d{3})*|(?<![\d.-])\d{1,3}(?:,\d{3})+(?!\d|番地|-\d)/gu;

/** 年金太郎: nobody. */
const MODEL_PERSON = /(?:年金|見本|厚生|国民|基礎) ?(?:太郎|花子|一郎|次郎)(?!様|さん|さま|殿|氏)/gu;
/** 年金太郎様という記入例, 山田太郎(見本). */
const OF_EXAMPLE = /様?(?:(?:という|の)(?:記入例|記載例|見本)| ?\((?:記入例|記載例|見本|サンプル)\))/gu;
const NAME_BEFORE = /(?<!\p{Script=Han})\p{Script=Han}{2,3} ?\p{Script=Han}{1,3}$/u;
const LONGEST_NAME = 8;

/** Numbers that everybody may read and that must survive masking. */
export const detectPublicNumbers: Detector = (text) => [
  ...[REPORT_NUMBER, BUSINESS_NUMBER, PUBLIC_LINE, CORPORATE_NUMBER, MONEY, MODEL_PERSON].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
      kind: 'public' as const,
      start: index,
      end: index + words.length,
    })),
  ),
  ...Array.from(text.matchAll(OF_EXAMPLE)).flatMap(({ index: end }) => {
    const name = NAME_BEFORE.exec(text.slice(Math.max(0, end - LONGEST_NAME), end))?.[0] ?? '';
    return name === '' ? [] : [{ kind: 'public' as const, start: end - name.length, end }];
  }),
];
