import type { Label } from '../../domain/understanding.ts';
import { findClericalErrors } from './clerical-error.ts';
import type { Finding, Rule } from './rule.ts';
import { findRules } from './rule.ts';
import { findViolations } from './violation.ts';

/** Incidents that are no clerical errors; they are looked for first, because they may mention papers too. */
const OUTSIDE_RULES: readonly Rule[] = [
  {
    name: 'crime',
    pattern:
      /盗(難|ま)|置き?引き|不審者|不審物|脅(迫|さ|し)|殺す|殺し|殴|暴力|つかみかか|蹴(ら|り)|刃物|爆破|放火|なりすまし|不当要求|居座|不退去|割られ|侵入|入り込|警察|110番|threat|stole|stolen|intruder|police/gu,
  },
  {
    name: 'security',
    pattern:
      /標的型|フィッシング|ウイルス|マルウェア|不正(な)?アクセス|不審なメール|変なメール|(添付|リンク|url)[^。\n]{0,10}(開|押|クリック|踏)|usb|乗っ取|phishing|malware|(clicked|opened)[^.\n]{0,20}(link|attachment)|hacked/gu,
  },
  {
    name: 'system_outage',
    pattern:
      /(オンライン|システム|端末|回線|サーバ|窓口装置|ネットワーク|バッチ|夜間処理|フォルダ|プリンタ)[^。\n]{0,20}(つなが(らな|らず|りま)|繋が(らな|らず|りま)|落ち|止ま|停止|障害|ダウン|固ま|フリーズ|動(かな|かず|きませ)|起動(せず|しな|しま)|白い画面|切れ(た|まし)|異常|途中終了|空振り)|停電|(システム|端末)障害|outage|(system|network|server|terminals?|printer)[^.\n]{0,24}(down|offline|frozen|crash|stopped)/gu,
  },
  {
    name: 'accident',
    pattern:
      /転倒|転ん|けが|怪我|ケガ|救急|骨折|追突|衝突|交通事故|漏水|水漏れ|断水|火災|ボヤ|火事|地震|閉じ込め|やけど|ガラス|指を挟|倒れ(て|た|まし)|accident|injur|ambulance|fell (down|over)|flood|fire\b/gu,
  },
];

/** Subtypes of incidents that are no errors of our own. */
export const OUTSIDE_INCIDENTS: ReadonlySet<string> = new Set(OUTSIDE_RULES.map((rule) => rule.name));

const BY_LABEL: Partial<Record<Label, readonly Rule[]>> = {
  risk: [
    {
      name: 'security',
      pattern:
        /パスワード|usb|ログイン|アカウント|ウイルス|偽メール|セキュリティ|暗証|mfa|覗|個人情報|漏えい|漏洩|password|phishing|security/gu,
    },
    {
      name: 'system',
      pattern:
        /システム|サーバ|os|バックアップ|バグ|マクロ|回線|端末|証明書の|移行|システム障害|保守|server|system|backup/gu,
    },
    {
      name: 'disaster',
      pattern:
        /台風|地震|大雨|浸水|水没|雪|停電|火災|火事|避難|棚|天井|階段|感染|インフルエンザ|typhoon|earthquake|flood|fire/gu,
    },
    {
      name: 'new_work',
      pattern: /制度改正|法改正|制度変更|新(制度|業務|様式|システム)|施行日|適用拡大|new (rule|law|system)/gu,
    },
    { name: 'trust', pattern: /(偽|なりすま|詐欺|sns|拡散|報道|風評|信頼)|scam|rumou?r/gu },
    { name: 'clerical', pattern: /[\s\S]/gu },
  ],
  proposal: [
    { name: 'form', pattern: /様式|通知書|届書|申請書|用紙|記入例|封筒|はがき|枚|帳票|form\b/gu },
    {
      name: 'system',
      pattern:
        /システム|画面|rpa|ai-?ocr|自動|電子|アプリ|データ|チャットボット|ツール|マクロ|excel|teams|検索|system|screen|automat|tool/gu,
    },
    {
      name: 'counter',
      pattern: /窓口|電話|待ち時間|予約|受付|番号札|案内|相談|お客様|呼び出し|counter|phone|queue/gu,
    },
    { name: 'law', pattern: /制度|法令|法律|省令|要件|law|legislation/gu },
    { name: 'outsourcing', pattern: /委託|外注|業者|郵送|発送|物流|便|contractor|delivery/gu },
    {
      name: 'workplace',
      pattern:
        /職場|経費|朝礼|会議|休憩|服装|照明|備品|研修|在宅|テレワーク|ロッカー|会議|meeting|office supplies|training/gu,
    },
    { name: 'procedure', pattern: /[\s\S]/gu },
  ],
  knowledge: [
    { name: 'qa', pattern: /q&a|faq|よくある(質問|問い合わせ)|[?]/gu },
    { name: 'returned_documents', pattern: /返戻|差し戻/gu },
    { name: 'lesson', pattern: /教訓|反省|学んだ|過去事例|失敗|lesson/gu },
    {
      name: 'tool',
      pattern:
        /excel|マクロ|テンプレ|様式|ショートカット|csv|検索|システム|端末|ツール|シート|フォルダ|shortcut|template/gu,
    },
    { name: 'judgement', pattern: /判断|取扱い|場合は|要件|期間|対象|届|年金|請求|確認/gu },
    { name: 'good_practice', pattern: /[\s\S]/gu },
  ],
};

/** The subtype that the words of a message name for its type, with the words; null when they name none. */
export function findSubtype(label: Label, text: string): Finding | null {
  if (label === 'incident') return findRules(text, OUTSIDE_RULES)[0] ?? findClericalErrors(text)[0] ?? null;
  if (label === 'compliance') {
    return findViolations(text).find((finding) => finding.name !== 'other_violation') ?? null;
  }
  return findRules(text, BY_LABEL[label] ?? [])[0] ?? null;
}

/** Whether a text tells of a crime, an accident, an outage or a security event, not of an error of our own. */
export function isOutsideIncident(text: string): boolean {
  return findRules(text, OUTSIDE_RULES).length > 0;
}
