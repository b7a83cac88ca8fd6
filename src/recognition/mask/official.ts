import { isTitleOrPlace } from './not-names.ts';

/** Who speaks or is spoken of in a role: 担当の鈴木, 相談室 高瀬, 報告者: 大迫. */
const ROLE_BEFORE =
  /(?:職員|相談員|窓口|受付|課長補佐|担当者?|係員?|係長|[課室班]|(?<!一|全)部|センター|(?<!社労士|会計|法律|税理士|行政書士|司法書士|労務)事務所|支所|本部|総務|庶務|同僚|[課所部室局次]長|主任|主査|責任者|推進員|庁舎管理|SV|リーダー|代理|当所|報告者|発見者|発信者|起案者?|グループ|チーム)(?:の|は|が|[:・/(])?[ \n]?$/u;
const ROLE_BEHIND =
  /^(?:\n? ?内線|[ ]?(?:(?:副)?(?:係|課|所|支所|室|部|次|局|班)長|主任|主査|主幹|専門官|職員|担当|相談員|事務官))/u;
const COMPANY_BEFORE = /(?:株式会社|有限会社|合同会社|\([株有同]\)|医療法人|社会福祉法人)[  ]?$/u;
const WINDOW = 14;
/** 株式会社小島製作所の総務の小島さん: a firm's, not ours. */
const OUTSIDE =
  /(?:会社|製作所|工務店|商店|商会|勤務先|事業所|顧問先|先方|取引先|施設|病院|医院|銀行|工業|建設|産業|運輸|運送|\([株有]\)\p{Script=Han}{1,6})の?(?:\p{Script=Han}{1,5}(?:の|は|が|[:・])?)?$/u;
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
    isTitleOrPlace(behind)
  );
}
