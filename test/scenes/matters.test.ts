import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { absorbedIn } from '../../src/domain/merged.ts';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues } from '../../src/domain/view.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { cardIn, fileMishanded, fileProposal, filled, formPress, labels, lines, sendForm } from './steps.ts';

const WHY = '同じ住所変更届の話のため。';
const UNSEEN = 'あなたが見られる報告には、ありませんでした。';

let world: World;
let first: Report;
let second: Report;
let incident: Report;
beforeAll(async () => {
  world = await aWorld();
  const words = '毎回3枚同じことを書くのが大変です。1枚にまとめればいいと思います';
  first = await fileProposal(world, 'yamada', words, '住所変更届');
  second = await fileProposal(world, 'shimizu', words, '住所変更届');
  incident = await fileMishanded(world, 'kobayashi');
}, WORLD_READY_MS);
afterAll(() => world.close());

const send = (person: string, action: string, number: string, values: FormValues) =>
  sendForm(world, person, formPress(action, number), values);
const named = (number: string) => ({ number: filled.text(number) });
const into = (number: string, why = WHY) => ({ ...named(number), reason: filled.text(why) });
const keysOn = async (person: string, number: string) => {
  const page = await world.house.edge.report(person, number);
  return page.ok ? page.value.view.buttons.map(({ label }) => label.key) : [];
};
const stored = async (...reports: Report[]) => Promise.all(reports.map(({ number }) => world.report(number)));

describe('関連をつける', () => {
  it('answers a number that one may not see like one that does not exist', async () => {
    const before = await stored(first, incident);
    expect(await send('sato', 'link', first.number, named(incident.number))).toContain(UNSEEN);
    expect(await send('sato', 'link', first.number, named('PRP-26-0000A'))).toContain(UNSEEN);
    expect(await send('sato', 'link', first.number, named('なし'))).toContain(UNSEEN);
    expect(await send('sato', 'link', first.number, named(first.number))).toContain('この報告の番号です。');
    expect(await stored(first, incident)).toEqual(before);
  });

  it('names each on the other, however the number is typed, once', async () => {
    const typed = second.number.toLowerCase().replaceAll('-', ' ');
    expect(await send('sato', 'link', first.number, named(typed))).toBe('taken');
    expect((await cardIn(world, 'service-promotion', first.number))?.text).toContain(
      `関連：${second.number}`,
    );
    expect((await cardIn(world, 'service-promotion', second.number))?.text).toContain(
      `関連：${first.number}`,
    );
    expect(await send('hayashi', 'link', second.number, named(first.number))).toBe(
      'もう関連がついています。',
    );
  });

  it('is taken off both again', async () => {
    const values = { number: filled.choice(second.number) };
    expect(await send('sato', 'unlink', first.number, values)).toBe('taken');
    expect((await stored(first, second)).map(({ links }) => links)).toEqual([[], []]);
  });
});

describe('まとめる', () => {
  it.each([
    ['into itself', () => second.number, 'この報告の番号です。'],
    ['into one that one may not see', () => incident.number, UNSEEN],
    ['into nothing', () => 'PRP-26-0000A', UNSEEN],
  ])('%s: says why, and changes nothing', async (_what, number, words) => {
    const before = await stored(first, second, incident);
    expect(await send('sato', 'merge', second.number, into(number()))).toContain(words);
    expect(await stored(first, second, incident)).toEqual(before);
  });

  it('is for triage alone', async () => {
    expect(await send('yamada', 'merge', second.number, into(first.number))).toMatch(/だけができます。$/);
    expect(await send('hashimoto', 'merge', second.number, into(first.number))).toMatch(/だけができます。$/);
  });

  it('ends the one, and its reporter is told where it goes on', async () => {
    await world.pressCard('hayashi', second.number, 'take');
    expect(await send('sato', 'merge', second.number, into(first.number))).toBe('taken');
    const [main, merged] = await stored(first, second);
    expect(merged).toMatchObject({ state: 'merged', holder: null });
    expect(main?.followers).toEqual(['shimizu']);
    expect(lines(await world.last('shimizu')).slice(0, 2)).toEqual([
      `${second.number} を ${first.number} にまとめました。これからは ${first.number} の動きをお知らせします。`,
      WHY,
    ]);
    const card = await cardIn(world, 'service-promotion', second.number);
    expect(card?.text).toContain('状態：統合済');
    expect(card?.text).not.toContain('期限：');
    expect(card && labels(card)).toEqual(['くわしく']);
  });

  it('makes no circles: neither back, nor into what is merged, nor twice', async () => {
    const before = await stored(first, second);
    expect(await send('sato', 'merge', first.number, into(second.number))).toBe(
      `${second.number} は、もう ${first.number} にまとめてあります。${first.number} を選んでください。`,
    );
    expect(await send('hayashi', 'merge', second.number, into(first.number))).toBe(
      '佐藤さんが 9:12 に「まとめる」を済ませています。',
    );
    expect(await stored(first, second)).toEqual(before);
  });

  it('tells every reporter what happens to the main one', async () => {
    await world.pressCard('sato', first.number, 'take');
    for (const person of ['yamada', 'shimizu'])
      expect(lines(await world.last(person))[0]).toBe(`佐藤さんが ${first.number} の担当になりました。`);
  });

  it('is undone: each is where it was, with its own clocks, and is told of itself alone', async () => {
    expect(
      await send('sato', 'unmerge', second.number, { reason: filled.text('別の様式の話だったため。') }),
    ).toBe('taken');
    const [main, back] = await stored(first, second);
    expect(back).toMatchObject({ state: 'under_review', holder: 'hayashi' });
    expect(main?.followers).toEqual([]);
    expect((await cardIn(world, 'service-promotion', second.number))?.text).toContain('期限：');
    expect(lines(await world.last('shimizu'))[0]).toContain(`${second.number} を ${first.number} から分けて`);
    expect(
      await send('hayashi', 'unmerge', second.number, { reason: filled.text('別の様式の話だったため。') }),
    ).toBe('佐藤さんが 9:12 に「まとめを戻す」を済ませています。');
  });
});

describe('分ける', () => {
  it('files a part as a report of its own for the same reporter, who is told both numbers', async () => {
    const values = {
      type: filled.choice('risk'),
      text: filled.text('同じことを3回書くと転記を誤るおそれがあります。'),
    };
    expect(await send('sato', 'split', first.number, values)).toBe('taken');
    const filed = (await world.filed('yamada')).find(({ type }) => type === 'risk');
    expect(filed).toMatchObject({ reporter: 'yamada', primary: 'risk-compliance', state: 'received' });
    expect(filed?.filing.text).toBe('同じことを3回書くと転記を誤るおそれがあります。');
    expect(filed?.links.map(({ number }) => number)).toEqual([first.number]);
    expect(lines(await world.last('yamada'))[0]).toBe(
      `${first.number} を2つに分けました。新しい番号は ${filed?.number} です。`,
    );
  });
});

describe('分割を戻す', () => {
  const why = { reason: filled.text('分けずに対応するため。') };
  const part = async () => {
    const filed = (await world.filed('yamada')).find(({ type }) => type === 'risk');
    if (!filed) throw new Error('nothing was split');
    return filed;
  };

  it('is offered on the part, to those who triage it, and on nothing that was filed by itself', async () => {
    const { number } = await part();
    expect(await keysOn('tanaka', number)).toContain('act.unsplit');
    expect(await keysOn('yamada', number)).not.toContain('act.unsplit');
    expect(await keysOn('sato', first.number)).not.toContain('act.unsplit');
    expect(await send('yamada', 'unsplit', number, why)).toMatch(/だけができます。$/);
  });

  it('ends the part in the report that it came from, whose type is another, and tells the reporter', async () => {
    const { number } = await part();
    await world.pressCard('tanaka', number, 'take');
    const before = await world.report(first.number);
    expect(await send('tanaka', 'unsplit', number, why)).toBe('taken');
    expect(await part()).toMatchObject({ state: 'merged', holder: null });
    const after = await world.report(first.number);
    expect(absorbedIn(after)).toEqual([number]);
    expect(after).toMatchObject({ state: before.state, level: before.level, followers: before.followers });
    expect(lines(await world.last('yamada')).slice(0, 2)).toEqual([
      `${number} を ${first.number} にまとめました。これからは ${first.number} の動きをお知らせします。`,
      '分けずに対応するため。',
    ]);
    const card = await cardIn(world, 'risk-compliance', number);
    expect(card?.text).not.toContain('期限：');
  });

  it('is done once, and whoever comes second is told who did it', async () => {
    expect(await send('mori', 'unsplit', (await part()).number, why)).toBe(
      '田中さんが 9:12 に「分割を戻す」を済ませています。',
    );
  });

  it('can be undone like every merge, and done again', async () => {
    const { number } = await part();
    expect(await send('tanaka', 'unmerge', number, why)).toBe('taken');
    expect(await part()).toMatchObject({ state: 'in_progress', holder: 'tanaka' });
    expect(absorbedIn(await world.report(first.number))).toEqual([]);
    expect(await send('mori', 'unsplit', number, why)).toBe('taken');
    expect(absorbedIn(await world.report(first.number))).toEqual([number]);
    expect(await send('mori', 'unmerge', number, why)).toBe('taken');
  });

  it('waits until what it came from stands for itself', async () => {
    const { number } = await part();
    expect(await send('sato', 'merge', first.number, into(second.number))).toBe('taken');
    const before = await stored(await part(), first, second);
    expect(await send('tanaka', 'unsplit', number, why)).toContain(
      `もとの報告 ${first.number} は、${second.number} にまとめてあります。先にそれを戻してください。`,
    );
    expect(await stored(await part(), first, second)).toEqual(before);
    expect(await send('sato', 'unmerge', first.number, why)).toBe('taken');
  });
});

describe('who follows a report that they may not read', () => {
  let main: Report;
  const told = () => world.last('shimizu');

  it('hears of it with nothing to press that would show them nothing', async () => {
    main = incident;
    const other = await fileMishanded(world, 'shimizu');
    expect(await send('tanaka', 'merge', other.number, into(main.number, '同じ通知書の誤りのため。'))).toBe(
      'taken',
    );
    await world.pressCard('tanaka', main.number, 'take');
    expect((await told()).text).toContain(`${main.number} の担当になりました。`);
    expect(labels(await told())).toEqual([]);
    expect(labels(await world.last('kobayashi'))).toEqual([`${main.number}を見る`, '書き足す']);
  });

  it('also when the clocks say that it is still in hand', async () => {
    world.clock.set('2026-12-08T09:00:00+09:00');
    await world.tick();
    const inHand = async (person: string) =>
      (await world.heard(person)).filter(({ text }) =>
        text.startsWith(`${main.number} は「対応中」です。前回のお知らせから変わっていません。`),
      );
    expect((await inHand('shimizu')).map(labels)).toEqual([[]]);
    expect((await inHand('kobayashi')).map(labels)).toEqual([[`${main.number}を見る`, '書き足す']]);
  });

  it('says whether its answer answers them', async () => {
    const answer = { kind: filled.choice('final'), text: filled.text('封筒の確認欄を足しました。') };
    expect(await send('tanaka', 'answer', main.number, answer)).toBe('taken');
    expect(labels(await told())).toEqual(['はい', 'いいえ']);
    await world.press('shimizu', 'はい');
    expect((await told()).text).toBe('ありがとうございます。担当の記録に残しました。');
  });
});
