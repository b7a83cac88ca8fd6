import type { Cue } from '../../domain/understanding.ts';
import type { Rule } from './rule.ts';
import { findRules } from './rule.ts';

/** Words that may tell a fact of severity, whoever says them: what the models learn from. */
const RULES: readonly Rule<Cue>[] = [
  {
    name: 'sensitive_data',
    pattern:
      /診断書|障害(年金|状態|者手帳|等級)|病(名|歴)|傷病|うつ|精神疾患|生活保護|離婚|滞納(者|処分)|前科|medical|diagnos|disability/gu,
  },
  { name: 'my_number', pattern: /マイナンバー|マイナ(?!ポータル|保険|ス)|個人番号|my ?number/gu },
  {
    name: 'malicious',
    pattern:
      /盗(難|ま|み)|置き?引き|窃盗|強奪|脅(迫|さ|し)|殺す|殺し|殴|暴力|つかみかか|蹴(ら|り)|刃物|爆破|放火|なりすまし|詐欺|故意|わざと|不正(な)?アクセス|標的型|フィッシング|ウイルス|マルウェア|ランサム|横領|着服|売って|theft|stolen|threat|ransom|malware|phishing/gu,
  },
  {
    name: 'press',
    pattern:
      /マスコミ|新聞|記者|テレビ(?!電話)|取材|報道|週刊誌|ネットニュース|journalist|newspaper|reporter|the press/gu,
  },
  { name: 'diet_member', pattern: /議員|国会(?!図書)|代議士|大臣|diet member|politician/gu },
  {
    name: 'injury',
    pattern:
      /(?<![だ届助分向掛負受])けが|怪我|ケガ|負傷|骨折|出血|救急|病院(へ|に)|火傷|やけど|意識(が)?(な|不明|あ)|転倒(?!防止)|injur|ambulance|bleeding/gu,
  },
  {
    name: 'nationwide',
    pattern:
      /全国|全拠点|全事務所|(複数|他|ほか)の?(拠点|事務所|所)(で|でも|にも)(同|発生|起|出)|(もう)?[3-9](件|人|通)目|(もう)?\d{2,}件目|(各地|あちこち)で|nationwide|all offices|several offices/gu,
  },
  {
    name: 'payment_date',
    pattern:
      /支払日|振込日|支給日|年金支払|(支払|振込|支給)(が|に|も)[^。\n]{0,8}(間に合わ|遅れ|止ま)|振込データ|payment date|payday/gu,
  },
  {
    name: 'outside',
    pattern:
      /誤(送付|送信|交付|配|封入)|社外|外部(に|へ|の|から)[^。\n]{0,10}(送|流|漏|見|出)|(別|他|違う|知らない)の?(方|人|お客(様|さん)|家|会社|事業所|世帯)[^。\n]{0,24}(送|渡|届|入って|返|交付|来)|持ち(出|帰)(した|され)?(資料|書類|名簿|データ)[^。\n]{0,12}(紛失|置|盗)|封筒[^。\n]{0,8}逆|漏(えい|洩)|sent to|wrong (person|customer|address)|someone else/gu,
    unlessFollowedBy: /(しそう|しかね)/u,
  },
  {
    name: 'lost',
    pattern:
      /紛失|見当た(らな|らず|りませ)|見つか(らな|らず|りませ)|行方不明|所在(が)?不明|(?<![^がもはのをて、。\s])(な|無)くな(っ|り)(て|た|まし)|置き忘れ|落としまし|盗まれ|置き引き|\b(lost|missing|stolen)\b/gu,
    unlessFollowedBy: /(しそう|しかね|につなが)/u,
  },
  {
    name: 'service_outage',
    pattern:
      /(オンライン|システム|端末|回線|サーバ|窓口装置|ネットワーク|電話|プリンタ)[^。\n]{0,16}(つなが(らな|らず|りま)|繋が(らな|らず|りま)|落ち|止ま|停止|障害(?!年金|者|の状態|状態|等級|厚生|基礎)|ダウン|固ま|フリーズ|動(かな|かず|きませ)|起動(せず|しな|しま))|(?<!無)停電(?!し?たら|用|時|の季節|なし)|断水|(system|network|server|terminals?)[^.\n]{0,20}(down|offline|frozen)|outage/gu,
  },
  {
    name: 'told_not_to_report',
    pattern:
      /(報告|上|本部)(は|を|に)?[^。\n]{0,8}(しなくて(い|よ)い|しないで(くれ|おけ|お)?|するな|上げるな|出すな|しない(方|ほう)がいい)|口止め|黙(っとけ|ってろ|っておけ|っていろ)|なかったことに|told[^.\n]{0,12} not to (report|tell)/gu,
  },
  {
    name: 'staff_named',
    pattern:
      /名指し|担当(者)?の名前(を|が)|(職員|担当者?|窓口|受付)の[^。\n、]{1,6}(さん|氏|とかいう)|named (the )?(clerk|staff|officer)/gu,
  },
  {
    name: 'repeated',
    pattern:
      /(3|三|4|四|5|五)(回|度)目|何度も|繰り返し|また同じ|再三|たびたび|前にも(同|言)|third (time|contact)|again and again|repeatedly/gu,
  },
  {
    name: 'unauthorised_access',
    pattern:
      /不正(な)?アクセス|不正ログイン|乗っ取|(他人|退職者|人)の?(id|アカウント)で|unauthori[sz]ed access|hacked/gu,
  },
  {
    name: 'likely',
    pattern:
      /(必ず|確実に|絶対|間違いなく|近いうち|毎日|時間の問題|頻繁|しょっちゅう|もう限界|そのうち)|sooner or later|bound to/gu,
  },
  {
    name: 'grave',
    pattern: /(命|死|人命|倒壊|浸水|水没|全国|全拠点|年金(の支払|支払)が(止|でき)|大規模)|life|nationwide/gu,
  },
  {
    name: 'serious',
    pattern:
      /(漏(えい|洩)|支払(日)?に間に合|支払が遅|業務(が)?停止|止まる|火災|火事|転倒|けが|怪我|誤送付|紛失|感染)|leak|stop working/gu,
  },
];

/** The cues that the words hint at, each once; `toldCues` (cues/) says which of them a message really tells. */
export function findCues(text: string): Cue[] {
  return findRules(text, RULES).map((finding) => finding.name);
}
