import type { Finding, Rule } from './rule.ts';
import { findRules } from './rule.ts';

export type IncidentSubtype =
  | 'misdelivery'
  | 'loss'
  | 'delay'
  | 'input_error'
  | 'explanation_error'
  | 'decision_error'
  | 'document_error'
  | 'intake_handling'
  | 'custody_handling'
  | 'record_correction'
  | 'other_clerical';

const SOMEONE_ELSE =
  '(別|他|違う|ちがう|知らない|よそ|隣)の?(方|人|お客(様|さん)|受給者|事業所|会社|世帯|家)';
const PAPER =
  '(通知|書類|書面|証|届|封筒|手紙|はがき|ハガキ|案内|控え|コピー|写し|資料|紙|名簿|診断|請求|申請|納付|返信|謄本|票|データ|メール|fax)';

const STRANGERS_PAPER = `${SOMEONE_ELSE}(の|宛の?|あての?)[^。\n]{0,14}?${PAPER}[^。\n]{0,24}?`;

/** Facts that are clerical errors by us, by the subtype they point to; the first that holds names the subtype. */
const RULES: readonly Rule<IncidentSubtype>[] = [
  {
    name: 'misdelivery',
    pattern: /誤(送付|送信|交付|封入|配|発送|って(送|渡|発送|交付|郵送|返却|手渡))/gu,
    unlessFollowedBy: /(しそう|しかね|の(恐|おそ|懸念|リスク))/u,
  },
  {
    name: 'misdelivery',
    pattern: new RegExp(`${STRANGERS_PAPER}(入って|混ざ|混入|届|送|渡|交付|来|返)`, 'gu'),
  },
  {
    name: 'misdelivery',
    pattern: new RegExp(
      `${SOMEONE_ELSE}(へ|に|宛に?|の(ところ|家|所|住所|番号)(へ|に))[^。\n]{0,16}?(送|渡|届|返|交付|発送|郵送|fax)`,
      'gu',
    ),
  },
  {
    name: 'misdelivery',
    pattern: new RegExp(
      `(宛名|宛先|送り?先|送信先|番号|封筒|中身)[^。\n]{0,10}?(違っ|違う|間違|まちが|逆|入れ替|ズレ|ずれ|取り?違え)`,
      'gu',
    ),
  },
  {
    name: 'misdelivery',
    pattern:
      /(間違|まちが|ミスっ)(え|っ)?て?[^。\n]{0,10}?(送|渡|発送|交付|返却|fax)|(送|渡し)間違|bcc漏れ|(cc|宛先)に入れて|置きっぱなし[^。\n]{0,20}見|混入して|(fax|メール)[^。\n]{0,8}(間違|誤)/gu,
  },
  { name: 'misdelivery', pattern: /当所のお客様(宛|あて)?(で|では)な/gu },
  {
    name: 'misdelivery',
    pattern:
      /\b(sent|gave|handed|mailed|faxed|emailed|delivered|posted)\b[^.\n]{0,60}\b(wrong|another|someone else|other (person|customer))|wrong (person|customer|envelope|address|fax|recipient)|misdeliver|someone else's (notice|letter|document|form|papers)/gu,
  },
  {
    name: 'loss',
    pattern:
      /紛失|見当た(らな|らず|りませ)|見つか(らな|らず|りませ)|所在(が)?不明|行方不明|行方が?分から|置き忘れ|どこを探しても|どっかいっ|なくな(っ|り)(て|た|まし)|無くな(っ|り)(て|た|まし)|なくしてしま|なくしちゃ|落としまし|出てこない/gu,
    unlessFollowedBy: /(しそう|しかね|につなが|の(恐|おそ|懸念|リスク))/u,
  },
  { name: 'loss', pattern: /\b(lost|missing|misplaced|can't find|cannot find|disappeared)\b/gu },
  {
    name: 'custody_handling',
    pattern:
      /誤廃棄|(誤って|間違えて|間違って)[^。\n]{0,12}(廃棄|捨て|シュレッダー|裁断)|(裏紙|シュレッダー)[^。\n]{0,10}(使|かけ)|保存年限内/gu,
  },
  {
    name: 'intake_handling',
    pattern: /(受付(印|日|簿|票)|受付)[^。\n]{0,10}(押し忘|漏|誤|間違|入れ忘|忘れ)/gu,
  },
  {
    name: 'explanation_error',
    pattern:
      /説明(誤り|ミス)|(誤|間違|まちが)(った|えた|って|えて|い)(の)?[^。\n]{0,4}(説明|案内|回答|伝え|教え)|(説明|案内|回答|話)[^。\n]{0,12}(間違|誤り|誤っ|違って|違う|違った|と違)|聞いていた[^。\n]{0,8}と違|\b(wrong|incorrect) (explanation|information|advice|amount)|(told|explained)[^.\n]{0,30}(wrong|incorrectly)|explanation[^.\n]{0,20}wrong/gu,
  },
  {
    name: 'record_correction',
    pattern: /記録訂正(の)?(誤|漏)|(記録|番号)[^。\n]{0,10}(統合|訂正)[^。\n]{0,10}(誤|間違|漏)/gu,
  },
  {
    name: 'input_error',
    pattern:
      /(入力|登録|打ち|打鍵|転記|キー)[^。\n]{0,8}(誤|間違|ミス|違い|ずらし|漏れ|忘れ)|誤(入力|登録)|桁(を|が)?(違|間違|ずれ)|(1|一)番違い|(取り?違え|読み違え|見間違え)て?[^。\n]{0,10}(登録|入力|処理)|別人(の|に)[^。\n]{0,14}(登録|入力|処理|記録)|(mistyped|typed the wrong|entered (the )?wrong|input error|data entry error|wrong (date|digit|number|account))/gu,
  },
  {
    name: 'decision_error',
    pattern:
      /(決定|裁定|認定|審査|支給|加算|加給|振替|支払|振込|徴収|保険料|還付|納付)[^。\n]{0,10}(誤り|誤っ|漏れ|漏れて|ミス|間違|過大|過少)|過払い|未払い|二重払い|二重に(払|支払|振|引)|過徴収|未徴収|誤還付|加算漏れ|支給漏れ|多く(払|支払|引|振)|足りない(額|金額)|振込額[^。\n]{0,10}(違|間違)|(overpaid|underpaid|paid twice|paid double|double payment|wrong decision|wrong amount)/gu,
  },
  {
    name: 'delay',
    pattern:
      /(処理|手続|入力|回付|発送|連絡|対応|審査|送付|届)[^。\n]{0,8}(漏れ|遅れ|遅延|忘れ|失念|放置|していなかっ|してなかっ|されていなかっ|されていない|されてな|止まって)|未処理|寝かせ|放置|滞留して|(机|引き出し|キャビネット|書庫|倉庫|ロッカー|棚)[^。\n]{0,10}(から|に)[^。\n]{0,14}(出てき|見つか|発見|残って)|期限を過ぎ|\b(unprocessed|forgot to process|never processed|overdue|sat (on|in))\b/gu,
    unlessFollowedBy: /(しそう|しかね|の(恐|おそ|懸念|リスク|可能性))/u,
  },
  {
    name: 'document_error',
    pattern: new RegExp(
      `${PAPER}[^。\n]{0,12}?(誤記|誤植|印字|記載|印刷)[^。\n]{0,8}?(誤|間違|ミス|ずれ|ズレ|漏れ)|(氏名|名前|住所|金額|日付)[^。\n]{0,8}?(間違|誤)[^。\n]{0,10}?(発行|印刷|印字|送)|作成誤り|(misprint|printed wrong|printing error)`,
      'gu',
    ),
  },
  {
    name: 'other_clerical',
    pattern:
      /事務処理(誤り|ミス)|手違い|(こちら|当方|当所|うち|年金事務所|そちら|職員)の?[^。\n]{0,6}(ミス|誤り|間違い|落ち度)|やらかし|(前|以前|前回)[^。\n]{0,8}(間違っ|誤っ)/gu,
  },
];

/** What in the text would be a clerical error, with the words. */
export function findClericalErrors(text: string): Finding<IncidentSubtype>[] {
  return findRules(text, RULES);
}

const HAS_STRANGERS_PAPER = new RegExp(`${STRANGERS_PAPER}(入って|混ざ|混入|同封|届|来|返)`, 'u');

/** Whether somebody got a paper of somebody else: a leak however kindly it is told. */
export function tellsOfStrangersPaper(text: string): boolean {
  return HAS_STRANGERS_PAPER.test(text);
}
