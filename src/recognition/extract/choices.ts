import type { Rule } from '../detect/rule.ts';
import { findRules } from '../detect/rule.ts';
import type { Found } from './found.ts';

/** Answers of choice fields that the words of a message give; the first rule that holds wins. */
const CHOICES = {
  recovered: [
    {
      name: 'not_yet',
      pattern:
        /未回収|回収(未了|不能|不可|困難)|回収[^。、\n]{0,6}(でき|して|され|至って)(て)?(い|おり?)?(ない|ません|ら?ず)|(返却|回収)を?(拒|断)|(削除|破棄)[をの]?(依頼|お願い)中|行方不明|所在不明|回収(する予定|に伺|に行|中|に向か|をお願い|でき(る|そう)|予定)|まだ(回収|戻って|返って)|(戻って|返って)(き|来)て(い)?(ない|ません)|捜索中|見当た(らな|らず|りませ)|見つか(らな|らず|りませ|って(い)?(ない|ません))|\bnot (yet )?(recovered|got it back|returned)|still (missing|have not)/gu,
    },
    {
      name: 'recovered',
      pattern:
        /回収(済|しました|した(?!い)|でき(た|まし)|完了|して(い|あ|き|参|まい))|取り戻し|(返して|戻して)(くれ|もら|いただ|頂)|返却(され|して(もら|いただ|くれ)|済)|返ってき(た|まし)|戻ってき(た|まし)|返送|送り返|(書類|届書?|証書|通知書?|無事に?)[^。、\n]{0,4}(見つか(った|りまし)|出てき(た|まし))|(削除|破棄)[をの]?(確認|完了)|(持ってき|届けて)(まし|た|くだ|くれ)|(削除|破棄)して(もら|くれ|いただ|くださ)|(got|have|brought|took|gave) (it|them|the \w+) (straight |right )?back|(they|he|she) (confirmed deletion|deleted)|\b(recovered|retrieved|returned it)\b/gu,
    },
  ],
  opened: [
    {
      name: 'not_opened',
      pattern:
        /未開封|開封(は)?(されて|して)(い)?(ない|ません|なかった)|開け(られ)?て(い)?(ない|ません|なかった)|封[はを]?切(られ|っ)て(い)?(ない|ません|なかった)|中(身)?(は|を)?[^。\n]{0,4}見(られ)?て(い)?(ない|ません|なかった)|(unopened|not opened|did not open|didn't open)/gu,
    },
    {
      name: 'opened',
      pattern:
        /封[をが]?切(られ|って)|開封(済|され(た|て)|した|しました|して(しま|い))|(封筒?|中身?)を(開け|見)(た|て|られ)|中身?(は|も)?見られ|見られて(しま|い)|(opened it|was opened|opened the|saw the contents|read it)/gu,
    },
  ],
  personal_data: [
    {
      name: 'no',
      pattern:
        /個人情報[^。、\n]{0,8}(含ま(れて(い)?(ない|ません)|ず)|な(し|い|く)|ありません|無(し|い)|入って(い)?(ない|ません))|\bno personal (data|information)/gu,
    },
    {
      name: 'yes',
      pattern:
        /個人情報(?!保護|の有無|[はも]?不明)|(別|他|違う|知らない|よそ)の?(方|人|お客(様|さん)|受給者)の[^。\n]{0,14}(通知|書|証|票|名簿|コピー|写し|納付|記録|年金額|住所|電話)|(名簿|受給者(一覧|リスト)|被保険者の?リスト|年金証書|診断書|戸籍|住民票|基礎年金番号|マイナンバー|[^。\n]{0,4}宛の(通知|書類))|personal (data|information)|someone else's (notice|letter|document)/gu,
    },
  ],
  urgency: [
    {
      name: 'spreading',
      pattern:
        /(今も|現在も|まだ|いまだに|ずっと|全然|全く)[^。\n]{0,12}(つながら|繋がら|止まっ|落ち|復旧[^。\n]{0,6}(ない|ません|せず)|復旧|届き続|出続|広が|流出)|広がって|拡大して|増え続け|still (down|spreading)/gu,
    },
    { name: 'today', pattern: /(今日|本日)(中|が期限|まで|締)|至急|今すぐ|by (today|end of day)|urgent/gu },
  ],
  caused_by: [
    {
      name: 'office',
      pattern:
        /(当方|当所|当課|うち|自分|私|わたし)の((?!委託|業者|システム|[市区]役|本部|事務センター)[^。、\n]){0,10}(ミス|誤り|間違|確認不足|失念|勘違|漏れ)/gu,
    },
    {
      name: 'contractor',
      pattern:
        /(委託(先|業者|会社)?|印刷(業者|会社)|配送(業者|会社)|宅配|運送|外注(先)?|データ入力業者|業者)[^。\n]{0,24}(誤|ミス|間違|漏れ|ズレ|ずれ|印刷|封入|連絡|紛失|破損|遅れ|から)|contractor|vendor|printing company/gu,
    },
    {
      name: 'municipality',
      pattern:
        /((市|区)役所|(町|村)役場|市区?町村|自治体|(?<![㐀-鿿々〇])[市区町村](から|側)の)[^。\n]{0,24}(誤|ミス|間違|漏れ|遅れ|違)|city hall|municipal/gu,
    },
    {
      name: 'system',
      pattern:
        /(システム|プログラム|バッチ)(の|側の|で)?[^。\n]{0,8}(不具合|障害|バグ|異常|エラー|誤計算|計算(誤り|ミス|違い))|(software|system|program) (bug|error|fault)/gu,
    },
    {
      name: 'head_office',
      pattern:
        /(本部|事務センター|中央年金センター)(の|側の|で|が)[^。\n]{0,14}(誤|ミス|間違|漏れ)|(mistake|error) (by|at|of) head ?office/gu,
    },
    {
      name: 'office',
      pattern:
        /(当方|当所|うち|こちら|自分|私|わたし|担当者?|職員|係員)(の|が)[^。\n]{0,12}(ミス|誤|間違|確認不足|失念|勘違)|\b(our|my) (mistake|error|fault)/gu,
    },
  ],
  publication_wish: [
    {
      name: 'declined',
      pattern: /公表[^。\n]{0,10}(しないで|望ま|やめ|控え|嫌|拒)|(do not|don't) (publish|make it public)/gu,
    },
    {
      name: 'agreed',
      pattern:
        /公表[^。\n]{0,10}(してよい|して(も)?(いい|構わ|かまわ)|同意|了承|了解)|(may|can) be published/gu,
    },
  ],
  tried: [
    {
      name: 'tried',
      pattern:
        /(試し(た|て(み|い)|まし)|試行(し|済)|やってみ(た|まし|て)|実際に(やっ|使っ|導入)|先行して|うちでは(こう|すでに|もう)|すでに(うち|自分)|作ってみ|組ん(だ|で)みた)|\b(we|i) (have )?tried|piloted/gu,
    },
    { name: 'not_yet', pattern: /試して(は)?(い)?(ない|ません)|まだ(試|やって|案の段階)|haven't tried/gu },
  ],
  channel: [
    {
      name: 'phone',
      pattern:
        /電話(?!がつなが|のつなが|番号|応対)|tel\b|架電|着信|コールセンター|ダイヤル|\b(phoned|called|phone call|by phone|on the phone)\b/gu,
    },
    { name: 'email', pattern: /メール|e-?mail/gu },
    {
      name: 'letter',
      pattern:
        /手紙|お便り|はがき(が|で|に|を)|ハガキ(が|で|に|を)|封書(が|で)|文書で|投書|\bletter from\b/gu,
    },
    {
      name: 'other',
      pattern:
        /ご意見箱|アンケート|口コミ|ホームページ(から|の投稿)|運営評議会|モニター会議|sns|survey|suggestion box/gu,
    },
    {
      name: 'visit',
      pattern:
        /窓口|来所|来訪|来庁|来られ|お越し|カウンター|帰り際|ブース|受付で|\b(at the counter|came in|visited|visitor|walked in)\b/gu,
    },
  ],
  basis: [
    { name: 'manual', pattern: /マニュアル|要領|手引|手順書|q&a集|問\d|manual|handbook/gu },
    { name: 'instruction', pattern: /指示(・依頼|・?第|番号)|事務連絡|通知第|年管|instruction no/gu },
    {
      name: 'none',
      pattern: /根拠(は|も)?(特に)?(なし|ありません|ない)|経験(上|談|から|則)|自己流|no written basis/gu,
    },
  ],
} as const satisfies Record<string, readonly Rule[]>;

export type ChoiceField = keyof typeof CHOICES;
export const CHOICE_FIELDS = Object.keys(CHOICES) as readonly ChoiceField[];

/** The option of a choice field that the words of the text give, if any. */
export function findChoice(field: ChoiceField, text: string): Found<string> | null {
  const [first] = findRules<string>(text, CHOICES[field]);
  return first === undefined ? null : { value: first.name, start: first.start, end: first.end };
}
