import { randomUUID } from 'node:crypto';
import type { House } from '../../src/compose/house.ts';
import type { InboundBody } from '../../src/application/ports.ts';
import { type HouseClock } from './a-house.ts';
import { settle } from './settle.ts';

const REPORTER = 'yamada';
const TOLD = [
  '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです',
  '昨日、年金手帳を違う方の封筒に入れて送りました。回収済みです',
  '昨日、別の方の証明書を渡しました。回収済みです',
];

/** So many incidents of one reporter, sent without another word; returns their numbers. */
export async function fileIncidents(house: House, clock: HouseClock, count: number): Promise<string[]> {
  const place = { kind: 'personal' as const, address: `me:${REPORTER}` };
  const send = async (body: InboundBody) => {
    const received = await house.edge.receive({
      platform: 'web',
      eventId: randomUUID(),
      person: REPORTER,
      place,
      body,
    });
    if (!received.ok) throw new Error(received.problem.kind);
    await settle(house);
  };
  const say = (text: string) => send({ kind: 'said', text, attachments: 0 });
  for (let index = 0; index < count; index++) {
    clock.pass(1);
    await say(TOLD[index % TOLD.length] ?? '');
    for (const answer of ['1人', '見ていない', '送信']) await say(answer);
  }
  const page = await house.edge.reports(REPORTER, { list: 'mine', words: '', after: null });
  if (!page.ok) throw new Error(page.problem.kind);
  return page.value.reports.map(({ number }) => number).slice(0, count);
}
