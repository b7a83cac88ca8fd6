import type { Dictionary } from '../../tokenize.ts';
import type { Detector } from '../personal-data.ts';
import { calledIn, type Called } from './called.ts';
import { judgeClues } from './judge-clues.ts';
import { inBlocks, MOST_SIGNS } from './in-blocks.ts';
import { likelihood } from './train-judge.ts';

/** How sure it must be that somebody is a colleague, chosen on hands that it had not learned from: no more names were left readable. */
const SURE = 0.5;

/** 前田様、後藤殿と井上さん: in a row with customers. */
const IN_ROW_WITH_CUSTOMERS = /(?:様|さま|氏|殿)(?:と|、|・|や|,)? ?$/u;
/** 内藤さん、確認してくださいとお怒りです, 石井さんが休みですと奥様から電話, 申込みは山田さんまで連絡済み: what a customer said or was told. */
const TOLD_BY_CUSTOMER =
  /^[^。!?\n]*(?:お怒り|怒って|怒鳴|ご?立腹|苦情|クレーム|と(?:言って|いって|おっしゃ|仰|奥様|奥さん|ご主人|ご?家族|お客|息子|娘)|まで連絡済)/u;
/** 我妻さんはワガツマなんか, 上さん(かみ): how a colleague is read needs no telling. */
const READ_SO = /^(?:(?:は|って|の読みは?) ?「?[ァ-ヶー]{2,}|\([ぁ-んァ-ヶー]{2,}(?:さん|様)?\))/u;
const REACH = 60;

function isAmongCustomers(text: string, { start, behind }: Called): boolean {
  return (
    IN_ROW_WITH_CUSTOMERS.test(text.slice(Math.max(0, start - 4), start)) ||
    [TOLD_BY_CUSTOMER, READ_SO].some((told) => told.test(text.slice(behind, behind + REACH)))
  );
}

/** Colleagues who are called さん, as examples have taught to tell them from customers: they stay readable. */
export function createCalledDetector(weights: Float32Array, { tokenize }: Dictionary, sure = SURE): Detector {
  const detect = inBlocks((text) => {
    const called = calledIn(text);
    if (called.length === 0) return [];
    const tokens = tokenize(text);
    return called
      .filter((one) => !isAmongCustomers(text, one))
      .filter((one) => likelihood(weights, judgeClues(text, one, tokens)) >= sure)
      .map(({ start, end }) => ({ kind: 'public', start, end }));
  });
  return (whole) => detect(whole.slice(0, MOST_SIGNS));
}
