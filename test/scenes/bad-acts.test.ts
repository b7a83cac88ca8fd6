import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTS } from '../../src/domain/acts/acts.ts';
import { formPress } from '../../src/domain/acts/act-form-view.ts';
import type { Person, Unit } from '../../src/domain/organization.ts';
import type { Report } from '../../src/domain/report.ts';
import type { FormValues, Input, View } from '../../src/domain/view.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { fileMishanded, fileProposal, filled } from './steps.ts';

const YESTERDAY = '2026-11-19';
const TODAY = '2026-11-20';
const NEXT_MONTH = '2026-12-18';
const SENTENCE = '書類が二つの課にまたがるため、確かめる日が要ります。';
const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';
/** Who has a part in what is filed here. */
const ACTORS = ['tanaka', 'yoshida', 'sato', 'kato', 'watanabe', 'yamada'];
const JAPANESE = /[\u3041-\u30ff\u4e00-\u9fff]/;

let world: World;
let reports: Report[];
let forms: Opened[];
beforeAll(async () => {
  world = await aWorld();
  const fresh = await fileMishanded(world, 'yamada');
  const taken = await fileMishanded(world, 'suzuki');
  await world.pressCard('tanaka', taken.number, 'acknowledge');
  await world.pressCard('tanaka', taken.number, 'take');
  const proposal = await fileProposal(world, 'yamada', PROPOSAL, '住所変更届');
  await world.pressCard('sato', proposal.number, 'take');
  reports = [fresh, taken, proposal];
  forms = await openedForms();
}, WORLD_READY_MS);
afterAll(() => world.close());

/** A form that is open to somebody, with what fills it soundly. */
interface Opened {
  act: string;
  person: string;
  number: string;
  form: View;
  sound: FormValues;
}

/** One form of every act that is open to anybody. */
async function openedForms(): Promise<Opened[]> {
  const opened = new Map<string, Opened>();
  for (const { number } of reports)
    for (const person of ACTORS)
      for (const { id: act } of ACTS.filter((one) => one.form && !opened.has(one.id))) {
        const result = await world.house.edge.openForm(person, { action: act, report: number });
        if (!result.ok || !result.value) continue;
        const form = result.value;
        const sound = Object.fromEntries(form.inputs.map((input) => [input.id, soundly(input)]));
        opened.set(act, { act, person, number, form, sound });
      }
  return [...opened.values()];
}

function soundly(input: Input): FormValues[string] {
  const [option] = input.options;
  if (option) return { answer: option.answer };
  switch (input.kind) {
    case 'date':
    case 'datetime':
      return { answer: input.value ?? { kind: 'date', date: NEXT_MONTH } };
    case 'unit':
      return filled.unit('benefit');
    case 'count':
    case 'money':
      return filled.count(1);
    case 'text':
    case 'choice':
      return filled.text(SENTENCE);
  }
}

/** Every text, day or unit of every form that is open. */
function inputs(...kinds: Input['kind'][]): { one: Opened; input: Input }[] {
  return forms.flatMap((one) =>
    one.form.inputs.filter(({ kind }) => kinds.includes(kind)).map((input) => ({ one, input })),
  );
}

const nameOf = ({ one, input }: { one: Opened; input: Input }) => `${one.act}.${input.id}`;

/** What the form says beside an input with one wrong answer, when it is sent; null when the answer would be taken. */
async function said({ act, person, number, sound }: Opened, field: string, value: FormValues[string]) {
  const press = { action: formPress({ id: act }), report: number };
  const values = { ...sound, [field]: value };
  const looked = await world.house.edge.preview(person, press, values);
  if (looked.ok || looked.problem.kind !== 'fields') return null;
  if (!looked.problem.errors.some((error) => error.field === field)) return null;
  const sent = await world.submit(person, press, values);
  expect(sent).toEqual(looked);
  const error = looked.problem.errors.find((one) => one.field === field);
  if (!error) return null;
  const { words } = world.organized;
  expect(words.say(error.message, 'en')).not.toMatch(JAPANESE);
  return words.say(error.message, 'ja');
}

/** Whatever an action could change, and whatever anybody could be told. */
async function everything(): Promise<string> {
  const places = [...ACTORS, 'suzuki'].map((person) => world.heard(person));
  return JSON.stringify([
    await Promise.all(reports.map(({ number }) => world.report(number))),
    (await Promise.all(places)).map((heard) => heard.map(({ text }) => text)),
  ]);
}

async function changesNothing(work: () => Promise<void>): Promise<void> {
  const before = await everything();
  await work();
  expect(await everything()).toBe(before);
}

describe('a text of any act', () => {
  it('of 10,000 characters: says how many are too many', () =>
    changesNothing(async () => {
      expect(forms.length).toBeGreaterThan(12);
      for (const { one, input } of inputs('text'))
        expect([nameOf({ one, input }), await said(one, input.id, filled.text('あ'.repeat(10_000)))]).toEqual(
          [nameOf({ one, input }), `${10_000 - input.maxLength}字多いです。短くしてください。`],
        );
    }));

  it('of one character where it is the reason for something: says that it is too short', () =>
    changesNothing(async () => {
      for (const reason of inputs('text').filter(({ input }) => input.id === 'reason'))
        expect([nameOf(reason), await said(reason.one, 'reason', filled.text('あ'))]).toEqual([
          nameOf(reason),
          expect.stringContaining('短'),
        ]);
      const reasons = inputs('text').map(nameOf);
      for (const act of ['forward', 'extend', 'change_severity', 'merge', 'decide', 'request_withdrawal'])
        expect(reasons).toContain(`${act}.reason`);
    }));

  it('that must be there and is nothing but spaces: says that it is empty', () =>
    changesNothing(async () => {
      for (const { one, input } of inputs('text').filter((each) => each.input.required))
        expect([nameOf({ one, input }), await said(one, input.id, filled.text('　 '))]).toEqual([
          nameOf({ one, input }),
          'まだ空です。ひとことで書いてください。',
        ]);
    }));
});

describe('a day', () => {
  it.each(['assign', 'extend'])('that is over, as the date of %s: says which days it takes', (act) =>
    changesNothing(async () => {
      const one = forms.find((form) => form.act === act);
      if (!one) throw new Error(`no form of ${act}`);
      expect(await said(one, 'due', filled.date(YESTERDAY))).toBe(
        '過ぎた日付です。今日か、先の日にしてください。',
      );
    }),
  );
});

describe('a department', () => {
  const forward = () => {
    const one = forms.find((form) => form.act === 'forward');
    if (!one) throw new Error('no form of forward');
    return one;
  };

  it('that has it already', () =>
    changesNothing(async () => {
      expect(await said(forward(), 'unit', filled.unit('risk-compliance'))).toBe(
        'リスク・コンプライアンス部は、今の担当です。別の部署を選んでください。',
      );
    }));

  it('abolished on that date is no longer one; on its last day it still is', () =>
    changesNothing(async () => {
      const units = world.organized.catalogue.organization.units as Map<string, Unit>;
      const benefit = units.get('benefit');
      if (!benefit) throw new Error('no benefit department');
      units.set('benefit', { ...benefit, until: TODAY });
      expect(await said(forward(), 'unit', filled.unit('records'))).toBeNull();
      const press = { action: 'forward_form', report: forward().number };
      const last = await world.house.edge.preview(forward().person, press, forward().sound);
      expect(last.ok).toBe(true);
      units.set('benefit', { ...benefit, until: YESTERDAY, successor: 'records' });
      const succeeded = await said(forward(), 'unit', filled.unit('benefit'));
      units.set('benefit', { ...benefit, until: YESTERDAY });
      const gone = await said(forward(), 'unit', filled.unit('benefit'));
      units.set('benefit', benefit);
      expect(succeeded).toMatch(/^年金給付部は、今はありません。.+を選んでください。$/);
      expect(gone).toBe('その部署は一覧にありません。一覧から選んでください。');
    }));
});

describe('an action', () => {
  it('by whoever may not do it, has left or is nobody: refused in words, by form and by press', () =>
    changesNothing(async () => {
      const { words } = world.organized;
      for (const { act, number, sound } of forms)
        for (const person of ['nishida', 'takeda', 'nobody', '__proto__']) {
          const press = { action: formPress({ id: act }), report: number };
          const [opened, sent] = [
            await world.house.edge.openForm(person, { action: act, report: number }),
            await world.submit(person, press, sound),
          ];
          for (const result of [opened, sent]) {
            if (result.ok) throw new Error(`${person} could ${act}`);
            for (const locale of ['ja', 'en'] as const)
              expect(words.say(words.problem(result.problem), locale).length).toBeGreaterThan(10);
          }
        }
    }));

  it('by a button of an old card: says who was first, or that it is old, in the reader’s language', async () => {
    const [, taken] = reports;
    if (!taken) throw new Error('nothing was taken');
    const people = world.organized.catalogue.organization.people as Map<string, Person>;
    const mori = people.get('mori');
    if (!mori) throw new Error('no mori');
    const before = await world.report(taken.number);
    await world.pressCard('mori', taken.number, 'take');
    expect((await world.last('mori')).text).toBe('田中さんが 9:12 に「担当になる」を済ませています。');
    people.set('mori', { ...mori, locale: 'en' });
    await world.pressCard('mori', taken.number, 'acknowledge');
    people.set('mori', mori);
    const told = await world.last('mori');
    expect(world.organized.words.say(told.view.fallback, 'en')).not.toMatch(JAPANESE);
    expect(await world.report(taken.number)).toEqual(before);
  });
});
