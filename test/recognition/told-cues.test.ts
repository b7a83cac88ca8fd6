import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cue, Label } from '../../src/domain/understanding.ts';
import { CUES } from '../../src/domain/understanding.ts';
import { toldCues } from '../../src/recognition/cues/told-cues.ts';
import { readDocument } from '../../src/recognition/features.ts';
import { detection } from '../../src/recognition/evaluate/detection.ts';
import { readSeverityCases } from '../../src/recognition/evaluate/evaluation-sets.ts';
import { loadLexicon } from '../../src/recognition/lexicon.ts';
import { loadTokenizer } from '../../src/recognition/tokenize.ts';
import { INTENTS } from './trained-recognizer.ts';

/** What would be told of a risk; all else is told of what has happened. */
const OF_RISKS: ReadonlySet<Cue> = new Set(['likely', 'grave', 'serious']);

let cuesOf: (text: string, label: Label, subtype?: string) => Cue[];
beforeAll(async () => {
  const [tokenize, lexicon] = await Promise.all([
    loadTokenizer(),
    loadLexicon(join(INTENTS, 'lexicon.yaml')),
  ]);
  cuesOf = (text, label, subtype) =>
    toldCues(readDocument(text, tokenize, lexicon), { label, subtype: subtype ?? null });
});

describe('a fact that severity goes by is heard', () => {
  it.each<[string, Cue]>([
    ['診断書のコピーが混ざっていた', 'sensitive_data'],
    ['障害２級の方の封筒です', 'sensitive_data'],
    ['生保の受給がわかる書類です', 'sensitive_data'],
    ['病名まで書かれた紙です', 'sensitive_data'],
    ['滞納処分の調書が入っていました', 'sensitive_data'],
    ['マイナンバーの写しも一緒です', 'my_number'],
    ['個人番号入りの届書を渡した', 'my_number'],
    ['通知カードのコピーが見当たらない', 'my_number'],
    ['車上荒らしに遭いました', 'malicious'],
    ['職員を名乗る偽の電話が続いています', 'malicious'],
    ['委任状が偽造されていた', 'malicious'],
    ['「家に火をつける」と電話で言われた', 'malicious'],
    ['ランサムウェアらしい画面が出た', 'malicious'],
    ['地元紙の記者が窓口に来ています', 'press'],
    ['テレビ局からコメントを求められた', 'press'],
    ['週刊誌に話すと言って帰った', 'press'],
    ['市議の事務所から照会がありました', 'diet_member'],
    ['代議士の秘書だという方から電話', 'diet_member'],
    ['段差でつまずいて額を切った', 'injury'],
    ['お客様が倒れ救急車で運ばれた', 'injury'],
    ['熱湯で手をやけどした', 'injury'],
    ['隣の事務所でも同じことが起きている', 'nationwide'],
    ['うちだけじゃないみたいです', 'nationwide'],
    ['あちこちの拠点から同じ連絡が来ている', 'nationwide'],
    ['このままだと15日の支払いに間に合いません', 'payment_date'],
    ['今月分の年金が振り込まれていない', 'payment_date'],
    ['支払データの送信が止まっている', 'payment_date'],
    ['隣の席の方の控えを渡してしまった', 'outside'],
    ['ご主人の封筒に知らない人の通知が入っていた', 'outside'],
    ['宛先を一つずつずらして発送した', 'outside'],
    ['全員のアドレスが見える形でメールを送った', 'outside'],
    ['名簿がネットに公開されていた', 'outside'],
    ['旧住所に通知を送ってしまった', 'outside'],
    ['電車に書類を置き忘れた', 'lost'],
    ['USBがどこにもない', 'lost'],
    ['届書が1通足りません', 'lost'],
    ['預かった手帳、どこに置いたか分からない', 'lost'],
    ['朝から探していますが出てきません', 'lost'],
    ['原本をなくしてしまいました', 'lost'],
    ['窓口装置が全部固まって受付できない', 'service_outage'],
    ['回線が切れて照会できません', 'service_outage'],
    ['さっきから停電しています', 'service_outage'],
    ['所長から本部には言うなと言われた', 'told_not_to_report'],
    ['穏便に済ませようと係長が言う', 'told_not_to_report'],
    ['報告書は要らないと指示された', 'told_not_to_report'],
    ['窓口の内藤さんの態度がひどいとの申し出', 'staff_named'],
    ['担当者の名前を挙げてお怒り', 'staff_named'],
    ['もう三度目の電話だそうです', 'repeated'],
    ['以前も同じことを言ったのに、とのこと', 'repeated'],
    ['退職者のIDでログインされた形跡', 'unauthorised_access'],
    ['身に覚えのない操作履歴が残っている', 'unauthorised_access'],
    ['深夜に外部からアクセスされていた', 'unauthorised_access'],
    ['事故は時間の問題です', 'likely'],
    ['人命に関わります', 'grave'],
    ['書類を紛失しかねません', 'serious'],
  ])('%s: %s', (text, cue) => {
    expect(cuesOf(text, OF_RISKS.has(cue) ? 'risk' : 'incident')).toContain(cue);
  });
});

describe('what is denied, only feared or something else is not', () => {
  it.each<[string, Cue]>([
    ['診断書は含まれていません', 'sensitive_data'],
    ['障害年金センターへ回付した書類です', 'sensitive_data'],
    ['システム障害です', 'sensitive_data'],
    ['マイナンバーの記載はありません', 'my_number'],
    ['マイナポータルの案内をしました', 'my_number'],
    ['盗まれた形跡はない', 'malicious'],
    ['報道はされていません', 'press'],
    ['マスコミからの問い合わせは今のところありません', 'press'],
    ['新聞を読みながらお待ちでした', 'press'],
    ['待合室のテレビが映りません', 'press'],
    ['報道されたら困ります', 'press'],
    ['国会図書館へ問い合わせた', 'diet_member'],
    ['厚生労働大臣あての申立書です', 'diet_member'],
    ['転倒されましたがけがはありません', 'injury'],
    ['転倒防止のマットがほしい', 'injury'],
    ['全国健康保険協会へ送った', 'nationwide'],
    ['他の事務所での発生は確認されていません', 'nationwide'],
    ['年金の支払日には影響しません', 'payment_date'],
    ['支払日に間に合う見込みです', 'payment_date'],
    ['支払日を聞かれました', 'payment_date'],
    ['外部への流出はありません', 'outside'],
    ['発送前に気づいたので別の方には届いていません', 'outside'],
    ['危うく別の人に渡すところでした', 'outside'],
    ['誤送付の防止策です', 'outside'],
    ['紛失ではありませんでした', 'lost'],
    ['紛失したと思った届書が見つかりました', 'lost'],
    ['停電時の手順を教えて', 'service_outage'],
    ['口止めはされていません', 'told_not_to_report'],
    ['不正アクセスの形跡はありません', 'unauthorised_access'],
  ])('%s: no %s', (text, cue) => {
    expect(cuesOf(text, 'incident')).not.toContain(cue);
  });
});

describe('a kind of incident', () => {
  it('tells by itself that a paper is outside, lost, or a service down', () => {
    expect(cuesOf('3番で渡した紙、前の番号のでした', 'incident', 'misdelivery')).toContain('outside');
    expect(cuesOf('戸籍1名分が綴りに無いです', 'incident', 'loss')).toContain('lost');
    expect(cuesOf('窓口装置ぜんぶ真っ黒', 'incident', 'system_outage')).toContain('service_outage');
  });

  it('does not when all of it stayed inside, is back, or works again', () => {
    expect(cuesOf('文書が社内便で隣の課へ行きました', 'incident', 'misdelivery')).not.toContain('outside');
    expect(cuesOf('申請書の束、全部そろいました', 'incident', 'loss')).not.toContain('lost');
    expect(cuesOf('端末の不調は10時に直りました', 'incident', 'system_outage')).not.toContain(
      'service_outage',
    );
  });
});

describe('what a message is taken for', () => {
  it('decides what is asked: nothing has gone wrong in a risk, and nothing is new in a question', () => {
    const words = '別の方に送付すれば、必ず苦情になります';
    expect(cuesOf(words, 'risk')).toEqual(expect.arrayContaining(['likely', 'serious']));
    expect(cuesOf(words, 'risk')).not.toContain('outside');
    expect(cuesOf('先週の紛失の件、記者も来ていました。その後は？', 'status')).toEqual([]);
  });
});

describe('the development messages for severity', () => {
  it('tell all but one fact in twenty, and one in ten that is heard is not told', async () => {
    const cases = await readSeverityCases(join(INTENTS, 'development', 'severity.jsonl'));
    const { recall, precision } = detection(
      cases.flatMap(({ text, label, subtype, cues }) => {
        const heard = cuesOf(text, label, subtype);
        return CUES.map((cue) => [cues.includes(cue), heard.includes(cue)] as const);
      }),
    );
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(recall.value).toBeGreaterThanOrEqual(0.95);
    expect(precision.value).toBeGreaterThanOrEqual(0.9);
  });
});
