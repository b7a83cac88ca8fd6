import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldReport } from '../../src/domain/fold-report.ts';
import type { Report } from '../../src/domain/report.ts';
import { sentenceOf, type FormValues } from '../../src/domain/view.ts';
import { whyDueView } from '../../src/domain/why-due.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { file, fileProposal, filled, lines, openedForm, submitForm } from './steps.ts';

let world: World;
beforeAll(async () => void (world = await aWorld({ now: '2026-12-14T10:00:00+09:00' })), WORLD_READY_MS);
afterAll(() => world.close());

const at = (time: string) => world.clock.set(`${time.replace(' ', 'T')}:00+09:00`);
const send = (person: string, act: string, { number }: Report, values: FormValues) =>
  submitForm(world, person, act, number, values);

/** What the ledger alone says: its events replayed from the first, and nothing that is kept beside them. */
async function replayed({ number }: Report): Promise<string[]> {
  const { catalogue, words } = world.organized;
  for await (const chain of world.house.store.ledger.chains()) {
    if (chain.number !== number) continue;
    const again = foldReport(
      chain.events.map(({ event, content }) => ({ event, body: content?.body ?? null })),
    );
    const { lines: said } = whyDueView(catalogue, again, catalogue.calendar, true);
    return said.map((line) => words.say(sentenceOf(line), 'ja'));
  }
  return [];
}

/** What a person who handles it is told of one of its clocks: the line that names its rule, and those after it. */
async function why(person: string, report: Report, rule: string): Promise<string[]> {
  await world.pressCard(person, report.number, 'why_due');
  const said = lines(await world.last(person));
  expect(await replayed(report)).toEqual(said);
  const isHead = (line: string) => line.includes('から数えて');
  const from = said.findIndex((line) => line.includes(`規則：${rule}`) || line.startsWith(`${rule}は、`));
  const rest = said.slice(from + 1).findIndex(isHead);
  return from < 0 ? [] : said.slice(from, rest < 0 ? undefined : from + 1 + rest);
}

describe('「なぜこの期限？」', () => {
  let proposal: Report;

  it('counts working days, and says how many days between did not count', async () => {
    proposal = await fileProposal(world, 'suzuki', '番号札の表示が小さいので大きくしてほしい', '番号札');
    await world.pressCard('sato', proposal.number, 'take');
    expect
      .soft(await why('sato', proposal, '所管部署の意見提出'))
      .toEqual([
        '12/14(月) 10:00から数えて 2027/1/8(金) 17:15 です。規則：所管部署の意見提出',
        '起点：担当が決まった（佐藤）（12/14(月) 10:00）',
        '15営業日後の終業までです。',
        '間の休み10日は、数えません。',
      ]);
  });

  it('says since when it stands still, while the reporter is waited for', async () => {
    at('2026-12-15 11:00');
    await send('sato', 'ask', proposal, { text: filled.text('どの窓口のことですか') });
    expect
      .soft(await why('sato', proposal, '所管部署の意見提出'))
      .toEqual([
        '所管部署の意見提出は、12/14(月) 10:00から数えています。今は止まっています。',
        '起点：担当が決まった（佐藤）（12/14(月) 10:00）',
        '15営業日後の終業までです。',
        '間の休み10日は、数えません。',
        '12/15(火) 11:00から、報告者の答えを待って止まっています。',
      ]);
  });

  it('takes out the time until the answer', async () => {
    at('2026-12-17 11:00');
    await world.press('suzuki', '答える');
    await world.say('suzuki', '1番から4番の窓口です');
    expect
      .soft(await why('sato', proposal, '所管部署の意見提出'))
      .toEqual([
        '12/14(月) 10:00から数えて 2027/1/13(水) 17:15 です。規則：所管部署の意見提出',
        '起点：担当が決まった（佐藤）（12/14(月) 10:00）',
        '15営業日後の終業までです。',
        '間の休み13日は、数えません。',
        '12/15(火) 11:00から12/17(木) 11:00までは、報告者の答えを待っていたため、数えません。',
      ]);
  });

  it('says who has put it off, when, and to when', async () => {
    const values = {
      clock: filled.choice('comment'),
      due: filled.date('2027-01-20'),
      reason: filled.text('所管部署の予算の確認に日がかかるため。'),
    };
    await send('sato', 'extend', proposal, values);
    at('2026-12-18 09:30');
    const { view } = await openedForm(world, 'kato', 'approve', proposal.number);
    const request = filled.choice(view?.inputs.find(({ id }) => id === 'request')?.options[0]?.id ?? '');
    await send('kato', 'approve', proposal, { request });
    expect
      .soft(await why('sato', proposal, '所管部署の意見提出'))
      .toEqual([
        '12/14(月) 10:00から数えて 2027/1/20(水) 17:15 です。規則：所管部署の意見提出',
        '起点：担当が決まった（佐藤）（12/14(月) 10:00）',
        '15営業日後の終業までです。',
        '加藤さんが 12/18(金) 9:30 に、2027/1/20(水) 17:15まで延ばしました。',
      ]);
  });

  it('counts from the filing where the date had passed by then', async () => {
    at('2026-12-21 09:30');
    const late = await file(
      world,
      'yamada',
      '12/15 15:30に判明。別の方の通知書をお渡ししていました。回収済みです',
      '1人',
      '見ていない',
    );
    expect
      .soft(await why('tanaka', late, '続報'))
      .toEqual([
        '12/21(月) 9:30から数えて 12/21(月) 11:30 です。規則：続報',
        '起点：受け付け（12/21(月) 9:30）',
        'S3 重要の期限です。',
        'もとの期限は、報告した時に過ぎていました。そのため、報告した時から数えます。',
        '業務時間だけを数えて120分です。',
      ]);
  });

  it('says that a condition of the rules counts, where one does', async () => {
    const found = await file(
      world,
      'yamada',
      '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです',
      '1人',
      '見ていない',
    );
    await send('fujita', 'judge_breach', found, {
      reportable: filled.choice('yes'),
      malicious: filled.choice('yes'),
      reason: filled.text('持ち出した人がいると分かったため。'),
    });
    expect
      .soft(await why('tanaka', found, '漏えいの確報'))
      .toEqual([
        '12/21(月) 9:30から数えて 2027/2/19(金) 17:15 です。規則：漏えいの確報',
        '起点：漏えいの判断（藤田）（12/21(月) 9:30）',
        '決められた条件に当てはまるため、いつもとは違う期限です。',
        '60日後の終業までです。休みの日も数えます。',
      ]);
  });
});
