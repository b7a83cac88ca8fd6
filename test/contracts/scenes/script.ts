import type { Understanding } from '../../../src/domain/understanding.ts';
import { MISHANDED } from '../../scenes/steps.ts';

/** What people say in the scenes, word for word. */
export const WORDS = {
  /** A document with personal data was outside: S3. */
  mishanded: MISHANDED,
  /** With made-up data. */
  withPersonalData: '山田太郎様（基礎年金番号 1234-567890）に、別の方の通知書を送りました',
  unsure: '窓あき封筒の宛名がズレてました',
  unclear: 'うーん',
  twoMatters: '午前に誤送信1件ありました。あと、FAX帳に短縮番号の確認欄を足してほしいです',
  hidesAnError: 'お客様から、振込額が聞いていた額と違うと怒られました。前の説明が間違っていたみたいです',
  hidesAViolation: '「職員が知り合いの年金記録を見て近所で話してる」と窓口でお怒りでした',
  /** Proposals, the second like the first. */
  examples: '申請書の記入例が古いので、作り直したいです',
  chairs: '待合室の椅子が足りないので、椅子を増やしたいです',
  chairsAgain: '待合室の椅子をもっと増やしてはどうでしょう',
  violation: '課長に、受付日をさかのぼって書けと言われてます',
  howTo: '遺族年金の未支給、委任状いる？',
  outage: '窓口端末が全部つながりません。システムが止まっています',
  outageToo: '朝から端末が動かず、窓口の受付ができません',
} as const;

/**
 * Everything else is understood by the recogniser itself. What it is unsure of may be clear to it after the next
 * training, and scene 3 is about what follows.
 */
export const UNDERSTOOD: Readonly<Record<string, Partial<Understanding>>> = {
  [WORDS.unsure]: {
    label: 'incident',
    confidence: 0.6,
    decision: 'choose',
    alternatives: [
      { label: 'risk', confidence: 0.35 },
      { label: 'incident', confidence: 0.6 },
    ],
  },
  [WORDS.unclear]: { label: 'other', confidence: 0.4, decision: 'menu' },
};

/** The answer of everybody who may not see a report, and of whoever asks for one that there is not. */
export const NOT_THERE = 'あなたが見られる報告には、ありませんでした。';
