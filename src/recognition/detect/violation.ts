import type { Finding, Rule } from './rule.ts';
import { findRules } from './rule.ts';

export type ViolationSubtype =
  | 'off_duty_browsing'
  | 'falsification'
  | 'concealment'
  | 'embezzlement'
  | 'bribery'
  | 'leak'
  | 'unauthorised_subcontract'
  | 'attendance'
  | 'harassment'
  | 'other_violation';

const ACQUAINTANCE =
  '(知り?合い|知人|友(人|達|だち)|近所|元(妻|夫|彼|カレ|カノ|交際|嫁|旦那)|親戚|親族|家族|芸能人|有名人|タレント|同級生|隣人|ママ友|婚約者|恋人)';
const RECORD = '(記録|住所|情報|年金|納付|データ|履歴|番号|連絡先|見込)';

/** Facts that would be breaches of law or rules, by the subtype they point to. */
const RULES: readonly Rule<ViolationSubtype>[] = [
  {
    name: 'off_duty_browsing',
    pattern: new RegExp(
      `${ACQUAINTANCE}[^。\n]{0,16}?${RECORD}[^。\n]{0,14}?(見|調べ|検索|閲覧|覗|のぞ|引いて|引き出|出し|話|教え|照会)`,
      'gu',
    ),
  },
  {
    name: 'off_duty_browsing',
    pattern:
      /(業務|仕事|担当)(に|と)?(は)?(関係|必要)(の)?な(い|く|し)[^。\n]{0,14}(見|閲覧|検索|照会|開)|目的外(閲覧|利用|照会)|のぞき見|(興味本位|面白半分|私的|個人的|私用|勝手)(な|に|で|の)[^。\n]{0,20}(閲覧|検索|見て|見た|照会|調べ|覗)|見ちゃいけない[^。\n]{0,10}見/gu,
  },
  {
    name: 'off_duty_browsing',
    pattern:
      /(looking up|looked up|looks up|browsing|snooping|checking|searching)[^.\n]{0,40}(record|file|data|celebrit|neighbo|acquaintance|ex-|friend)|(look|looking) at [^.\n]{0,30}(records?|files?) (without|for no)/gu,
  },
  {
    name: 'leak',
    pattern:
      /(職員|担当(者|の人)?|係の人|窓口の人|おたく)[^。\n]{0,30}(しゃべ|喋|広め|言いふら|漏ら|噂|笑い話|話のタネ|を教え(た|てしま|られ)|の名前を(出|挙げ))|\b(clerk|staff|employee|officer)s?\b[^.\n]{0,20}(gossip|told (her|his|my) (ex|husband|wife|neighbo))/gu,
  },
  {
    name: 'off_duty_browsing',
    pattern:
      /(職員|担当(者|の人)?|係の人)(に|が|から)[^。\n]{0,20}(収入|年金|納付|記録|住所|病気|家族)[^。\n]{0,8}(を)?(調べられ|見られ|覗|勝手に)|勝手に[^。\n]{0,10}(記録|年金|情報)[^。\n]{0,4}(を)?(見|開)/gu,
  },
  {
    name: 'bribery',
    pattern: /(礼|金|お菓子代|謝礼|心付け|袖の下)[^。\n]{0,8}(よこせ|包め|包んで|要求|求め(られ|てき))/gu,
  },
  {
    name: 'leak',
    pattern:
      /(情報|記録|データ|名簿|個人情報|リスト|予定価格|住所|秘密|中身|内容)[^。\n]{0,12}(漏らし|漏らす|洩らし|流して|流した|売って|売った|外部の人に|渡して(い|る)|言いふら|喋って|しゃべって)|(近所|外|飲み屋|居酒屋|sns|ブログ|知り合い)[^。\n]{0,10}(で|に)[^。\n]{0,14}(話して|喋|しゃべ|言いふら|書き込|漏ら)|守秘義務|(sold|selling|leaking|leaked|passing) [^.\n]{0,30}(data|list|information|records) (to)/gu,
  },
  {
    name: 'leak',
    pattern:
      /(無断|勝手|こっそり|許可(な|無)(く|し)|自宅|私物)[^。\n]{0,16}(持ち(出|帰)|持って帰|撮影|コピー)/gu,
  },
  {
    name: 'concealment',
    pattern:
      /隠ぺい|隠蔽|内々(で|に)[^。\n]{0,6}(済|処理|片)|上げなくて(い|よ)い|(言わ|伝え)れ?ないよう(に)?言われ|もみ消|握りつぶ|口止め|(なかった|無かった)こと(に|と)|黙(っ|って|っと)(て)?(ろ|おけ|とけ|いろ|おいて|るよう|おくよう|ているよう|とい)|(報告|上|本部)(は|を|に)?[^。\n]{0,8}(しなくて(い|よ)い|上げなくて(い|よ)い|止められ|しないで|するな|上げるな|出すな|しない(方|ほう|よう)|やめ(ろ|と))|(誰にも|どこにも)言うな|隠(し|そう|せ|す)(て|た|と|る|よう)?(いる|い|言|よう)|(told|asked|ordered) (me|us) (not to|to keep)[^.\n]{0,30}(report|quiet|silent|tell)|cover(ed|ing)?[ -](it |this )?up|hush/gu,
  },
  {
    name: 'falsification',
    pattern:
      /改(ざん|竄)|捏造|ねつ造|偽造|虚偽|でっち上げ|(日付|受付日|決裁日|受付印|起案日)[^。\n]{0,8}(さかのぼ|遡|戻して|ずらし|書き換|変えて|変えろ)|(記録|日付|数字|データ|書類|点数|帳簿|内容|金額|時間|勤怠)(を|が|も)?[^。\n]{0,8}書き換え|書き換え(ろ|させ|て(い)?る)|(後|あと)から[^。\n]{0,8}(書き|直し|作)[^。\n]{0,6}(直|換|足)|(実際に?は|本当は)[^。\n]{0,20}(いない|ない|なかった)[^。\n]{0,16}(こと(に|と)|記録|記載|書|済)|(して|やって|行って|かけて)(い)?ない[^。\n]{0,16}(した|やった|済|かけた)[^。\n]{0,4}(こと(に|と)|と記|と書)|代筆|勝手に[^。\n]{0,12}(押印|印鑑|判|ハンコ|サイン|署名)|差し替えろ|backdat|falsif|forg(ed|ing|ery)|fake (record|entr|date|receipt)|alter(ed|ing) (the )?(record|date|log)/gu,
  },
  {
    name: 'embezzlement',
    pattern:
      /横領|着服|流用|ネコババ|くすね|(財布|ポケット|懐)[^。\n]{0,6}(に)?入れ|架空(の|発注|請求|領収)|カラ(出張|発注|伝票)|水増し|私物(を|の)?[^。\n]{0,6}(買|購入)|(経費|公金|備品|切手|印紙|公用車|燃料)[^。\n]{0,14}(私的|私用|家族|持ち帰|換金|転売|自分)|領収書(なし|無し|を偽|を切ら)|embezzl|pocket(ed|ing)|stealing (money|cash|supplies)|fake receipt/gu,
  },
  {
    name: 'bribery',
    pattern:
      /収賄|贈賄|賄賂|わいろ|リベート|キックバック|癒着|談合|(業者|取引先|会社|社長)[^。\n]{0,14}(接待|商品券|金品|ゴルフ|お歳暮|もてなし|奢|おごり|ビール券)|(接待|商品券|金品|謝礼|お金|見返り)[^。\n]{0,8}(を)?(受け|もらっ|貰っ|渡)|便宜(を|供与)|利益(供与|相反)|順番を早め|(bribe|kickback|gift (card|voucher)s? from)/gu,
  },
  {
    name: 'unauthorised_subcontract',
    pattern:
      /再委託|(業者|委託|会社|請負)[^。\n]{0,12}(別|他|よそ|ほか)の?(会社|業者|ところ|とこ|人)[^。\n]{0,10}(やらせ|頼|流|出し|投げ|回し|させ)|丸投げ|下請け?[^。\n]{0,10}(勝手|無断|黙って|やらせ|流)|subcontract/gu,
    unlessFollowedBy: /(先の名簿|の禁止|を禁止|の可否|は禁止)/u,
  },
  {
    name: 'attendance',
    pattern:
      /サービス残業|タイムカード|(勤怠|出勤簿|超勤|残業)[^。\n]{0,14}(改|偽|書き換|付け(させ|られ)|つけ(させ|られ|て手当)|押させ|ごまか|つけるな|付けるな)|(勤務|仕事)(時間)?中[^。\n]{0,10}(副業|私用|パチンコ|飲酒|ゲーム|抜け)|(unpaid overtime|clock(ed|ing)? (in|out) for)/gu,
  },
  {
    name: 'harassment',
    pattern:
      /(パワ|セク|マタ|モラ|アカ|カス)ハラ(?!.{0,6}(対策|研修))|ハラスメント(?!(研修|対策))|(人格|能力)[^。\n]{0,6}(否定|罵)|(部下|新人|派遣|後輩|同僚)[^。\n]{0,18}(怒鳴|暴言|無視|いじめ|嫌がらせ|罵倒|叩|殴)|嫌がらせ|いじめ|仲間外れ|仲間はずれ|(体|身体|肩|腰|胸|尻|お尻)を(触|さわ)|退職(を|し)(ろ|促|迫|強要)|harass|bull(y|ied|ying)|groped|(yells?|shouts?|screams?) at/gu,
  },
  {
    name: 'other_violation',
    pattern:
      /(法令|規程|規則|倫理|コンプライアンス|法律|服務|契約|労基法|下請法)(の)?違反|違法|不正(?!アクセス|受給|な入力|確|解)|内部(通報|告発)|公益通報|(他人|人|退職者|前任)の?(id|パスワード|アカウント)[^。\n]{0,12}(使|決裁|ログイン)|(id|パスワード)[^。\n]{0,6}(使い回|共有)[^。\n]{0,10}(決裁|他人)|飲酒運転|(これ|それ|あれ)って[^。\n]{0,10}(まず|やば|アウト|違反|問題)|\b(illegal|violation|misconduct|against the (law|rules)|breach(ing|es)? (of )?(the )?(rules|law|policy))\b/gu,
    unlessFollowedBy: /(ではない|防止|研修|件数|対策)/u,
  },
];

/** What in the text would be a violation, with the words. */
export function findViolations(text: string): Finding<ViolationSubtype>[] {
  return findRules(text, RULES);
}
