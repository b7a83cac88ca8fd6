import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/domain/view.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { lastFew, lastFiled, MISHANDED } from './steps.ts';

const LONGEST = 40_000;
const OLD_BUTTON = 'このボタンは、前の画面のものです。下の新しいボタンを押してください。';

let world: World;
beforeAll(async () => {
  world = await aWorld();
}, WORLD_READY_MS);
afterAll(() => world.close());

const why = (result: Awaited<ReturnType<World['say']>>) => {
  if (result.ok) return 'taken';
  return world.organized.words.say(world.organized.words.problem(result.problem), 'ja');
};

/** What the filled form of a person's open draft sends. */
const draftForm = async (person: string): Promise<Press> => {
  const opened = await world.house.edge.openForm(person, { action: 'open_form' });
  const press = opened.ok && opened.value?.buttons.find((one) => one.press.action === 'draft_form')?.press;
  if (!press) throw new Error(`${person} has no form open`);
  return press;
};

describe('a message that cannot be taken', () => {
  it.each(['', '  \n', '　'])('empty (%j): says what to do', async (text) => {
    expect(why(await world.say('yamada', text))).toBe('まだ空です。ひとことで書いてください。');
    expect(await world.heard('yamada')).toEqual([]);
  });

  it('too long: says by how many characters, and stores nothing', async () => {
    const words = 'あ'.repeat(LONGEST + 1);
    expect(why(await world.say('yamada', words))).toBe(
      '文が1字長すぎます。短くして、もう一度送ってください。',
    );
    expect((await world.everythingStored()).includes('あああああ')).toBe(false);
  });

  it('of just the longest length, by characters and not by code units, is taken', async () => {
    const result = await world.say('kobayashi', '𠮷'.repeat(LONGEST));
    expect(result.ok).toBe(true);
    expect(await world.heard('kobayashi')).not.toEqual([]);
    await world.say('kobayashi', 'やめる');
  });

  it('with control characters and halves of characters is taken as far as it can be kept', async () => {
    const result = await world.say(
      'shimizu',
      `昨日、窓口で別の方の\u0000通知書を\ud800お渡し\u0007してしまいました。回収済みです`,
    );
    expect(result.ok).toBe(true);
    expect((await world.last('shimizu')).text).toContain('何人分ですか。');
    await world.press('shimizu', '1人');
    await world.press('shimizu', '見ていない');
    await world.press('shimizu', '送信');
    expect((await lastFiled(world, 'shimizu')).filing.text).toContain('別の方の通知書を');
  });

  it('an image: asks for words', async () => {
    await world.send('watanabe', { kind: 'said', text: '', attachments: 1 });
    expect((await world.last('watanabe')).text).toBe('画像は受け取れません。文字で書いてください。');
  });
});

describe('a forged button', () => {
  it.each(['nothing_like_it', '__proto__', 'constructor', 'toString', ''])(
    '%j does nothing',
    async (action) => {
      await world.send('nishida', { kind: 'pressed', press: { action } });
      expect((await world.last('nishida')).text).toBe(OLD_BUTTON);
      expect(await world.filed('nishida')).toEqual([]);
    },
  );

  it('too long to be ours is refused', async () => {
    const press = { action: 'answer', value: 'x'.repeat(501) };
    expect(why(await world.send('nishida', { kind: 'pressed', press }))).toBe(
      'ボタンを読み取れませんでした。画面を開き直してください。',
    );
  });

  it('that carries a number of a person is refused; one whose random id happens to be digits is not', async () => {
    const press = (value: string) => world.submit('nishida', { action: 'draft_form', value }, {});
    expect(why(await press('090-0000-0000'))).toBe(
      'ボタンを読み取れませんでした。画面を開き直してください。',
    );
    expect(why(await press('11111111-2222-3333-4444-555555555555:incident'))).toBe(OLD_BUTTON);
  });

  it('of another person cannot send what that person is writing', async () => {
    await world.say('yamada', MISHANDED);
    await world.press('yamada', '1人');
    await world.press('yamada', '見ていない');
    const press = (await world.last('yamada')).buttons.find((one) => one.label === '送信')?.press as Press;
    await world.send('suzuki', { kind: 'pressed', press });
    expect((await world.last('suzuki')).text).toBe(OLD_BUTTON);
    expect(await world.filed('suzuki')).toEqual([]);
    expect(await world.filed('yamada')).toEqual([]);
  });

  it('cannot open or fill another person’s form', async () => {
    const refused = { ok: false, problem: { kind: 'old_button' } };
    const press = await draftForm('yamada');
    expect(await world.house.edge.openForm('suzuki', { action: 'open_form' })).toEqual(refused);
    expect(await world.submit('suzuki', press, {})).toEqual(refused);
  });

  it.each(['people:__proto__', 'people:no_such_option', 'opened:opened', 'people', ':', ''])(
    'an answer that was not offered (%j) is not taken',
    async (value) => {
      await world.say('okamoto', MISHANDED);
      const { turn } = (await world.last('okamoto')).buttons[0]?.press ?? {};
      await world.send('okamoto', { kind: 'pressed', press: { action: 'answer', value, turn: turn ?? 0 } });
      const [told, question] = await lastFew(world, 'okamoto', 2);
      expect(told?.text).toBe(OLD_BUTTON);
      expect(question?.text).toBe('何人分ですか。');
      await world.say('okamoto', 'やめる');
    },
  );
});

describe('a person', () => {
  it.each([
    ['who is not in the directory', 'nobody'],
    ['who has left', 'takeda'],
    ['who has not begun yet', 'aoki'],
    ['named like a property', '__proto__'],
  ])('%s is told whom to tell, and nothing is kept', async (_who, person) => {
    expect(why(await world.say(person, MISHANDED))).toBe(
      '名簿に見つかりません。システム管理者に知らせてください。',
    );
    expect(await world.heard(person)).toEqual([]);
    expect((await world.house.edge.visible(person, ['INC-26-0000A'])).size).toBe(0);
  });
});

describe('a form', () => {
  const filled = {
    summary: { answer: { kind: 'text' as const, text: '窓口で別の方の通知書を渡した' } },
    found_at: { answer: { kind: 'date' as const, date: '2026-11-20' } },
    found_by: { answer: { kind: 'unit' as const, unit: 'midori' } },
    people: { typed: '３人' },
    personal_data: { answer: { kind: 'choice' as const, choice: 'yes' } },
    first_response: { answer: { kind: 'text' as const, text: '電話でおわびした' } },
  };
  const said = (
    errors: readonly { field: string; message: Parameters<typeof world.organized.words.say>[0] }[],
  ) => errors.map(({ field, message }) => [field, world.organized.words.say(message, 'ja')]);

  it('with an abolished office names its successor; a day to come and an empty field say how to mend it', async () => {
    await world.say('kudo', MISHANDED);
    const result = await world.submit('kudo', await draftForm('kudo'), {
      ...filled,
      summary: null,
      found_at: { answer: { kind: 'date', date: '2026-12-24' } },
      found_by: { answer: { kind: 'unit', unit: 'aoba' } },
      people: { typed: 'たくさん' },
    });
    expect(!result.ok && result.problem.kind === 'fields' && said(result.problem.errors)).toEqual([
      ['summary', 'まだ空です。ひとことで書いてください。'],
      ['found_at', '未来の日付です。今日か、前の日にしてください。'],
      ['found_by', 'あおば年金事務所は、今はありません。みどり年金事務所を選んでください。'],
      ['people', '数字がありません。「3」のように書いてください。'],
    ]);
  });

  it('with errors leaves the conversation where it was, and nothing of it is lost', async () => {
    const opened = await world.house.edge.openForm('kudo', { action: 'open_form' });
    const values = opened.ok ? opened.value?.inputs.map((input) => [input.id, input.value]) : [];
    expect(Object.fromEntries(values ?? [])).toMatchObject({
      summary: { kind: 'text', text: MISHANDED },
      occurred_on: { kind: 'date', date: '2026-11-19' },
      recovered: { kind: 'choice', choice: 'recovered' },
    });
    expect((await world.last('kudo')).text).toContain('何人分ですか。');
  });

  it('mended goes on to what is still open, then to the summary', async () => {
    const result = await world.submit('kudo', await draftForm('kudo'), filled);
    expect(result.ok).toBe(true);
    expect((await world.last('kudo')).text).toBe('回収しましたか。');
    await world.press('kudo', '回収した');
    await world.press('kudo', '見ていない');
    expect((await world.last('kudo')).text).toContain('影響人数：3人');
    await world.say('kudo', 'やめる');
  });

  it('of a report already sent is old', async () => {
    await world.say('matsuda', MISHANDED);
    const press = await draftForm('matsuda');
    for (const label of ['1人', '見ていない', '送信']) await world.press('matsuda', label);
    expect(why(await world.submit('matsuda', press, filled))).toBe(OLD_BUTTON);
  });
});
