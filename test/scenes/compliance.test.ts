import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { labels, lastFew, lines, MISHANDED } from './steps.ts';

const VIOLATION = '課長に、受付日をさかのぼって書けと言われてます';
const WITH_INCIDENT = '誤送付を、所長に報告するなと言われました';
const HARASSMENT = '上司に毎日みんなの前で怒鳴られて、つらいです。パワハラだと思います';
const STOP = { label: 'compliance' as const, decision: 'assume' as const, offerCompliance: true };

let world: World;
beforeAll(async () => {
  world = await aWorld({
    understands: {
      [VIOLATION]: { ...STOP, subtype: 'falsification', suspicions: ['violation'] },
      [WITH_INCIDENT]: { ...STOP, subtype: 'concealment', suspicions: ['clerical_error', 'violation'] },
      [HARASSMENT]: { ...STOP, subtype: 'harassment', suspicions: ['violation'] },
    },
  });
}, WORLD_READY_MS);
afterAll(() => world.close());

const stopped = [
  'ここで止めます。チャットは匿名ではありません。管理者が読める場合があります。',
  '法令や規程の違反の話かもしれません。くわしい内容は、ここに書かないでください。',
  'まだ報告になっていません。',
  'つたえは、どこにも投稿していません。',
  '内部窓口：compliance-desk@pension.example',
  '外部窓口（弁護士）：outside-desk@pension.example / 0120-000-0001',
];

describe('what may be a violation', () => {
  it('is stopped: chat is not anonymous, nothing is reported yet, and here are the windows', async () => {
    const received = await world.say('yamada', VIOLATION);
    expect(received).toMatchObject({ ok: true, value: { shown: null } });
    expect(lines(await world.last('yamada'))).toEqual(stopped);
    expect(labels(await world.last('yamada'))).toEqual(['違反ではない', '通報窓口']);
  });

  it('has a notification that says nothing of what it is about', async () => {
    const { view } = await world.last('yamada');
    expect(world.organized.words.say(view.fallback, 'ja')).toBe('お知らせがあります。');
  });

  it('is stored nowhere, counted once, and posted to no channel', async () => {
    const stored = await world.everythingStored();
    expect([VIOLATION, '課長に', 'さかのぼって書け'].filter((words) => stored.includes(words))).toEqual([]);
    expect(/"day":\s*"2026-11-20","name":"compliance_stopped","value":1\b/.test(stored)).toBe(true);
    expect(await world.channel('compliance-desk')).toEqual([]);
    expect(await world.filed('yamada')).toEqual([]);
  });

  it('names the way around the office when an incident is in it', async () => {
    await world.say('shimizu', WITH_INCIDENT);
    expect(lines(await world.last('shimizu'))).toEqual([
      ...stopped,
      '誤りの報告は、拠点を通さずに出せます。',
    ]);
    expect(labels(await world.last('shimizu'))).toEqual(['続ける', '通報窓口']);
  });

  it('names the harassment desk when it is harassment', async () => {
    await world.say('suzuki', HARASSMENT);
    expect(lines(await world.last('suzuki'))).toContain(
      'ハラスメントは、専用の相談窓口があります：harassment-desk@pension.example / 0120-000-0002',
    );
    expect((await world.everythingStored()).includes('怒鳴られて')).toBe(false);
  });

  it('is answered in English to English', async () => {
    await world.say('lee', VIOLATION);
    expect(lines(await world.last('lee'))[0]).toBe(
      'Let us stop here. Chat is not anonymous; administrators may be able to read it.',
    );
  });
});

describe('「違反ではない」', () => {
  it('asks to write it again, because nothing was kept, and lets that one message through', async () => {
    await world.say('kobayashi', VIOLATION);
    await world.press('kobayashi', '違反ではない');
    expect(lines(await world.last('kobayashi'))).toEqual([
      'では、ふつうの報告として続けます。',
      '文は保存していません。もう一度、ひとことで書いてください。',
    ]);
    await world.say('kobayashi', MISHANDED);
    expect((await world.last('kobayashi')).text).toContain('何人分ですか。');
    await world.say('kobayashi', HARASSMENT);
    expect((await lastFew(world, 'kobayashi', 1))[0]?.text).toContain('ここで止めます。');
  });

  it('keeps a report that was being written', async () => {
    await world.press('kobayashi', '違反ではない');
    expect((await world.last('kobayashi')).text).toContain('何人分ですか。');
  });
});

describe('a customer voice', () => {
  it('that was left open yesterday does not let through what is told from inside today', async () => {
    await world.say('nishida', 'お客様から、待ち時間が長いと窓口で怒られました');
    expect((await world.last('nishida')).text).toContain('お客様の声');
    world.clock.pass(24 * 60);
    await world.say('nishida', VIOLATION);
    expect(lines(await world.last('nishida'))[0]).toBe(stopped[0]);
    expect((await world.everythingStored()).includes('さかのぼって書け')).toBe(false);
  });
});
