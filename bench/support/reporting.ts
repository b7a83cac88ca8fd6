import type { World } from '../../test/support/a-world.ts';
import type { Setting } from './benchmark.ts';
import { durations, timed, type Durations } from './durations.ts';

/** What is reported in a conversation, and the buttons that its reporter answers with before 送信. */
interface Matter {
  said: string;
  presses: readonly string[];
}

export interface Said {
  text: string;
  buttons: readonly string[];
}

/** Somebody at one platform, in their own conversation. */
export interface Reporter {
  /** Both resolve once the platform was answered, and fail where that was no 200. */
  write(text: string): Promise<void>;
  press(label: string): Promise<void>;
  /** Everything that was said to them so far, oldest first. */
  heard(): readonly Said[];
}

export interface Reporting {
  acknowledged: Durations;
  /** From the acknowledged 送信 until the number stands in the conversation. */
  receipts: Durations;
  /** When each report's 送信 was acknowledged, by number: of `performance.now()`. */
  sent: Map<string, number>;
}

/** Asks for something, and begins nothing. */
export const QUESTION = '先月の番号札の提案は、どうなりましたか';
/** Among whom the reports are shared out. */
export const PEOPLE = 300;

const FULL: Load = { reports: 3_000, lastsMs: 600_000 };
const QUICK: Load = { reports: 12, lastsMs: 4_000 };

export function loadOf({ quick }: Setting): Load {
  return quick ? QUICK : FULL;
}

const TICKS_EVERY_MS = 50;

/** What is put off comes due in real time. Returns what ends that. */
export function inRealTime({ clock }: Pick<World, 'clock'>): () => void {
  const ticking = setInterval(() => clock.set(new Date().toISOString()), TICKS_EVERY_MS);
  return () => clearInterval(ticking);
}

export interface Load {
  reports: number;
  /** Over which they begin, in milliseconds. */
  lastsMs: number;
}

const SEND = '送信';
const RECEIVED = '受け付けました';
/** Voices, proposals and incidents in turn: departments of their own, so that no channel gets everything. */
const MATTERS: readonly Matter[] = [
  {
    said: '窓口で「番号札の順番が分かりにくい」とお客様からご意見をいただきました。その場でお詫びして説明しました',
    presses: [],
  },
  { said: '窓口の番号札に待ち人数を表示するようにしたいです', presses: ['分からない'] },
  {
    said: '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです',
    presses: ['1人', '見ていない'],
  },
  { said: '待ち時間が長いとお客様から苦情がありました。お詫びしています', presses: ['来訪'] },
  { said: '届書の記入例が古いので、新しい様式の記入例に差し替えてはどうでしょうか', presses: [] },
  {
    said: '今日、別の方の年金証書を誤って窓口で交付しました。回収しました',
    presses: ['1人', '見ていない'],
  },
];
const LOOKS_EVERY_MS = 50;
/** What does not come within this was lost. */
const PATIENCE_MS = 60_000;
const NUMBER = /[A-Z]{3}-\d\d-[0-9A-Z]{5}/;

/** So many reports, evenly, by everybody in turn; nobody begins one before their last one is sent. */
export async function reportAll(
  reporters: readonly Reporter[],
  { reports, lastsMs }: Load,
): Promise<Reporting> {
  const found = { acknowledged: durations(), receipts: durations(), sent: new Map<string, number>() };
  const busy = reporters.map((reporter) => ({ reporter, before: Promise.resolve() }));
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: reports }, async (_, index) => {
      await until(begin + (index * lastsMs) / reports);
      const one = busy[index % busy.length];
      if (!one) return;
      one.before = one.before.then(() => reportOne(one.reporter, matterOf(index, busy.length), found));
      await one.before;
    }),
  );
  return found;
}

/** With each turn something else, for everybody. */
function matterOf(index: number, people: number): Matter {
  const matter = MATTERS[(index + Math.floor(index / people)) % MATTERS.length];
  if (!matter) throw new Error('there is nothing to report');
  return matter;
}

async function reportOne(reporter: Reporter, { said, presses }: Matter, found: Reporting): Promise<void> {
  const next = listenTo(reporter);
  const acknowledge = async (request: () => Promise<void>) =>
    found.acknowledged.add((await timed(request)).ms);
  await acknowledge(() => reporter.write(said));
  for (const label of [...presses, SEND]) {
    await next(({ buttons }) => buttons.includes(label));
    await acknowledge(() => reporter.press(label));
  }
  const at = performance.now();
  const { text } = await next((one) => one.text.includes(RECEIVED));
  found.receipts.add(performance.now() - at);
  found.sent.set(NUMBER.exec(text)?.[0] ?? '', at);
}

/** Looks at each thing that is said from now on once. */
function listenTo(reporter: Reporter): (wanted: (said: Said) => boolean) => Promise<Said> {
  let looked = reporter.heard().length;
  return async (wanted) => {
    for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
      for (const said of reporter.heard().slice(looked)) {
        looked += 1;
        if (wanted(said)) return said;
      }
      await until(performance.now() + LOOKS_EVERY_MS);
    }
    throw new Error(`nobody was answered within ${String(PATIENCE_MS / 1000)} s`);
  };
}

/** @param at of `performance.now()`, in milliseconds */
export function until(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
}
