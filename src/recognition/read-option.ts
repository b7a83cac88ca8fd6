import type { Answer } from '../domain/answers.ts';
import type { Field } from '../domain/field.ts';
import type { ChoiceField } from './extract/choices.ts';
import { CHOICE_FIELDS, findChoice } from './extract/choices.ts';
import { readCommand } from './commands.ts';

/** What people reply to a question without repeating its words, by field and option. */
const REPLIES: Readonly<Record<string, readonly (readonly [option: string, reply: RegExp])[]>> = {
  personal_data: [
    [
      'no',
      /^(ない|無い|なし|ありません|ないです|入ってない|入っていません|含まれ(ない|ていません))|^(no|none)\b/u,
    ],
    ['yes', /^(ある|有り?|あり|あります|入って(る|ます|いる|います)|含まれ(る|ます|ています))|^yes\b/u],
  ],
  recovered: [
    ['not_yet', /^(まだ|これから|できて(い)?ない|していない|してない)|^(not yet|no)\b/u],
    ['recovered', /^(回収|した|しました|済|できた|できました|戻)|^(yes|recovered|got)\b/u],
  ],
  opened: [
    [
      'not_opened',
      /^(見て(い)?(ない|ません)|見られて(い)?(ない|ません)|開けて(い)?(ない|ません)|未開封)|^(no|not)\b/u,
    ],
    ['opened', /^(見た|見ました|見られ|開け(た|て|ら)|開封)|^(yes|opened|read)\b/u],
  ],
  tried: [
    ['not_yet', /^(まだ|試して(い)?ない|これから)|^(not yet|no)\b/u],
    ['tried', /^(試した|試しました|やってみ|した|しました)|^(yes|tried)\b/u],
  ],
  urgency: [
    ['spreading', /広が|緊急|spreading/u],
    ['today', /今日|本日|至急|today/u],
    ['normal', /通常|普通|急ぎ(では|じゃ)ない|急がない|normal/u],
  ],
  publication_wish: [
    ['declined', /望まない|望みません|やめて|しないで|decline/u],
    ['not_asked', /聞いて(い)?(ない|ません)|未確認|not asked/u],
    ['agreed', /よい|良い|いい|同意|agreed/u],
  ],
  voice_kind: [
    ['complaint', /苦情|クレーム|complaint/u],
    ['request', /要望|request/u],
    ['proposal', /提案|proposal/u],
    ['praise', /感謝|お礼|激励|お?褒め|praise|thanks/u],
    ['inquiry', /照会|相談|質問|inquiry|question/u],
    ['report', /通報/u],
    ['opinion', /意見|opinion/u],
  ],
  suspicion: [
    ['error', /誤り|ミス|間違|error/u],
    ['violation', /違反|不正|violation/u],
    ['none', /^(ない|なし|ありません|特にない|none|no\b)/u],
  ],
};
/** Fields that 「はい」 and 「いいえ」 answer. */
const YES_AND_NO: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  personal_data: ['yes', 'no'],
  recovered: ['recovered', 'not_yet'],
  opened: ['opened', 'not_opened'],
  tried: ['tried', 'not_yet'],
};

/** The option of a choice field that a reply means; only options that the field has. */
export function readOption(text: string, field: Field): Answer | null {
  const reply = text.trim();
  const option = optionOf(reply, field.id);
  if (option === null) return null;
  return field.options.find(({ id }) => id === option)?.answer ?? null;
}

function optionOf(reply: string, field: string): string | null {
  const short = REPLIES[field]?.find(([, pattern]) => pattern.test(reply));
  if (short !== undefined) return short[0];
  const command = readCommand(reply);
  const pair = YES_AND_NO[field];
  if (pair !== undefined && command === 'yes') return pair[0];
  if (pair !== undefined && command === 'no') return pair[1];
  return isChoiceField(field) ? (findChoice(field, reply)?.value ?? null) : null;
}

function isChoiceField(field: string): field is ChoiceField {
  return CHOICE_FIELDS.some((known) => known === field);
}
