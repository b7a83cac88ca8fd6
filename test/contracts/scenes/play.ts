import type { Report } from '../../../src/domain/report.ts';
import { CRITERIA } from '../../scenes/steps.ts';
import type { Player, Shown, Stage } from '../../support/stage/stage.ts';

/** A scene, written once for every platform. */
export type Scene = (at: () => Stage) => void;

export function last(player: Player): Shown {
  const shown = player.heard().at(-1);
  if (!shown) throw new Error(`${player.id} has heard nothing yet`);
  return shown;
}

export async function pressesEach(player: Player, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) await player.presses(title);
}

/** Presses what is offered of these, the first of them first, until it is all there and waits to be sent. */
export async function answersWith(player: Player, titles: readonly string[]): Promise<Shown> {
  for (let asked = 0; asked < MOST_QUESTIONS; asked++) {
    const { buttons } = last(player);
    if (buttons.includes('送信')) return last(player);
    const answer = titles.find((title) => buttons.includes(title));
    if (answer === undefined) throw new Error(`none of these is an answer: ${buttons.join(' ')}`);
    await player.presses(answer);
  }
  throw new Error(`${player.id} is asked more than ${MOST_QUESTIONS} questions`);
}

const MOST_QUESTIONS = 5;

/** What a person has filed since, oldest first, as it stands now. */
export async function filedBy({ world }: Stage, player: Player): Promise<Report[]> {
  return world.filed(player.id);
}

export async function lastFiledBy(stage: Stage, player: Player): Promise<Report> {
  const report = (await filedBy(stage, player)).at(-1);
  if (!report) throw new Error(`${player.id} has filed nothing`);
  return report;
}

/** Says it, presses each of the buttons, sends it, and gives back what was filed. */
export async function files(
  stage: Stage,
  player: Player,
  text: string,
  ...titles: readonly string[]
): Promise<Report> {
  const before = (await filedBy(stage, player)).length;
  await player.says(text);
  await pressesEach(player, ...titles, '送信');
  const filed = (await filedBy(stage, player)).slice(before);
  const [report] = filed;
  if (!report || filed.length > 1) throw new Error(`${filed.length} reports were filed`);
  return report;
}

/** Sets the clock of the house, in Tokyo. */
export function itIs({ world }: Stage, at: string): void {
  world.clock.set(`${at.replace(' ', 'T')}:00+09:00`);
}

/**
 * Does something to a report: by the button of its card, or by one of those behind 「くわしく」, which is answered to
 * whoever pressed alone.
 */
export async function acts(
  stage: Stage,
  player: Player,
  unit: string,
  number: string,
  title: string,
): Promise<void> {
  if (stage.card(unit, number)?.buttons.includes(title) === true) {
    await player.pressesCard(unit, number, title);
    return;
  }
  await player.pressesCard(unit, number, 'くわしく');
  await player.presses(title);
}

/** Files a proposal; what it is about is typed where it was not said. */
export async function proposes(stage: Stage, player: Player, text: string, target: string): Promise<Report> {
  await player.says(text);
  if (last(player).buttons.includes('別の内容です')) await player.presses('別の内容です');
  if (!last(player).buttons.includes('送信')) await player.says(target);
  await player.presses('送信');
  return lastFiledBy(stage, player);
}

/** The owner's opinion and the evaluation, without which nothing is decided. */
export async function evaluates(
  stage: Stage,
  { owner, handler }: { owner: Player; handler: Player },
  number: string,
): Promise<void> {
  const unit = 'service-promotion';
  await acts(stage, owner, unit, number, '所管のコメント');
  await fillsAndSends(owner, { opinion: 'in_part', comment: '順に作り直すなら、来年度の予算に入ります。' });
  await acts(stage, handler, unit, number, '評価する');
  const scores = Object.fromEntries(CRITERIA.map((id) => [id, 'some']));
  await fillsAndSends(handler, { ...scores, comment: '問い合わせが減ります。' });
}

/** Where nothing leaves the department, nothing is previewed. */
export async function fillsAndSends(player: Player, values: Readonly<Record<string, string>>): Promise<void> {
  const wrong = await player.fills(values);
  if (wrong.length > 0) throw new Error(`${player.id} is told: ${wrong.join(' ')}`);
  if (typeof player.opened()?.preview === 'string') await player.sends();
}
