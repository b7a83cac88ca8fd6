import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { controlIds, valuesOf } from '../../../src/cards/input-values.ts';
import type { InputValues } from '../../../src/cards/input-values.ts';
import type { Answer } from '../../../src/domain/answers.ts';
import type { Input } from '../../../src/domain/view.ts';
import { STOPPING_WORD } from '../../support/echo-edge.ts';
import { formView } from '../../support/sample-views.ts';
import { REPORTER } from '../../support/small-organization.ts';
import { signedInClient, startWebWorld } from '../../support/web-world.ts';
import type { WebClient, WebWorld } from '../../support/web-world.ts';

let world: WebWorld;
let client: WebClient;
const place = `me:${REPORTER}`;
const opener = { action: 'open_form', turn: 1 };
const next = { action: 'draft_form', turn: 1 };

beforeAll(async () => {
  world = await startWebWorld();
  client = await signedInClient(world.address, REPORTER);
});
afterAll(() => world.stop());

function submit(values: Record<string, string>): Promise<Response> {
  return client.post('/forms', { eventId: randomUUID(), place, opener, press: next, values });
}

async function ownWords(): Promise<unknown[]> {
  const { messages } = (await (await client.get(`/places/${place}/messages`)).json()) as {
    messages: { author: { me?: boolean }; text: string | null }[];
  };
  return messages.filter(({ author }) => author.me).map(({ text }) => text);
}

describe('pressing a button', () => {
  test('goes in as a press, and stands in the conversation in the words of the button', async () => {
    await client.say(place, '通知書を渡した');
    await expect.poll(() => world.webChat.revision(place)).toBe(2);
    const press = { action: 'answer', value: 'people:one', turn: 1 };
    const body = { eventId: randomUUID(), place, press };
    const answers = [await client.post('/presses', body), await client.post('/presses', body)];
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(world.edge.received.at(-1)).toMatchObject({ person: REPORTER, body: { kind: 'pressed', press } });
    expect(await ownWords()).toEqual(['通知書を渡した', '1人']);
  });

  test('a press that nothing offers is handed in all the same, and no words are made up for it', async () => {
    const before = await ownWords();
    const press = { action: 'mine' };
    expect((await client.post('/presses', { eventId: randomUUID(), place, press })).status).toBe(202);
    expect(world.edge.received.at(-1)?.body).toEqual({ kind: 'pressed', press });
    expect(await ownWords()).toEqual(before);
  });

  test('a press that carries more than ids is unreadable', async () => {
    const press = { action: 'take', role: 'administrator' };
    expect((await client.post('/presses', { eventId: randomUUID(), place, press })).status).toBe(400);
  });

  test('a press that opens a form answers with it at once', async () => {
    const count = world.edge.received.length;
    const response = await client.post('/presses', { eventId: randomUUID(), place, press: opener });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      form: { opener, title: '事件・事故・事務処理誤り', card: { type: 'AdaptiveCard', lang: 'ja' } },
    });
    expect(world.edge.received).toHaveLength(count);
  });

  test('a unit field offers every living unit by its name', async () => {
    const response = await client.post('/presses', { eventId: randomUUID(), place, press: opener });
    const choices = ['みどり年金事務所', 'リスク・コンプライアンス部', 'サービス推進部'];
    for (const name of choices) expect(await response.clone().text()).toContain(name);
  });
});

describe('submitting a form', () => {
  test('what has to be mended comes back by field', async () => {
    const response = await submit({});
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      problem: 'fields',
      errors: { summary: 'まだ空です。ひとことで書いてください。' },
    });
  });

  test('a form that no press opens is an old button', async () => {
    const body = { eventId: randomUUID(), place, opener: { action: 'answer' }, press: next, values: {} };
    expect((await client.post('/forms', body)).status).toBe(409);
  });

  test('what cannot be read stays as it was typed', async () => {
    await submit({ summary: '概要', people: 'たくさん' });
    expect(world.edge.received.at(-1)?.body).toMatchObject({ values: { people: { typed: 'たくさん' } } });
  });

  test('it is told when nothing of it was kept, also when the same is sent again', async () => {
    const values = { summary: `${STOPPING_WORD}の話` };
    const body = { eventId: randomUUID(), place, opener, press: next, values };
    for (const response of [await client.post('/forms', body), await client.post('/forms', body)])
      expect(await response.json()).toEqual({ form: null, preview: null, stopped: true });
    const kept = await submit({ summary: '概要' });
    expect(await kept.json()).toEqual({ form: null, preview: null, stopped: false });
  });

  test('every answer that a form can hold arrives as it was given', async () => {
    const inputs = formView().inputs;
    const answers = fc.record(Object.fromEntries(inputs.map((input) => [input.id, answerTo(input)])));
    await fc.assert(
      fc.asyncProperty(answers, async (filled) => {
        const given: Record<string, Answer | null> = { ...filled };
        given['summary'] ??= { kind: 'text', text: '概要' };
        expect((await submit(filledCard(inputs, given))).status).toBe(202);
        const expected = Object.entries(given).map(([id, answer]) => [id, answer && { answer }] as const);
        const values = Object.fromEntries(expected);
        expect(world.edge.received.at(-1)?.body).toMatchObject({
          kind: 'submitted',
          press: next,
          values,
        });
      }),
      { numRuns: 40 },
    );
  });
});

/** What the page sends for a card that was filled with these answers. */
function filledCard(
  inputs: readonly Input[],
  answers: Readonly<Record<string, Answer | null>>,
): Record<string, string> {
  const controls = inputs.flatMap((input) => {
    const answer = answers[input.id];
    if (!answer) return [];
    const ids = controlIds(input);
    const values = Object.entries(valuesOf(input, answer)) as [keyof InputValues, string][];
    return values
      .filter(([, value]) => value !== '')
      .map(([control, value]) => [ids[control], value] as const);
  });
  return Object.fromEntries(controls);
}

function answerTo(input: Input): fc.Arbitrary<Answer | null> {
  const ready: Answer[] = input.options.map((option) => option.answer);
  if (input.allowUnknown) ready.push({ kind: 'unknown' });
  return fc.oneof(fc.constant(null), ...ready.map((answer) => fc.constant(answer)), ...written(input));
}

function written({ kind }: Input): fc.Arbitrary<Answer>[] {
  const day = fc
    .date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));
  switch (kind) {
    case 'text':
      return [
        fc
          .string({ minLength: 1, unit: 'grapheme' })
          .filter((text) => text.trim() !== '')
          .map((text) => ({ kind: 'text', text })),
      ];
    case 'count':
    case 'money':
      return [fc.nat().map((n) => ({ kind: 'count', from: n, to: n }))];
    case 'date':
      return [day.map((date) => ({ kind: 'date', date }))];
    case 'datetime':
      return [day.map((date) => ({ kind: 'date', date, time: '09:30' }))];
    case 'unit':
      return [fc.constantFrom('risk', 'service').map((unit) => ({ kind: 'unit', unit }))];
    case 'choice':
      return [];
  }
}
