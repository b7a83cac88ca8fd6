import fc from 'fast-check';
import type { Catalogue } from '../../../src/application/ports/catalogue.ts';
import type { DialogEvent, Said } from '../../../src/domain/dialog/dialog-event.ts';
import type { FormValues, Press } from '../../../src/domain/view.ts';
import { anyAnswerAtAll, anySaid, FILEABLE, sometimes, words } from './any-said.ts';

/** An event, or one that depends on what is on offer when its turn comes. */
export type AnyEvent =
  | { kind: 'event'; event: DialogEvent }
  /** What a sensible person would do next. */
  | { kind: 'apt' }
  /** One of the buttons on offer, or of those that once were. */
  | { kind: 'offered'; index: number; old: boolean }
  /** A press made up, with the turn of now. */
  | { kind: 'forged'; press: Press }
  | { kind: 'later'; minutes: number }
  /** The forms change. */
  | { kind: 'new_forms' };

/** A call for proposals that any conversation may be told of. */
export const OPEN_CAMPAIGN = 'open-call';

/** Every action there is, and some that there must never be. */
const FORGED = [
  'start help mine windows stop discard back answer',
  'wrong_type choose_type choose_none split one drill real open_form',
  'edit edit_field seen_by send send_as_is resume confirm_correction not_violation',
  'enter_campaign leave_campaign',
  'continue_report add leave_form draft_form constructor __proto__ toString hasOwnProperty',
  '',
].flatMap((names) => names.split(' '));

/** Events of every kind, sensible and not, for the forms of a catalogue. */
export function anyEvent(catalogue: Catalogue): fc.Arbitrary<AnyEvent> {
  const fields = [...catalogue.types.values()].flatMap((type) => type.fields);
  const fieldIds = [...new Set(fields.map(({ id }) => id))];
  const id = fc.nat(1e9).map((n) => `e-${n}`);
  const text = anySaid(id, fieldIds);
  const event = (one: fc.Arbitrary<DialogEvent>, weight: number) => ({
    weight,
    arbitrary: one.map((value): AnyEvent => ({ kind: 'event', event: value })),
  });
  const any: fc.Arbitrary<AnyEvent> = fc.oneof(
    event(text, 8),
    event(fc.record({ kind: fc.constant('split' as const), id, parts: parts(text) }), 1),
    event(
      fc.record({
        kind: fc.constant('submitted' as const),
        id,
        press: forgedPress(fieldIds),
        values: anyValues(fieldIds),
      }),
      1,
    ),
    event(
      fc.record({
        kind: fc.constant('stopped' as const),
        id,
        alsoIncident: fc.boolean(),
        harassment: fc.boolean(),
        inPublic: fc.boolean(),
      }),
      1,
    ),
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('offered' as const),
        index: fc.nat(40),
        old: sometimes(1, 9),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('forged' as const), press: forgedPress(fieldIds) }),
    },
    { weight: 12, arbitrary: fc.constant({ kind: 'apt' as const }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('later' as const), minutes: fc.nat(60) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'new_forms' as const }) },
  );
  // Plain objects, as they come from JSON.
  return any.map((one) => structuredClone(one));
}

/** What a split leads to: each part with an id and a type of its own. */
function parts(text: fc.Arbitrary<Said>): fc.Arbitrary<Said[]> {
  const type = fc.constantFrom(...FILEABLE);
  return fc.array(fc.tuple(text, type), { minLength: 1, maxLength: 3 }).map((all) =>
    all.map(([part, one], index) => ({
      ...part,
      id: `${part.id}:${index}`,
      settled: { type: one, chosen: false, drill: null, whole: true },
    })),
  );
}

function anyValues(fieldIds: readonly string[]): fc.Arbitrary<FormValues> {
  const value = fc.oneof(
    anyAnswerAtAll().map((answer) => ({ answer })),
    words.map((typed) => ({ typed })),
    fc.constant(null),
  );
  return fc
    .array(fc.tuple(fc.constantFrom(...fieldIds, 'no_such_field'), value), { maxLength: 20 })
    .map((entries) => Object.fromEntries(entries));
}

function forgedPress(fieldIds: readonly string[]): fc.Arbitrary<Press> {
  const field = fc.constantFrom(...fieldIds, 'constructor', '__proto__', '');
  const value = fc.oneof(
    fc.constantFrom<string>(...FILEABLE, 'compliance', 'status', OPEN_CAMPAIGN, ':', '', 'x'),
    fc.tuple(fc.constantFrom('0', '1', '-0', '-1', '1e0', ''), field).map((both) => both.join(':')),
    fc
      .tuple(field, fc.constantFrom('one', 'unknown', 'today', 'none', 'yes', 'constructor'))
      .map((both) => both.join(':')),
  );
  return fc.record(
    { action: fc.constantFrom(...FORGED), value, report: fc.constant('INC-26-7KQ4M') },
    { requiredKeys: ['action'] },
  );
}
