import { BUSINESS_NUMBER } from './public-numbers.ts';

/** What raises the severity by being touched at all (system faults and the disability centre are not meant). */
const SENSITIVE: readonly (readonly [flag: string, words: RegExp])[] = [
  [
    'disability',
    /障害(?:者|児|の?等級|状態|認定|手帳|手当|基礎|厚生|福祉|年金(?!センター|業務部))|(?:身体|知的|精神|発達)障害|\bdisabilit/iu,
  ],
  [
    'disability',
    /(?<![\d-])\d{4}-?\d{6}-?(?:1350|5350|6350)(?!\d|-\d)|年金コード[\s:は]{0,3}(?:1350|5350|6350)/u,
  ],
  [
    'illness',
    /診断書|病名|傷病|難病|癌|がん(?:患者|治療|検診|で|の|と診断)|うつ病|鬱|精神疾患|統合失調|認知症|人工透析|脳梗塞|糖尿病|medical certificate|\bdiagnos/iu,
  ],
  ['arrears', /滞納|差し?押さ?え|\barrears\b/iu],
  ['divorce', /離婚|\bdivorce/iu],
  ['welfare', /生活保護|生保受給|\bwelfare\b/iu],
  ['business_number', new RegExp(BUSINESS_NUMBER.source, 'u')],
];

/** Flags of the folded text, each once, in a fixed order. */
export function sensitiveFlags(text: string): string[] {
  return [...new Set(SENSITIVE.filter(([, words]) => words.test(text)).map(([flag]) => flag))];
}
