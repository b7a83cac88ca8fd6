import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues } from '../../src/domain/view.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import {
  cardIn,
  file,
  fileProposal,
  filled,
  labels,
  lastFiled,
  lines,
  MISHANDED,
  scores,
  submitForm,
} from './steps.ts';

const FIRST = '番号札の表示が小さいので、大きくしたいです';
const AGAIN = '待合の番号札の表示をもっと大きくしてはどうでしょう';
const WHY = '待ち時間の長い20か所で、先に効果を確かめるためです。';

let world: World;
let first: Report;
beforeAll(async () => {
  world = await aWorld();
  first = await fileProposal(world, 'yamada', FIRST, '番号札');
}, WORLD_READY_MS);
afterAll(() => world.close());

const now = (number: string) => world.report(number);

/** What was said since the person's last message, oldest first. */
async function answered(person: string, text: string) {
  const before = (await world.heard(person)).length;
  await world.say(person, text);
  return (await world.heard(person)).slice(before);
}

describe('a proposal like an earlier one', () => {
  it('is told of it before the first question, with its state and three buttons', async () => {
    const [alike, question] = await answered('suzuki', AGAIN);
    expect(alike?.text).toBe(
      `似た業務改善提案があります：${first.number}「番号札の表示が小さいので、大きくしたいです」（受付確認待ち）`,
    );
    expect(alike && labels(alike)).toEqual(['同じ内容です', '別の内容です', 'くわしく']);
    expect(question?.text).toContain('業務改善提案と考えました。');
    await world.press('suzuki', 'くわしく');
    expect((await world.last('suzuki')).text).toContain(FIRST);
  });

  it('joins it with one tap, is received under its own number, and each names the other', async () => {
    await world.press('suzuki', '同じ内容です');
    await world.say('suzuki', '番号札');
    expect((await world.last('suzuki')).text).toContain(`${first.number} につなぎます。`);
    await world.press('suzuki', '送信');
    const second = await lastFiled(world, 'suzuki');
    expect(lines(await world.last('suzuki'))).toContain(
      `${first.number} につなぎました。どちらかが進んだら、お知らせします。`,
    );
    expect(second.links.map(({ number }) => number)).toEqual([first.number]);
    const earlier = await now(first.number);
    expect(earlier.links.map(({ number }) => number)).toEqual([second.number]);
    expect(earlier.followers).toEqual(['suzuki']);
    expect(earlier.steps.find(({ kind }) => kind === 'joined')?.facts).toMatchObject({
      follower: 'suzuki',
      number: second.number,
    });
    expect((await cardIn(world, 'service-promotion', first.number))?.text).toContain(second.number);
  });

  it('does not show other staff who else proposed it', async () => {
    await world.pressCard('nishida', first.number, 'details');
    const { text } = await world.last('nishida');
    expect(text).toContain(FIRST);
    expect(text).not.toContain('鈴木');
  });

  it('is told what becomes of the earlier one, answer included', async () => {
    await world.pressCard('sato', first.number, 'take');
    expect((await world.last('suzuki')).text).toContain(`${first.number} の担当になりました。`);
    const { choice, text } = filled;
    const send = async (who: string, act: string, values: FormValues) =>
      expect(await submitForm(world, who, act, first.number, values)).toMatchObject({ ok: true });
    await send('kato', 'comment_as_owner', {
      opinion: choice('in_part'),
      comment: text('大きい窓口から始めるなら、来年度の予算に入ります。'),
    });
    await send('sato', 'evaluate', { ...scores('some'), comment: text('お客様の待ち方が変わります。') });
    await send('kato', 'decide', {
      outcome: choice('partly_adopted'),
      due: filled.date('2027-03-31'),
      reason: text(WHY),
    });
    expect((await world.last('suzuki')).text).toContain(WHY);
    const [alike] = await answered('nishida', AGAIN);
    expect(alike?.text).toContain(
      `${first.number}「番号札の表示が小さいので、大きくしたいです」（一部採用）`,
    );
    expect(alike?.text).toContain(`回答：${WHY}`);
    const said = labels(alike ?? { buttons: [] });
    expect(said.filter((label) => label.endsWith('と同じ内容です'))).toHaveLength(2);
  });

  it('is sent by itself after 別の内容です, typed or pressed', async () => {
    await world.say('nishida', '別の内容です');
    await world.say('nishida', '番号札');
    expect(labels(await world.last('nishida'))).not.toContain('別の内容です');
    expect((await world.last('nishida')).text).not.toContain('似た');
    await world.press('nishida', '送信');
    expect((await lastFiled(world, 'nishida')).links).toEqual([]);
    expect((await now(first.number)).followers).toEqual(['suzuki']);
  });
});

describe('what a person may not see', () => {
  it('is like nothing: an incident of another office is not told of', async () => {
    await file(world, 'yamada', MISHANDED, '1人', '見ていない');
    for (const said of await answered('sasaki', MISHANDED)) expect(said.text).not.toContain('INC-');
  });

  it('cannot be joined by a press made up', async () => {
    const theirs = (await world.filed('yamada')).find(({ type }) => type === 'incident');
    if (!theirs) throw new Error('no incident');
    await world.send('sasaki', { kind: 'pressed', press: { action: 'same_matter', value: theirs.number } });
    await world.press('sasaki', '1人');
    await world.press('sasaki', '見ていない');
    await world.press('sasaki', '送信');
    expect((await lastFiled(world, 'sasaki')).links).toEqual([]);
    expect((await now(theirs.number)).followers).toEqual([]);
  });
});
