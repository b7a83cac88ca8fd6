import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_VALUE } from '../../../src/cards/input-values.ts';
import { unitChoices } from '../../../src/cards/unit-choices.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import { button } from '../../../src/domain/view.ts';
import { checkSuggestions } from '../../support/slack-limits/check-limits.ts';
import { NO_CHOICE } from '../../../src/platforms/slack/choice-options.ts';
import { controlBlockId, readControlBlockId } from '../../../src/platforms/slack/control-block.ts';
import { pressValue, readPressValue } from '../../../src/platforms/slack/press-value.ts';
import { readAction } from '../../../src/platforms/slack/read-action.ts';
import { readSubmission } from '../../../src/platforms/slack/read-submission.ts';
import { readSuggestion } from '../../../src/platforms/slack/read-suggestion.ts';
import { renderMessage } from '../../../src/platforms/slack/render-message.ts';
import { renderModal } from '../../../src/platforms/slack/render-modal.ts';
import { suggestChoices, suggestUnits } from '../../../src/platforms/slack/suggest-choices.ts';
import { TODAY } from '../../support/builders.ts';
import { anInput } from '../../support/inputs.ts';
import { cardView, formView } from '../../support/sample-views.ts';
import { catalogue, LOCALES, sayIn, words } from './a-voice.ts';
import { controlsOf, pressOn, submissionOf } from './slack-client.ts';
import type { Block } from '../../../src/platforms/slack/blocks.ts';

const say = sayIn('ja');
const READERS = [readAction, readSubmission, readSuggestion] as const;
const message = renderMessage(cardView('received'), say)[0];
if (!message) throw new Error('a card is a message');
const modal = renderModal(formView(), say, { opener: { action: 'open_form' } });
const pressed = pressOn(message, '受付確認');
const submitted = submissionOf(modal);

/** The payload with one of its members, at any depth, replaced by anything. */
function spoilt(payload: unknown): fc.Arbitrary<unknown> {
  return fc.tuple(fc.nat(), fc.anything()).map(([at, what]) => {
    const paths = pathsIn(payload);
    return replaced(payload, paths[at % paths.length] ?? [], what);
  });
}

function pathsIn(data: unknown): string[][] {
  if (typeof data !== 'object' || data === null) return [[]];
  return [
    [],
    ...Object.entries(data).flatMap(([name, value]) => pathsIn(value).map((path) => [name, ...path])),
  ];
}

function replaced(data: unknown, [name, ...rest]: string[], what: unknown): unknown {
  if (name === undefined) return what;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data))
    return data.map((one: unknown, index) => (String(index) === name ? replaced(one, rest, what) : one));
  return { ...data, [name]: replaced((data as Record<string, unknown>)[name], rest, what) };
}

describe('a payload', () => {
  it('that is anything at all is read or answered as a problem, and never thrown at', () => {
    const anything = fc.oneof(fc.anything(), spoilt(pressed), spoilt(submitted));
    fc.assert(
      fc.property(anything, fc.constantFrom(...READERS), (data, read) => {
        const result = read(data);
        if (!result.ok) expect(['not_ours', 'unreadable']).toContain(result.problem.kind);
      }),
      { numRuns: 2000 },
    );
  });

  it('of another app or of no workspace is not ours', () => {
    const foreign = {
      ...pressed,
      actions: [{ type: 'button', action_id: 'x', action_ts: '1', value: 'go' }],
    };
    expect(readAction(foreign)).toEqual({ ok: false, problem: { kind: 'not_ours' } });
    const nobody = { ...pressed, team: null, user: { id: 'U1' } };
    expect(readAction(nobody)).toEqual({ ok: false, problem: { kind: 'not_ours' } });
    const other = submissionOf({ ...modal, callback_id: 'other' });
    expect(readSubmission(other)).toEqual({ ok: false, problem: { kind: 'not_ours' } });
    const strange = submissionOf({ ...modal, private_metadata: '{"send":{"action":"take","rights":"all"}}' });
    expect(readSubmission(strange)).toEqual({ ok: false, problem: { kind: 'not_ours' } });
  });

  it('says where it cannot be read, and not what stands there', () => {
    const wrong = { ...pressed, user: { id: 5, name: '年金花子' } };
    expect(readAction(wrong)).toEqual({ ok: false, problem: { kind: 'unreadable', at: 'user.id' } });
  });

  it('of a press says who, what, where and when', () => {
    expect(readAction(pressed)).toEqual({
      ok: true,
      value: {
        press: { action: 'acknowledge', report: 'INC-26-7KQ4M' },
        user: { id: 'U0TANAKA', team: 'T0TSUTAE' },
        triggerId: 'trigger',
        at: '1700000000.000100',
        message: { channel: 'C0RISK', ts: '1700000000.000001', thread: null },
        view: null,
        data: {},
      },
    });
  });
});

describe('ids', () => {
  it('of a press come back as they were, and nothing else does', () => {
    const press = fc.record(
      {
        action: fc.string({ minLength: 1, maxLength: 100 }),
        value: fc.string({ maxLength: 500 }),
        turn: fc.nat(),
        report: fc.string({ maxLength: 40 }),
      },
      { requiredKeys: ['action'] },
    );
    fc.assert(
      fc.property(press, (one) => {
        expect(readPressValue(pressValue(one))).toEqual(one);
        const view = { ...formView(), inputs: [], buttons: [button(one, phrase('btn.yes'))] };
        expect(readAction(pressOn(renderModal(view, say, { opener: null }), 'はい'))).toMatchObject({
          ok: true,
          value: { press: one },
        });
      }),
    );
    for (const value of [
      '',
      'take',
      '{}',
      '{"action":""}',
      '{"action":"a","rights":"all"}',
      '{"action":"a","turn":-1}',
    ])
      expect(readPressValue(value)).toBeNull();
  });

  it('of a control come back as they were', () => {
    const block = fc.record({
      control: fc.string({ minLength: 1 }),
      part: fc.nat(999),
      edition: fc.string(),
    });
    fc.assert(
      fc.property(block, (one) => {
        expect(readControlBlockId(controlBlockId(one))).toEqual(one);
      }),
    );
    for (const id of ['', 'buttons.0', 'in:a', 'in:a:x:', 'in:a:0:%', 'in:a:0:b:c'])
      expect(readControlBlockId(id)).toBeNull();
  });
});

describe('a search', () => {
  const units = (locale: 'ja' | 'en') =>
    unitChoices({ directory: catalogue, words, clock: { now: () => `${TODAY}T00:00:00.000Z` } }, locale);
  const found = (query: string, extras = { unknown: false, none: false }) =>
    suggestUnits(units('ja'), query, extras, say).option_groups.flatMap(({ options }) =>
      options.map(({ value }) => value),
    );

  it.each(LOCALES)('offers every unit of today once, in groups that Slack takes, in %s', (locale) => {
    const all = suggestUnits(units(locale), '', { unknown: true, none: true }, sayIn(locale));
    expect(checkSuggestions(all)).toEqual([]);
    const values = all.option_groups.flatMap(({ options }) => options.map(({ value }) => value));
    expect(values).toEqual(
      [UNKNOWN_VALUE, NO_CHOICE, ...units(locale).map(({ id }) => id)].filter(
        (id, index, ids) => ids.indexOf(id) === index,
      ),
    );
    expect(units(locale).length).toBeGreaterThan(300);
  });

  it('finds a unit by name, reading or block, and keeps the other answers', () => {
    expect(found('札幌東')).toEqual(['sapporo-higashi']);
    expect(found('さっぽろひがし')).toEqual(['sapporo-higashi']);
    expect(found('どこにもない', { unknown: true, none: false })).toEqual([UNKNOWN_VALUE]);
    expect(found('どこにもない')).toEqual([]);
  });

  it('knows from the control alone what is searched', () => {
    const unit = anInput({ id: 'unit', kind: 'unit', allowUnknown: true });
    const view = renderModal({ ...formView(), inputs: [unit] }, say, { opener: { action: 'forward' } });
    const [control] = controlsOf(view.blocks as Block[]);
    const payload = {
      type: 'block_suggestion',
      user: { id: 'U0TANAKA', team_id: 'T0TSUTAE' },
      action_id: control?.element['action_id'],
      block_id: control?.block,
      value: '札幌',
      view,
    };
    expect(readSuggestion(payload)).toMatchObject({
      ok: true,
      value: {
        query: '札幌',
        wanted: { kind: 'units', extras: { unknown: true, none: true } },
        state: { opener: { action: 'forward' } },
      },
    });
    expect(readSuggestion({ ...payload, action_id: 'other' })).toEqual({
      ok: false,
      problem: { kind: 'not_ours' },
    });
  });

  it('of a field with more choices than a menu takes offers all of them, or those that fit', () => {
    const options = Array.from({ length: 150 }, (_, index) => ({
      id: `o${index}`,
      label: phrase('value', { value: `${index}番目の答え` }),
      answer: { kind: 'choice' as const, choice: `o${index}` },
    }));
    const input = anInput({ id: 'many', kind: 'choice', required: true, options });
    const [control] = controlsOf(
      renderModal({ ...formView(), inputs: [input] }, say, { opener: null }).blocks as Block[],
    );
    expect(control?.element.type).toBe('external_select');
    const all = suggestChoices(input, '', say);
    expect(checkSuggestions(all)).toEqual([]);
    expect(all.option_groups.map((group) => group.options.length)).toEqual([100, 50]);
    expect(suggestChoices(input, '１４９', say).option_groups[0]?.options.map(({ value }) => value)).toEqual([
      'o149',
    ]);
  });
});
