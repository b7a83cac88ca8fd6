import { expect, test } from 'vitest';
import type { NewQuestion } from '../../../src/application/ports/open-questions.ts';
import type { Transaction } from '../../../src/application/ports/storage.ts';
import { aReport, extended, NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const TEXT = '未支給の請求に、〔氏名〕様の委任状は要りますか。\n"原本"ですか。';
const term = (text: string, weight = 1) => ({ text, weight });

function aQuestion(over: Partial<NewQuestion> = {}): NewQuestion {
  return { text: TEXT, unit: 'pension', terms: [term('未支給', 3), term('委任状', 2)], at: NOON, ...over };
}
const minutesAfterNoon = (minutes: number) => new Date(Date.parse(NOON) + minutes * 60_000).toISOString();

export function openQuestionCases(given: Given): void {
  const within = <T>(work: (of: Transaction['openQuestions']) => Promise<T>) =>
    given().store.work.transact((tx) => work(tx.openQuestions));
  const keep = (...questions: NewQuestion[]) =>
    within(async (open) => {
      for (const question of questions) await open.keep(question);
    });
  const list = () => given().store.openQuestions.list();
  const texts = async () => (await list()).map(({ text }) => text);

  test('a question comes back as it was asked', async () => {
    await keep(aQuestion());
    const [question] = await list();
    const { at, ...kept } = aQuestion();
    expect(question).toEqual({ id: question?.id, ...kept, times: 1, firstAt: at, lastAt: at });
    expect(await within((open) => open.count())).toBe(1);
  });

  test('asked again it is counted, with when and who decides now, in the words of the first time', async () => {
    await keep(aQuestion());
    const id = (await list())[0]?.id ?? 0;
    await within((open) => open.askedAgain(id, { unit: 'national', at: minutesAfterNoon(5) }));
    expect(await list()).toMatchObject([
      { text: TEXT, unit: 'national', times: 2, firstAt: NOON, lastAt: minutesAfterNoon(5) },
    ]);
  });

  test('the most asked is first, among equals the one asked last', async () => {
    await keep(
      aQuestion({ text: 'a' }),
      aQuestion({ text: 'b', at: minutesAfterNoon(2) }),
      aQuestion({ text: 'c', at: minutesAfterNoon(1) }),
    );
    const first = (await list()).find(({ text }) => text === 'a')?.id ?? 0;
    await within((open) => open.askedAgain(first, { unit: 'pension', at: NOON }));
    expect(await texts()).toEqual(['a', 'b', 'c']);
  });

  test('those that share a term are found, oldest first, and no others', async () => {
    await keep(
      aQuestion({ text: 'a' }),
      aQuestion({ text: 'b', terms: [term('窓口')] }),
      aQuestion({ text: 'c', terms: [term('窓口'), term('委任状')] }),
    );
    const found = await within((open) => open.lockSharing([term('委任状'), term('番号札')]));
    expect(found.map(({ text }) => text)).toEqual(['a', 'c']);
    expect(await within((open) => open.lockSharing([]))).toEqual([]);
  });

  test('of two who ask the same at once, the second finds what the first has kept', async () => {
    const ask = () =>
      within(async (open) => {
        const [before] = await open.lockSharing(aQuestion().terms);
        if (before) await open.askedAgain(before.id, { unit: 'pension', at: NOON });
        else await open.keep(aQuestion());
      });
    await Promise.all([ask(), ask(), ask(), ask()]);
    expect(await list()).toMatchObject([{ times: 4 }]);
  });

  test('what is answered is kept no longer, and once only', async () => {
    await keep(aQuestion({ text: 'a' }), aQuestion({ text: 'b' }), aQuestion({ text: 'c' }));
    const [c, b] = await list();
    await within((open) => open.forget([b?.id ?? 0]));
    expect(await texts()).toEqual(['c', 'a']);
    expect(await given().store.openQuestions.forget(c?.id ?? 0)).toBe(true);
    expect(await given().store.openQuestions.forget(c?.id ?? 0)).toBe(false);
    expect(await texts()).toEqual(['a']);
  });

  test('purging a report that holds its words takes it away, and no other', async () => {
    const { store, database } = given();
    await keep(aQuestion(), aQuestion({ text: '委任状' }));
    const { report, linked } = extended(aReport(), [
      { content: JSON.stringify({ text: TEXT, drill: false }) },
    ]);
    await store.work.transact((tx) => tx.reports.create(report, linked, []));
    await database.execute(`
      UPDATE ledger_content SET salt = NULL, body = NULL, purged_at = now() WHERE position IN
        (SELECT position FROM ledger_event WHERE report_id = '${report.id}')`);
    expect(await texts()).toEqual(['委任状']);
  });
}
