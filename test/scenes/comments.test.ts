import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import type { Report } from '../../src/domain/report.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { comment as commentOn, fileProposal, filled, labels, lines, pressOf } from './steps.ts';

const SECRET = '様式係と電話で相談しました';
let world: World;
let report: Report;
beforeAll(async () => {
  world = await aWorld();
  report = await fileProposal(world, 'suzuki', '番号札の表示が小さいので大きくしてほしい', '窓口の番号札');
  await world.pressCard('sato', report.number, 'acknowledge');
}, WORLD_READY_MS);
afterAll(() => world.close());

const press = (action: string, value?: number) => pressOf(report, action, value);
const comment = (person: string, text: string) => commentOn(world, person, report, text);
const page = (person: string) => world.house.edge.report(person, report.number);
async function thread(person: string) {
  const found = await page(person);
  if (!found.ok) throw new Error(found.problem.kind);
  const say = (text: (typeof found.value)['title']) => world.organized.words.say(text, 'ja');
  return found.value.thread?.entries.map(({ head, text, remark }) => [
    say(head),
    text,
    remark && say(remark),
  ]);
}

/** Everything that somebody can be shown of anything, and every change that their browser would be told of. */
async function everythingShownTo(person: string): Promise<string> {
  const { edge, store } = world.house;
  const lists = ['mine', 'tasks', 'overdue', 'all'] as const;
  const rows = [];
  for (const list of lists) {
    rows.push(await edge.reports(person, { list, words: '', after: null }));
    const exported = await edge.exportReports(person, { list, words: '', after: null });
    if (exported.ok) for await (const part of exported.value) rows.push(part);
  }
  const places = await store.webChat.standings(person, [`me:${person}`, 'service-promotion', 'akita']);
  return JSON.stringify([
    await page(person),
    rows,
    await edge.openForm(person, press('comment')),
    await edge.preview(person, press('comment_form'), { text: filled.text('よそのことば') }),
    await world.heard(person),
    [...places],
    [...(await edge.visible(person, [report.number]))],
  ]);
}

describe('コメント', () => {
  it('leaves no trace for the reporter, nor for whoever reads the open list', async () => {
    const before = await Promise.all(['suzuki', 'yamada'].map(everythingShownTo));
    expect(await comment('sato', SECRET)).toBe('taken');
    expect(await comment('kato', '様式の費用を確認します')).toBe('taken');
    const seq = (await world.report(report.number)).steps.find(({ kind }) => kind === 'commented')?.seq;
    await world.submit('sato', press('edit_comment_form', seq), { text: filled.text('相談は終わりました') });
    expect(await Promise.all(['suzuki', 'yamada'].map(everythingShownTo))).toEqual(before);
    await world.say('suzuki', `${report.number}は？`);
    await world.press('suzuki', 'くわしく');
    const told = (await world.heard('suzuki')).map(({ text }) => text).join('\n');
    expect(told).not.toMatch(/コメント|電話で相談|相談は終わりました|様式の費用/);
  });

  it('is read by those who work on the report, with every version', async () => {
    expect(await thread('kato')).toEqual([
      ['コメント（佐藤）', '相談は終わりました', expect.stringMatching(/^編集済み（/)],
      ['コメント（加藤）', '様式の費用を確認します', null],
    ]);
    expect(await thread('suzuki')).toBeUndefined();
    const found = await page('kato');
    expect(found.ok && found.value.thread?.entries[0]?.earlier.map(({ text }) => text)).toEqual([SECRET]);
  });

  it('is told to those who talk about it, without a word of it', async () => {
    const told = await world.last('sato');
    expect(lines(told)).toEqual([`加藤さんが、${report.number} に部内のコメントを書きました。`]);
    expect(labels(told)).toEqual(['くわしく']);
    await world.press('sato', 'くわしく');
    const details = (await world.last('sato')).text;
    expect(details).toContain('コメント（加藤）');
    // What stands in a conversation is not taken back when a comment is deleted.
    expect(details).toContain('コメントの文は、報告のページか、カードの下で読めます。');
    expect(details).not.toContain('様式の費用を確認します');
  });

  it('is masked, and nothing of it is written by one who has no part in it', async () => {
    await comment('sato', '山田太郎様（基礎年金番号 1234-567890）のことです');
    expect((await thread('sato'))?.at(-1)?.[1]).toBe('〔氏名〕様（基礎年金番号 〔基礎年金番号〕）のことです');
    expect(await comment('suzuki', 'ひとこと')).toMatch(/だけができます。$/);
    expect(await comment('yamada', 'ひとこと')).not.toBe('taken');
    expect((await world.everythingStored()).includes('567890')).toBe(false);
    expect((await world.everythingStored()).includes('ひとこと')).toBe(false);
  });

  it('is changed and deleted by its author alone, also with a button of another’s page', async () => {
    const seq = (await world.report(report.number)).steps.find(({ kind }) => kind === 'commented')?.seq;
    const before = await world.report(report.number);
    for (const [action, values] of [
      ['edit_comment_form', { text: filled.text('書き換え') }],
      ['delete_comment_form', {}],
    ] as const)
      expect(await world.submit('kato', press(action, seq), values)).toMatchObject({
        ok: false,
        problem: { kind: 'forbidden' },
      });
    expect((await world.submit('sato', press('delete_comment_form', 1), {})).ok).toBe(false);
    expect(await world.report(report.number)).toEqual(before);
  });

  it('that is deleted is gone from everywhere, and the ledger verifies', async () => {
    const seq = (await world.report(report.number)).steps.find(({ kind }) => kind === 'commented')?.seq;
    expect((await world.submit('sato', press('delete_comment_form', seq), {})).ok).toBe(true);
    expect((await thread('kato'))?.[0]).toEqual([
      'コメント（佐藤）',
      null,
      expect.stringMatching(/^佐藤さんが .* に消しました。$/),
    ]);
    const stored = await world.everythingStored();
    expect(stored.includes(SECRET) || stored.includes('相談は終わりました')).toBe(false);
    expect(stored.includes('様式の費用を確認します')).toBe(true);
    const { store, surroundings, signer } = world.house;
    const found = await verifyLedger({ ...surroundings, ledger: store.ledger, signer });
    expect(found).toMatchObject({ flaw: null, purged: 2 });
    expect((await world.submit('sato', press('delete_comment_form', seq), {})).ok).toBe(false);
  });

  it.each([
    '窓口の記録と突き合わせました。',
    '担当に確かめました。記録は残っています。',
    '鍵の貸出簿に名前がありません',
  ])('about the work is not taken for a compliance matter: %s', async (text) => {
    await comment('sato', text);
    expect((await thread('sato'))?.map(([, said]) => said)).toContain(text);
  });

  it('that is a compliance matter for certain is kept nowhere, and the windows are named', async () => {
    const told = '課長が書類を偽造して処理した件を隠しています';
    await comment('sato', told);
    expect(JSON.stringify(await thread('sato'))).not.toContain('偽造');
    expect(await world.everythingStored()).not.toContain('偽造');
    expect((await world.last('sato')).text).toContain('内部窓口');
  });

  it('is refused while it is empty, with what to do', async () => {
    expect(await world.submit('sato', press('comment_form'), { text: filled.text('  ') })).toMatchObject({
      ok: false,
      problem: { kind: 'fields', errors: [{ field: 'text' }] },
    });
  });
});
