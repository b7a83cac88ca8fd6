import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { fileProposal, labels, lastFew, lastFiled, lines, MISHANDED } from './steps.ts';

const PROPOSAL = '番号札の表示が小さいので大きくしてほしい';

let world: World;
beforeAll(async () => {
  world = await aWorld();
}, WORLD_READY_MS);
afterAll(() => world.close());

describe('a status question in the middle', () => {
  it('is answered, and the question that stood is asked again', async () => {
    const { number } = await fileProposal(world, 'yamada', PROPOSAL, '番号札');
    await world.say('yamada', MISHANDED);
    await world.press('yamada', '1人');
    await world.say('yamada', 'この前の提案どうなりました？');
    const [answer, question] = await lastFew(world, 'yamada', 2);
    expect(answer?.text).toContain(`${number}「${PROPOSAL}」です。`);
    expect(question && lines(question)).toEqual(['報告に戻ります。', '渡した相手は、中を見ましたか。']);
    expect(question && labels(question)).toContain('見ていない');
    await world.press('yamada', '見ていない');
    expect(lines(await world.last('yamada'))[0]).toBe('この内容で送りますか。');
  });

  it('so is 「使い方」, which changes nothing', async () => {
    await world.say('yamada', '使い方');
    const [help, summary] = await lastFew(world, 'yamada', 2);
    expect(help?.text).toContain('「戻る」「修正」「やめる」は、いつでも使えます。');
    expect(summary && lines(summary)[0]).toBe('この内容で送りますか。');
    await world.say('yamada', 'やめる');
  });
});

describe('a report left for hours', () => {
  it('is offered again with what is left of it, and a greeting is no answer to it', async () => {
    await world.say('shimizu', MISHANDED);
    world.clock.pass(5 * 60);
    await world.say('shimizu', 'おはようございます');
    expect(lines(await world.last('shimizu'))).toEqual([
      '11/20(金) 9:12 の続きがあります（事件・事故・事務処理誤り、まだ送っていません）。',
      'あと2問です。',
    ]);
    expect(labels(await world.last('shimizu'))).toEqual(['続ける', '今のまま送る', '捨てる']);
  });

  it('「続ける」 goes on where it stood', async () => {
    await world.press('shimizu', '続ける');
    expect(lines(await world.last('shimizu'))).toEqual(['あと2問です。', '何人分ですか。']);
    await world.press('shimizu', '1人');
  });

  it('「今のまま送る」 sends it, and what was not answered is unknown', async () => {
    world.clock.pass(5 * 60);
    await world.say('shimizu', 'おはようございます');
    await world.press('shimizu', '今のまま送る');
    const report = await lastFiled(world, 'shimizu');
    expect(lines(await world.last('shimizu'))[0]).toBe(`受け付けました。番号は ${report.number} です。`);
    expect(report.filing.answers['opened']).toEqual({ kind: 'unknown' });
  });

  it('「捨てる」 drops it, and what was written instead is taken up', async () => {
    await world.say('kobayashi', MISHANDED);
    world.clock.pass(16 * 60);
    await world.say('kobayashi', PROPOSAL);
    await world.press('kobayashi', '捨てる');
    const [dropped, alike, next] = await lastFew(world, 'kobayashi', 3);
    expect(dropped?.text).toBe('捨てました。何も送っていません。');
    expect(alike && lines(alike)[0]).toMatch(/^似た業務改善提案があります：/);
    expect(next && lines(next)[0]).toMatch(/^業務改善提案と考えました。/);
    expect(await world.filed('kobayashi')).toEqual([]);
  });
});

describe('a restart', () => {
  it('in the middle of a conversation changes nothing for the person, whichever browser it goes on in', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-restart-'));
    try {
      const before = await aWorld({ folder });
      await before.say('yamada', MISHANDED);
      await before.press('yamada', '1人');
      await before.close();

      const after = await aWorld({ folder, now: '2026-11-20T09:20:00+09:00' });
      expect((await after.last('yamada')).text).toBe('渡した相手は、中を見ましたか。');
      await after.press('yamada', '見ていない');
      expect((await after.last('yamada')).text).toContain('影響人数：1人');
      await after.press('yamada', '送信');
      const { number } = await lastFiled(after, 'yamada');
      expect((await after.channel('risk-compliance')).map((one) => one.card)).toEqual([number]);
      await after.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
