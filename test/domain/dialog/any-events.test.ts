import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '../../../src/domain/business-time.ts';
import { advance } from '../../../src/domain/dialog/advance.ts';
import { newConversation, type Conversation } from '../../../src/domain/dialog/conversation.ts';
import type { DialogEvent, Effect } from '../../../src/domain/dialog/dialog-event.ts';
import type { DialogRules } from '../../../src/domain/dialog/dialog-rules.ts';
import { draftView } from '../../../src/domain/dialog/draft-view.ts';
import type { Field, FieldOption } from '../../../src/domain/field.ts';
import type { Press } from '../../../src/domain/view.ts';
import { dialogRules, theCatalogue, TODAY } from '../../support/builders.ts';
import { aptEvent } from './apt-event.ts';
import { anyEvent, OPEN_CAMPAIGN, type AnyEvent } from './any-event.ts';
import { draftFlaws, flawsOf, isReady } from './is-valid.ts';

const shipped = await theCatalogue();
const open = {
  id: OPEN_CAMPAIGN,
  name: { ja: '募集', en: 'Call' },
  asks: { ja: '', en: '' },
  from: TODAY,
  until: TODAY,
};
const catalogue = { ...shipped, organization: { ...shipped.organization, campaigns: [open] } };

/** A conversation under way, with every button that was ever offered in it. */
interface Course {
  rules: DialogRules;
  state: Conversation;
  offered: Press[];
  old: Press[];
}

function begin(): Course {
  return { rules: dialogRules(catalogue), state: newConversation(), offered: [], old: [] };
}

function step(course: Course, any: AnyEvent): void {
  if (any.kind === 'later') {
    course.rules = { ...course.rules, now: addMinutes(course.rules.now, any.minutes) };
    return;
  }
  if (any.kind === 'new_forms') {
    course.rules = { ...course.rules, types: changedForms(course.rules) };
    return;
  }
  const event = eventOf(course, any);
  if (!event) return;
  const { state, effects } = advance(course.rules, course.state, event);
  check(course, state, effects);
  course.state = JSON.parse(JSON.stringify(state)) as Conversation;
  course.old.push(...course.offered);
  course.offered = effects.flatMap((effect) =>
    effect.kind === 'say' ? effect.view.buttons.map(({ press }) => press) : [],
  );
}

/** A form opened from the draft that is being written, where there is one. */
function forOpenDraft(course: Course, event: Extract<DialogEvent, { kind: 'submitted' }>): DialogEvent {
  const draft = course.state.drafts.at(-1);
  return draft ? { ...event, press: { ...event.press, value: draft.id } } : event;
}

function eventOf(course: Course, any: AnyEvent): DialogEvent | null {
  switch (any.kind) {
    case 'event':
      return any.event.kind === 'submitted' ? forOpenDraft(course, any.event) : any.event;
    case 'forged':
      return { kind: 'pressed', id: 'p', press: { ...any.press, turn: course.state.turn } };
    case 'offered': {
      const presses = any.old ? course.old : course.offered;
      const press = presses[any.index % Math.max(1, presses.length)];
      return press ? { kind: 'pressed', id: 'p', press } : null;
    }
    case 'apt':
      return aptEvent(course.rules, course.state);
    case 'later':
    case 'new_forms':
      return null;
  }
}

/** Beside the conversation stands every draft there is, and nothing on offer there is old. */
function draftFaults(rules: DialogRules, state: Conversation): string[] {
  const view = draftView(rules, state, catalogue.calendar);
  if ((view === null) !== (state.drafts.length === 0)) return ['a draft is not shown, or one that is none'];
  return (view?.buttons ?? []).flatMap(({ press }) => {
    const { effects } = advance(rules, state, { kind: 'pressed', id: 'p', press });
    const said = effects.flatMap((effect) => (effect.kind === 'say' ? [effect.view.fallback.key] : []));
    return said.includes('old_button') ? [press.action] : [];
  });
}

function check(course: Course, state: Conversation, effects: readonly Effect[]): void {
  const { rules, state: before } = course;
  expect(flawsOf(rules, state)).toEqual([]);
  expect(draftFaults(rules, state)).toEqual([]);
  expect(state.turn).toBeGreaterThanOrEqual(before.turn);
  expect(effects.length).toBeGreaterThan(0);
  for (const effect of effects) {
    expect(JSON.parse(JSON.stringify(effect))).toEqual(effect);
    if (effect.kind === 'say') expect(effect.view.lines.length).toBeGreaterThan(0);
    if (effect.kind === 'file') {
      expect(effect.drafts.length).toBeGreaterThan(0);
      expect(draftFlaws(rules, effect.drafts)).toEqual([]);
      expect(effect.drafts.filter((draft) => !isReady(rules, draft))).toEqual([]);
      expect(state).toMatchObject({ step: { kind: 'idle' }, drafts: [], past: [] });
    }
    if (effect.kind === 'consider' && effect.settled.type !== null)
      expect(effect.settled.type).not.toBe('compliance');
  }
}

/** A new version of every form: its first optional field and its last option are gone, and one question is new. */
function changedForms({ types }: DialogRules): DialogRules['types'] {
  return new Map(
    [...types].map(([id, type]) => {
      const dropped = type.fields.find((field) => !field.required);
      const fields = type.fields
        .filter((field) => field !== dropped)
        .map((field) => ({ ...field, options: withoutLast(field) }));
      const subtypes = type.subtypes.filter((one, index) => index > 0 || one.id === type.defaultSubtype);
      return [id, { ...type, formVersion: type.formVersion + 1, fields, subtypes }] as const;
    }),
  );
}

/** An option that is the default stays. */
function withoutLast({ options, default: preset }: Field): FieldOption[] {
  return options.length > 1 && preset === null ? options.slice(0, -1) : options;
}

describe('whatever happens in whatever order', () => {
  it('a conversation stays valid, something is always said or done, and only complete drafts are filed', () => {
    fc.assert(
      fc.property(fc.array(anyEvent(catalogue), { maxLength: 40, size: 'max' }), (events) => {
        const course = begin();
        for (const event of events) step(course, event);
      }),
      { numRuns: 400 },
    );
  }, 180_000);

  it('the same events lead to the same conversation, and leave what they were given as it was', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent(catalogue), { maxLength: 20, size: 'max' }),
        anyEvent(catalogue),
        (events, last) => {
          const course = begin();
          for (const event of events) step(course, event);
          const event = eventOf(course, last);
          fc.pre(event !== null);
          const before = structuredClone(course.state);
          const first = advance(course.rules, course.state, event);
          expect(course.state).toEqual(before);
          expect(advance(course.rules, before, event)).toEqual(first);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('from anywhere, stopping ends it with nothing left open', () => {
    fc.assert(
      fc.property(fc.array(anyEvent(catalogue), { maxLength: 20, size: 'max' }), (events) => {
        const course = begin();
        for (const event of events) step(course, event);
        const { state } = advance(course.rules, course.state, {
          kind: 'pressed',
          id: 'p',
          press: { action: 'stop' },
        });
        expect(state).toMatchObject({ step: { kind: 'idle' }, drafts: [], past: [] });
      }),
      { numRuns: 100 },
    );
  });
});
