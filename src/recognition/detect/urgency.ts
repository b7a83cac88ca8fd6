import type { Finding, Rule } from './rule.ts';
import { findRules } from './rule.ts';

export type Urgency = 'spreading' | 'today';

const RULES: readonly Rule<Urgency>[] = [
  {
    name: 'spreading',
    pattern:
      /(今も|現在も|まだ|いまだに|ずっと|全然|全く|まったく)[^。\n]{0,12}(つなが(らな|りま)|繋が(らな|りま)|止ま|落ち|復旧(し|でき)て(い)?(な|ま)|出続|届き続|漏れ|広が|続い|流出|見られる状態|公開)/gu,
  },
  {
    name: 'spreading',
    pattern:
      /(広が|拡大し|拡散し|増え続け|続々と|殺到し)|(つなが|繋が|動|起動|ログイン|開)(らな|らず|りませ|かな|かず|きませ|せず|しな|しませ|できな|できず|できませ)(い|ん)?[^。\n]{0,20}(客|窓口|受付|業務)|(客|窓口|受付|業務|入力)[^。\n]{0,24}(つなが(らな|りま)|止まっ|ストップ|待ち|停止)|[1-9]\d*(人|名|組)[^。\n]{0,4}待ち|復旧(の見込み|して(い)?な|のめど)/gu,
  },
  {
    name: 'spreading',
    pattern:
      /刃物|(殴|蹴)(ら|り)れ|つかみかか|救急車|救急搬送|意識(が)?(な|あ)|出血|火事|火災|ボヤ|煙が|爆破|不審物|(まだ|今も|居座)[^。\n]{0,8}(居|暴れ|帰ら|いる)|居座って|警察[^。\n]{0,8}(呼|通報)|110番|119番/gu,
  },
  {
    name: 'spreading',
    pattern:
      /捜索中|探して(い)?ます|探している(最中|ところ)|回収(でき|して)(い)?(ない|ません)|未回収|回収(に向か|中|できるか)|追いかけて|\b(still (down|missing|spreading|leaking|open)|right now|not (yet )?recovered|searching for)\b/gu,
  },
  {
    name: 'today',
    pattern:
      /至急|大至急|緊急|今すぐ|いますぐ|すぐに対応|早急|直ちに|(今日|本日|明日|あす)(中|の|が|まで|に)[^。\n]{0,12}(期限|締|支払|振込|発送|投函|廃棄|時効|必要|まで|処理し|間に合)|(今日|本日|明日)(が)?(支払日|振込日|最終日|期限)|(支払日|振込日|時効)[^。\n]{0,8}(明日|今日|本日|迫|かかりそう|間に合わ)|シュレッダーにかけ(ろ|よう|られ)|証拠[^。\n]{0,10}(消|処分|捨)|\b(urgent|asap|immediately|emergency|by (today|tomorrow|end of day))\b/gu,
  },
];

/** Signs that harm still spreads, or that today counts. */
export function findUrgency(text: string): Finding<Urgency>[] {
  return findRules(text, RULES);
}
