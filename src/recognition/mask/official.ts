import { isTitleOrPlace } from './not-names.ts';

/** Who speaks or is spoken of in a role: 担当の鈴木, 相談室 高瀬, 報告者: 大迫. */
const ROLE_BEFORE =
  /(?:職員|相談員|窓口|受付|ヘルプデスク|[課室部所次]長(?:補佐|代理|代行)|担当者?|係員?|係長|[課室班]|(?<!一|全)部|センター|(?<!社労士|会計|法律|税理士|行政書士|司法書士|労務)事務所|支所|本部|総務|庶務|同僚|[課所部室局次]長|主任|主査|責任者|推進員|庁舎管理|SV|リーダー|当所|報告者|発見者|司会|書記|議長|進行|窓口補助|発信者|起案者?|(?:処理|入力|確認|起票|記入|受付|作成|対応|登録|決裁|検算|点検)者|グループ長?|チーム長?|ブロック(?=の)|内線 ?\d{2,5}|職員番号 ?\d{3,8} ?)(?:の|は|が|[:・/(])?[ \n「]?$|(?:対応|応対|説明|案内|接客|親切に)(?:を?して)?(?:くれ|くださっ|下さっ)た(?:の[はが])?$/u;
/** 処理者:本渡 坂井: behind the office. */
const OFFICE_AND_NAME = /(?:処理|入力|確認|起票|記入|作成|対応|登録|決裁)者[:= ][㐀-鿿々〇]{1,5} $/u;
/** 当日の配置:1番 山根、2番 西: a list of who works where. */
const ROSTER =
  /(?:当番|(?:当日|窓口|人員|職員)の?配置|シフト|出欠|出席者?|欠席者?|担当割|割り?振り|座席表|時差出勤|応援者)[^\n]{0,90}$/u;
const LONGEST_ROSTER = 100;
const ROLE_BEHIND =
  /^(?:\n? ?内線|[ ]?(?:(?:副)?(?:係|課|所|支所|室|部|次|局|班)長|主任|主査|主幹|専門官|職員|担当|相談員|事務官)|(?:さん)?という(?:お?名前の|女性|男性|若い)?(?:職員|担当者?|相談員)| ?\((?:適用|徴収|給付|国年|厚年|庶務|総務|記録|[^\s()]{1,6}[課係室班])\))/u;
const COMPANY_BEFORE =
  /(?:株式会社|有限会社|合同会社|\([株有同]\)|[医労福務士学宗財社][療士祉務校教団]法人|[士査]法人|\(?[カユドイ]\))[  ]?$/u;
const WINDOW = 14;
/** 株式会社小島製作所の総務の小島さん: a firm's, not ours. */
const OUTSIDE =
  /(?:会社|製作所|工務店|商店|商会|勤務先|事業所|顧問先|先方|取引先|施設|病院|医院|銀行|工業|建設|産業|運輸|運送|\([株有]\)[㐀-鿿々〇]{1,6})の?(?:[㐀-鿿々〇]{1,5}(?:の|は|が|[:・])?)?$/u;
const FAR = 28;

/** Whether the words before speak of somebody else's staff. */
export function isOutside(before: string): boolean {
  return OUTSIDE.test(before);
}

/** Whether what stands around a name makes it one of staff in their role, of a place or of a firm. */
export function isOfficial(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const behind = text.slice(end, end + WINDOW);
  return (
    (ROLE_BEFORE.test(before) && !isOutside(text.slice(Math.max(0, start - FAR), start))) ||
    ROLE_BEHIND.test(behind) ||
    COMPANY_BEFORE.test(before) ||
    OFFICE_AND_NAME.test(before) ||
    (!/^様/u.test(behind) && ROSTER.test(text.slice(Math.max(0, start - LONGEST_ROSTER), start))) ||
    isTitleOrPlace(behind)
  );
}
