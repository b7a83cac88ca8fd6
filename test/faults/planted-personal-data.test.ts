import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PREVIEW } from '../../src/domain/acts/act-form-view.ts';
import type { House } from '../../src/compose/house.ts';
import { createLog } from '../../src/observability/log.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { houseOver, sharedParts } from '../support/a-house.ts';
import { settle } from '../support/settle.ts';
import { chatClient, messagesIn, pressIn, type ChatClient } from '../support/chat-client.ts';
import { preparedTemplates } from '../support/embedded-database.ts';
import { tracesInFiles, tracesInRows } from '../support/traces-in.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-planted-'));
/** Stands beside what is planted and may be kept: it shows that the search finds what is there. */
const HARMLESS = '若葉色の封筒';
/** Makes the recogniser, or the masker, fail with the text in its message. */
const BREAKS_RECOGNISER = '読解不能語';
const BREAKS_MASKER = '隠蔽不能語';
const COMPLIANCE =
  '課長に、受付日をさかのぼって書けと言われてます。去年の秋から毎月ずっと続いている改ざんです';

let house: House;
let database: Database;
let yamada: ChatClient;
let suzuki: ChatClient;
let sato: ChatClient;

beforeAll(async () => {
  const parts = await sharedParts();
  const log = createLog({ level: 'debug', file: path.join(folder, 'log', 'tsutae.log') });
  const opened = await openDatabase({ url: null, folder, templates: await preparedTemplates(), log });
  if (!opened.ok) throw new Error(opened.problem.kind);
  database = opened.value;
  const { recognizer, masker } = parts.understandings;
  const refuse = (text: string, word: string) => {
    if (text.includes(word)) throw new Error(`cannot take: ${text}`);
  };
  house = houseOver(parts, database, {
    log,
    config: { ...parts.config, dataFolder: folder, logLevel: 'debug' },
    understandings: {
      recognizer: {
        ...recognizer,
        read: (text, ...rest) => (refuse(text, BREAKS_RECOGNISER), recognizer.read(text, ...rest)),
      },
      masker: { mask: (text) => (refuse(text, BREAKS_MASKER), masker.mask(text)) },
    },
  });
  await house.prepare();
  const listening = await house.start();
  if (!listening.ok) throw new Error(listening.problem.kind);
  yamada = await chatClient(listening.value.address, 'yamada');
  suzuki = await chatClient(listening.value.address, 'suzuki');
  sato = await chatClient(listening.value.address, 'sato');
});
afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Numbers of nobody: made here, each another. */
let made = 0;
function digits(count: number): string {
  made++;
  return Array.from({ length: count }, (_, at) => (made * 7 + at * at * 3 + at * made) % 10).join('');
}

/** With the check digit that the law prescribes. */
function myNumber(): string {
  const eleven = digits(11);
  const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
  const rest = weights.reduce((sum, weight, at) => sum + weight * Number(eleven[at]), 0) % 11;
  return `${eleven}${rest <= 1 ? 0 : 11 - rest}`;
}

const wide = (text: string): string =>
  text.replace(/[0-9-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

interface Planted {
  text: string;
  values: string[];
}

const NAMES = ['山本花子', '佐々木小次郎', '渡辺喜久江', '長谷川八重', '小野寺清', '高橋しづ'];

/** One sentence with one of each kind, no value twice in all of them. */
function planted(before = ''): Planted {
  const name = NAMES[made % NAMES.length] ?? '';
  const pension = `4${digits(3)}-${digits(6)}`;
  const number = myNumber();
  const phone = `080-${digits(4)}-${digits(4)}`;
  const mail = `hanako.${digits(6)}@mail.example`;
  const home = `架空町${digits(2)}-${digits(2)}-${digits(2)}`;
  const account = `1${digits(6)}`;
  const text =
    `${before}${name}様（基礎年金番号 ${pension}）、マイナンバー ${number}、電話 ${wide(phone)}、` +
    `メール ${mail}、住所 秋田県秋田市${home}、普通預金 口座番号 ${account} の方に、${HARMLESS}を渡しました`;
  const values = [name, pension, number, phone, mail, home, account];
  return { text, values: [...values, wide(phone), pension.replace('-', ''), phone.replaceAll('-', '')] };
}

async function expectNoTraces(values: readonly string[]): Promise<void> {
  await settle(house);
  await database.execute('CHECKPOINT');
  expect(tracesInFiles(folder, values)).toEqual([]);
  expect(await tracesInRows(database, values)).toEqual([]);
}

/** Fills every text field of a form. */
async function fill(
  chat: ChatClient,
  opening: Response,
  values: readonly string[],
  picks: Record<string, string>,
) {
  expect(opening.status).toBe(200);
  const { form } = (await opening.json()) as { form: { opener: object; card: object } };
  const text = JSON.stringify(form.card);
  const inputs = [...text.matchAll(/"type":"Input\.Text","id":"([^"]+)"/g)].map(([, id]) => id ?? '');
  const press =
    [...text.matchAll(/"data":\{"press":(\{[^}]*\})\}/g)].map(([, found]) => found ?? '')[0] ?? '{}';
  const entries = inputs.map((id, at) => [id, values[at % values.length] ?? ''] as const);
  const send = (sending: object) =>
    chat.client.post('/forms', {
      eventId: randomUUID(),
      place: chat.home,
      opener: form.opener,
      press: sending,
      values: { ...Object.fromEntries(entries), ...picks },
    });
  const { value, ...sent } = JSON.parse(press) as { action: string; value?: string };
  if (value !== PREVIEW) return send(JSON.parse(press) as object);
  expect((await send({ ...sent, value })).status).toBe(200);
  return send(sent);
}

describe('planted personal data is nowhere in the data folder', () => {
  test('what may be kept is found by the same search', async () => {
    await yamada.say(`別の方の通知書をお渡ししました。${HARMLESS}です`);
    await settle(house);
    expect(tracesInFiles(folder, [HARMLESS]).length).toBeGreaterThan(0);
    expect((await tracesInRows(database, [HARMLESS])).length).toBeGreaterThan(0);
    expect(existsSync(path.join(folder, 'log', 'tsutae.log'))).toBe(true);
  });

  test('in messages, in corrections and in a channel', async () => {
    const seen = [
      planted('昨日、窓口で別の方の通知書を渡しました。'),
      planted('あと、'),
      planted('つたえさん、'),
    ];
    const [first, second, third] = seen;
    expect((await yamada.say(first?.text ?? '')).status).toBe(202);
    expect((await yamada.say(second?.text ?? '')).status).toBe(202);
    expect((await sato.client.say('service-promotion', third?.text ?? '')).status).toBe(202);
    await expectNoTraces(seen.flatMap(({ values }) => values));
  });

  test('in the fields of a form, also of one that is refused', async () => {
    await settle(house);
    await yamada.say('やめる');
    await settle(house);
    await yamada.say('昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです');
    const [refused, taken] = [planted(), planted()];
    const values = (one: Planted) => [one.text];
    const refusal = await fill(yamada, await yamada.press('まとめて書く'), values(refused), {
      found_at: 'x',
    });
    expect([202, 422]).toContain(refusal.status);
    await fill(yamada, await yamada.press('まとめて書く'), values(taken), {});
    await expectNoTraces([refused, taken].flatMap((one) => one.values));
  });

  test('in status questions', async () => {
    const asked = planted('この件どうなりましたか：');
    expect((await yamada.say(asked.text)).status).toBe(202);
    await expectNoTraces(asked.values);
  });

  test('in a question of a department, looked at and sent', async () => {
    const number = await suzuki.report(
      '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです',
    );
    const note = planted('確認しました。');
    const post = (press: object) =>
      sato.client.post('/presses', { eventId: randomUUID(), place: 'service-promotion', press });
    await post({ action: 'acknowledge', report: number });
    await settle(house);
    await post({ action: 'take', report: number });
    await settle(house);
    const opening = await post({ action: 'ask', report: number });
    expect((await fill(sato, opening, [note.text], {})).status).toBe(202);
    await settle(house);
    const news = (await messagesIn(suzuki.client, suzuki.home)).at(-1);
    expect(JSON.stringify(news)).toContain(number);
    await expectNoTraces(note.values);
  });

  test('in text that makes the program fail, at any of its steps', async () => {
    const [early, late] = [planted(BREAKS_MASKER), planted(BREAKS_RECOGNISER)];
    expect((await yamada.say(early.text)).status).toBe(503);
    await yamada.say('昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです');
    await settle(house);
    expect((await yamada.say(late.text)).status).toBe(202);
    for (let attempt = 0; attempt < 6; attempt++) await settle(house);
    expect(await house.store.inbox.givenUp(10)).toHaveLength(1);
    await expectNoTraces([...early.values, ...late.values, BREAKS_MASKER]);
  });

  test('in a button that was never offered', async () => {
    const { values } = planted();
    for (const value of values) {
      const press = { action: 'answer', value: `summary:${value}`, turn: 1 };
      const forged = { eventId: randomUUID(), place: yamada.home, press };
      expect((await yamada.client.post('/presses', forged)).status).toBe(422);
    }
    await expectNoTraces(values);
  });
});

describe('a compliance matter leaves nothing in the data folder but a count', () => {
  const fragments = Array.from({ length: COMPLIANCE.length - 11 }, (_, at) => COMPLIANCE.slice(at, at + 12));

  test('not as a message, in a channel, twice or in a form', async () => {
    await yamada.say('やめる');
    await settle(house);
    const eventId = randomUUID();
    for (let time = 0; time < 2; time++) {
      const said = { eventId, place: yamada.home, text: COMPLIANCE };
      expect((await yamada.client.post('/messages', said)).status).toBe(202);
      await settle(house);
    }
    expect((await sato.client.say('service-promotion', `つたえさん、${COMPLIANCE}`)).status).toBe(202);
    await settle(house);
    await yamada.say('毎回3枚同じことを書かせるので、1枚にまとめればいいのに');
    await settle(house);
    const form = pressIn(await messagesIn(yamada.client, yamada.home), 'まとめて書く');
    expect(form).not.toBeNull();
    const filled = await fill(yamada, await yamada.press('まとめて書く'), [COMPLIANCE], {});
    expect(filled.status).toBe(202);
    await expectNoTraces(fragments);
    const { rows } = await database.execute(
      `SELECT sum(value)::int AS stopped FROM counter WHERE name = 'compliance_stopped'`,
    );
    expect(rows).toEqual([{ stopped: 3 }]);
  });
});
