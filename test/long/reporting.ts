import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import type { Press } from '../../src/domain/view.ts';
import type { Message } from '../../src/platforms/web/api.ts';
import { inputsOf } from '../support/card-elements.ts';
import type { Person } from './person.ts';
import { isReceipt, pressesOf, pressOf } from './timeline.ts';

/** What is said, in the language a person works in. */
export interface Sentences {
  proposals: readonly string[];
  incidents: readonly string[];
  answer: string;
  correction: string;
  addition: string;
  status: string;
  stop: string;
}

export const JAPANESE: Sentences = {
  proposals: [
    '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです',
    '【提案】待合の番号札が見えにくいです。番号札の文字を大きくするよう変えたいです',
    '【提案】手順書の索引がなくて探すのに時間がかかります。手順書に索引を付けるよう変えたいです',
  ],
  incidents: [
    '昨日、窓口で別の方の通知書をお渡ししてしまいました',
    '今朝、封筒を入れ間違えて別の方に年金証書を送っていたことが分かりました',
    '昨日、届書の入力を誤り、違う金額で決定してしまいました',
  ],
  answer: '電話でお詫びし、本日中に回収に伺います',
  correction: 'やっぱり3人です',
  addition: '回収は本日終わりました',
  status: '私の報告どうなりました？',
  stop: 'やめる',
};

export const ENGLISH: Sentences = {
  proposals: [
    'I propose a change: the address form asks for the same address three times. Please merge it into one form',
  ],
  incidents: ['Yesterday I handed a notice of another person to a customer at the counter'],
  answer: 'We called to apologise and will collect it today',
  correction: 'Actually it was 3 people',
  addition: 'It was collected this evening',
  status: 'What happened to my report?',
  stop: 'stop',
};

/** More than any form asks; whoever needs more is going in circles and stops. */
const MOST_ANSWERS = 25;

/** One thing that somebody comes to the chat for, from its first sentence to its end. */
export async function report(person: Person, sentences: Sentences): Promise<void> {
  const { random } = person;
  const isIncident = random.chance(0.5);
  await person.say(random.pick(isIncident ? sentences.incidents : sentences.proposals));
  if (random.chance(0.1)) return person.say(sentences.stop);
  if (!(await answerAndSend(person, sentences))) return;
  if (isIncident && random.chance(0.4)) await correct(person, sentences);
  if (random.chance(0.3)) await add(person, sentences);
  if (random.chance(0.3)) await person.say(sentences.status);
}

/** Whatever state the conversation is in, it can be brought to a report that was sent. */
export async function reportForSure(person: Person, sentences: Sentences): Promise<void> {
  await person.say(sentences.stop);
  await person.say(sentences.proposals[0] ?? '');
  if (!(await answerAndSend(person, sentences, 'straight'))) throw new Error(`${person.id} could not send`);
}

async function answerAndSend(person: Person, sentences: Sentences, way?: 'straight'): Promise<boolean> {
  for (let count = 0; count < MOST_ANSWERS; count++) {
    const question = await person.newest();
    const send = pressOf(question, 'send');
    if (send && (way === 'straight' || person.random.chance(0.7))) {
      await person.press(send);
      return isReceipt(await person.newest());
    }
    await (send ? wander(person, question) : answer(person, question, sentences));
  }
  await person.say(sentences.stop);
  return false;
}

/** Something else than sending at the summary. */
async function wander(person: Person, summary: Message): Promise<void> {
  const seenBy = pressOf(summary, 'seen_by');
  const edit = pressOf(summary, 'edit');
  const form = pressOf(summary, 'open_form');
  const way = person.random.below(3);
  if (way === 0 && seenBy) return person.press(seenBy, 2);
  if (way === 1 && edit) return person.press(edit);
  if (form) await submitAsShown(person, form);
}

const BESIDE_ANSWERS = ['edit_field', 'back', 'resume'];

async function answer(person: Person, question: Message, sentences: Sentences): Promise<void> {
  const presses = pressesOf(question);
  const answers = presses.filter(({ action }) => action === 'answer' || action === 'choose_type');
  const others = presses.filter(({ action }) => BESIDE_ANSWERS.includes(action));
  if (answers.length > 0 && person.random.chance(0.85)) return person.press(person.random.pick(answers));
  if (others.length > 0) return person.press(person.random.pick(others));
  return person.say(sentences.answer);
}

async function submitAsShown(person: Person, opener: Press): Promise<void> {
  const form = await person.open(person.home, opener);
  const submit = form && pressOf(form, 'draft_form');
  if (submit) await person.submit(form, submit, shownIn(form.card));
}

export function shownIn(card: AdaptiveCard): Record<string, string> {
  return Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value ?? '']));
}

async function correct(person: Person, sentences: Sentences): Promise<void> {
  await person.say(sentences.correction);
  const confirm = pressOf(await person.newest(), 'confirm_correction');
  if (confirm) await person.press(confirm);
}

async function add(person: Person, sentences: Sentences): Promise<void> {
  const messages = await person.read(person.home);
  const receipt = messages.filter(isReceipt).at(-1);
  const press = receipt && pressOf(receipt, 'add');
  if (!press) return;
  await person.press(press);
  await person.say(sentences.addition);
}
