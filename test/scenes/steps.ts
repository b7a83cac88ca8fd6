import type { Report } from '../../src/domain/report.ts';
import type { Understanding } from '../../src/domain/understanding.ts';
import type { FormValues, Press } from '../../src/domain/view.ts';
import { aWorld, type Heard, type World } from '../support/a-world.ts';

/** A notice handed to the wrong person: S3, because a document with personal data was outside. */
export const MISHANDED = '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです';
/** Line by line as it is shown before it is sent, by somebody of the Midori office on 20 November at 9:12. */
export const MISHANDED_SUMMARY = [
  'この内容で送りますか。',
  '事件・事故・事務処理誤り（誤送付・誤送信・誤交付）',
  MISHANDED,
  '発生日：11/19(木)',
  '判明日時：11/20(金) 9:12',
  '発見部署：みどり年金事務所',
  '書類の名前：通知書',
  '影響人数：1人',
  '個人情報：ある',
  '回収：回収した',
  '開封：見ていない',
  '重要度：S3 重要',
  '見る人：リスク・コンプライアンス部、南関東ブロック本部、みどり年金事務所 ほか6か所',
];

/** What a message about a system that is down is understood as, where a scene is about what follows. */
export const AN_OUTAGE: Partial<Understanding> = {
  label: 'incident',
  subtype: 'system_outage',
  decision: 'assume',
  confidence: 0.99,
  items: [],
  drill: false,
  cues: ['service_outage'],
};

export function lines(heard: Heard): string[] {
  return heard.text.split('\n');
}

export function labels(heard: Pick<Heard, 'buttons'>): string[] {
  return heard.buttons.map((button) => button.label);
}

/** The last few things that were said to a person, oldest first. */
export async function lastFew(world: World, person: string, count: number): Promise<Heard[]> {
  return (await world.heard(person)).slice(-count);
}

export async function lastFiled(world: World, person: string): Promise<Report> {
  const report = (await world.filed(person)).at(-1);
  if (!report) throw new Error(`${person} has filed nothing`);
  return report;
}

/** Says it, presses each of the buttons, and gives back what was filed last. */
export async function file(
  world: World,
  person: string,
  text: string,
  ...answers: string[]
): Promise<Report> {
  await world.say(person, text);
  for (const answer of answers) await world.press(person, answer);
  await world.press(person, '送信');
  return lastFiled(world, person);
}

export function fileMishanded(world: World, person: string): Promise<Report> {
  return file(world, person, MISHANDED, '1人', '見ていない');
}

/** A world in which yamada has reported a notice in the wrong hands. */
export async function filedMishanded(): Promise<{ world: World; report: Report }> {
  const world = await aWorld();
  return { world, report: await fileMishanded(world, 'yamada') };
}

/** The same, once tanaka has taken it. */
export async function takenMishanded(): Promise<{ world: World; report: Report }> {
  const { world, report } = await filedMishanded();
  await world.pressCard('tanaka', report.number, 'take');
  return { world, report };
}

/** A press of a report; `value` says which of its steps. */
export function pressOf({ number }: Report, action: string, value?: number) {
  return { action, report: number, ...(value !== undefined && { value: String(value) }) };
}

/** Sends the form in which those who work on a report talk about it. */
export function comment(world: World, person: string, report: Report, text: string) {
  return sendForm(world, person, pressOf(report, 'comment_form'), { text: filled.text(text) });
}

/** A proposal whose one missing answer is typed. */
export async function fileProposal(
  world: World,
  person: string,
  text: string,
  target: string,
): Promise<Report> {
  await world.say(person, text);
  await world.say(person, target);
  await world.press(person, '送信');
  return lastFiled(world, person);
}

/** The living card of a report in a channel. */
export async function cardIn(world: World, place: string, number: string) {
  const cards = (await world.channel(place)).filter((one) => one.card === number);
  if (cards.length > 1) throw new Error(`${cards.length} cards of one report in ${place}`);
  return cards[0] ?? null;
}

/** What is filled in, as a platform's reader understands it. */
export const filled = {
  text: (text: string) => ({ answer: { kind: 'text' as const, text } }),
  choice: (choice: string) => ({ answer: { kind: 'choice' as const, choice } }),
  unit: (unit: string) => ({ answer: { kind: 'unit' as const, unit } }),
  date: (date: string) => ({ answer: { kind: 'date' as const, date } }),
  count: (n: number) => ({ answer: { kind: 'count' as const, from: n, to: n } }),
};

/** The form of an act as it opens for a person, with the press that sends it. */
export async function openedForm(world: World, person: string, action: string, number: string) {
  const opened = await world.house.edge.openForm(person, { action, report: number });
  if (!opened.ok) return { view: null, send: null, problem: opened.problem };
  const send = opened.value?.buttons.find(({ press }) => press.action === `${action}_form`)?.press ?? null;
  return { view: opened.value, send, problem: null };
}

/** The press that sends the form of an act, as it was when nobody had done anything. */
export function formPress(act: string, number: string): Press {
  return { action: `${act}_form`, report: number };
}

/** What comes of the form of an act that a person fills in and sends. */
export function submitForm(world: World, person: string, act: string, number: string, values: FormValues) {
  return world.submit(person, formPress(act, number), values);
}

/** What a person is told of a form that is sent: `taken`, or what is wrong with it in words. */
export async function sendForm(
  world: World,
  person: string,
  press: Press,
  values: FormValues,
): Promise<string> {
  const result = await world.submit(person, withoutPreview(press), values);
  if (result.ok) return 'taken';
  return world.organized.words.say(world.organized.words.problem(result.problem), 'ja');
}

function withoutPreview({ value: _preview, ...press }: Press): Press {
  return press;
}

/** What a proposal is evaluated by. */
export const CRITERIA = [
  'effect_customers',
  'effect_errors',
  'effect_time',
  'effect_money',
  'feasibility',
  'originality',
  'use_elsewhere',
];

/** The same step of the scale on every criterion. */
export function scores(step: string): FormValues {
  return Object.fromEntries(CRITERIA.map((id) => [id, filled.choice(step)]));
}

/** A proposal that waits for nothing but its decision. */
export async function evaluatedProposal(
  world: World,
  person: string,
  text: string,
  target: string,
): Promise<Report> {
  const report = await fileProposal(world, person, text, target);
  await world.pressCard('sato', report.number, 'take');
  await submitForm(world, 'kato', 'comment_as_owner', report.number, {
    opinion: filled.choice('in_part'),
    comment: filled.text('大きい窓口から始めるなら、来年度の予算に入ります。'),
  });
  await submitForm(world, 'sato', 'evaluate', report.number, {
    ...scores('some'),
    comment: filled.text('お客様の待ち方が変わります。'),
  });
  return report;
}

/** The page of a report as a person reads it. */
export async function pageOf(world: World, person: string, number: string): Promise<string> {
  const page = await world.house.edge.report(person, number);
  if (!page.ok) throw new Error(page.problem.kind);
  const { words } = world.organized;
  return page.value.view.lines
    .map(({ name, text }) => (name ? `${words.say(name, 'ja')}：` : '') + words.say(text, 'ja'))
    .join('\n');
}
