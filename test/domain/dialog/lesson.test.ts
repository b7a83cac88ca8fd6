import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/dialog/conversation.ts';
import { lessonOf, takenFor } from '../../../src/domain/dialog/lesson.ts';
import { LABELS, REPORT_LABELS, type Label, type Understanding } from '../../../src/domain/understanding.ts';
import { aDraft, dialogRules, said, theCatalogue, understood } from '../../support/builders.ts';
import { talk, type Talk } from './talk.ts';

const catalogue = await theCatalogue();
const rules = dialogRules(catalogue);
const message = '窓あき封筒の宛名がズレてました';

const anyUnderstanding: fc.Arbitrary<Understanding> = fc
  .record({
    label: fc.constantFrom<Label>(...LABELS),
    suspicions: fc.subarray(['clerical_error', 'violation'] as const),
    offerCompliance: fc.boolean(),
  })
  .map(({ label, ...over }) => understood(label, over));

const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    type: fc.constantFrom(...REPORT_LABELS),
    takenFor: fc.option(fc.constantFrom<Label>(...LABELS)),
    suspicions: fc.subarray(['clerical_error', 'violation'] as const),
    drill: fc.boolean(),
    said: fc.constantFrom('none', 'error', 'violation'),
  })
  .map(({ type, said: choice, ...over }) =>
    aDraft(catalogue, type, { ...over, answers: { suspicion: { kind: 'choice', choice } } }),
  );

describe('what may be learned from', () => {
  it('is never compliance, a suspected violation or a drill, whatever was understood and answered', () => {
    fc.assert(
      fc.property(anyUnderstanding, anyUnderstanding, anyDraft, (before, whole, draft) => {
        const lesson = lessonOf({ ...draft, takenFor: takenFor(before, draft.type) }, whole);
        if (!lesson) return;
        expect([lesson.label, lesson.takenFor]).not.toContain('compliance');
        expect(lesson.label).not.toBe(lesson.takenFor);
        expect([before.offerCompliance, whole.offerCompliance, draft.drill]).toEqual([false, false, false]);
        expect([...before.suspicions, ...whole.suspicions, ...draft.suspicions]).not.toContain('violation');
        expect(draft.answers['suspicion']).not.toMatchObject({ choice: 'violation' });
      }),
    );
  });

  it('is what one matter was taken for, when something else was chosen', () => {
    expect(takenFor(understood('risk'), 'incident')).toBe('risk');
    expect(takenFor(understood('incident'), 'incident')).toBeNull();
    const items = [
      { text: 'a', label: 'risk' as const },
      { text: 'b', label: 'proposal' as const },
    ];
    expect(takenFor(understood('risk', { items }), 'incident')).toBeNull();
  });

  it('is nothing of a draft from before there were candidates', () => {
    const { takenFor: _, ...older } = aDraft(catalogue, 'incident');
    expect(lessonOf(older as Draft, understood('incident'))).toBeNull();
  });
});

/** The message taken for the one, called the other; the house understands it again under the new type. */
function corrected(
  taken: Label,
  chosen: 'incident' | 'customer_voice',
  over: Partial<Understanding> = {},
): Talk {
  const dialog = talk(rules);
  dialog.say(said(message, understood(taken, over)));
  dialog.press('wrong_type');
  dialog.press('choose_type', chosen);
  const [effect] = dialog.effects;
  if (effect?.kind !== 'consider') throw new Error('the message is considered again');
  const again = { ...understood(taken, over), label: chosen };
  dialog.say(said(effect.text, again, { settled: effect.settled }));
  return dialog;
}

describe('a draft', () => {
  it('remembers what it was taken for, until the first type is chosen again', () => {
    const dialog = corrected('risk', 'incident');
    expect(dialog.state.drafts).toMatchObject([{ type: 'incident', takenFor: 'risk' }]);
    const back = corrected('incident', 'incident');
    expect(back.state.drafts).toMatchObject([{ type: 'incident', takenFor: null }]);
  });

  it('that nobody corrected teaches nothing', () => {
    const dialog = talk(rules);
    dialog.say(said(message, understood('risk')));
    expect(dialog.state.drafts).toMatchObject([{ takenFor: null }]);
  });

  it('of a voice teaches nothing once words were added that are let through whatever they allege', () => {
    const more = understood('other', { decision: 'menu' });
    const voice = corrected('incident', 'customer_voice');
    expect(voice.state.drafts).toMatchObject([{ takenFor: 'incident' }]);
    voice.say(said('課長が日付を書きかえていたとも言っていました', more));
    expect(voice.state.drafts).toMatchObject([{ takenFor: null }]);
  });
});
