import { describe, expect, it } from 'vitest';
import { exactly, type Answer } from '../../../src/domain/answers.ts';
import { addMinutes } from '../../../src/domain/business-time.ts';
import type { DialogRules } from '../../../src/domain/dialog/dialog-rules.ts';
import type { ReportType } from '../../../src/domain/report-type.ts';
import { dialogRules, NOW, said, theCatalogue, typeIn, understood } from '../../support/builders.ts';
import { talk, type Talk } from './talk.ts';

const catalogue = await theCatalogue();
const rules = dialogRules(catalogue);
const later: DialogRules = { ...rules, now: addMinutes(NOW, 31) };
const choice = (id: string): Answer => ({ kind: 'choice', choice: id });

function begun(): Talk {
  const dialog = talk(rules);
  dialog.say(
    said('別の方の通知書を渡した', understood('incident', { subtype: 'misdelivery' }), {
      extracted: { personal_data: choice('yes'), recovered: choice('recovered') },
    }),
  );
  return dialog;
}

function leftAlone(text: string, label: 'other' | 'incident' = 'other'): Talk {
  const dialog = begun();
  dialog.rules = later;
  dialog.say(said(text, understood(label)));
  return dialog;
}

describe('a draft left for a while', () => {
  it('is offered again before words are taken as an answer', () => {
    const dialog = leftAlone('おはようございます');
    expect(dialog.lines()).toEqual(['draft.left', 'ask.left']);
    expect(dialog.offers()).toEqual(['resume', 'send_as_is', 'discard']);
    expect(dialog.state.step).toMatchObject({ kind: 'resuming', pending: null });
  });

  it('is not forgotten within half an hour, nor when the question is answered plainly', () => {
    const soon = begun();
    soon.rules = { ...rules, now: addMinutes(NOW, 30) };
    soon.say(said('おはようございます', understood('other')));
    expect(soon.state.step.kind).toBe('asking');

    const answered = begun();
    answered.rules = later;
    answered.say(said('1人', understood('other'), { reading: exactly(1) }));
    expect(answered.state.drafts[0]?.answers['people']).toEqual(exactly(1));
  });

  it('goes on at the question that stood', () => {
    const dialog = leftAlone('おはようございます');
    dialog.press('resume');
    expect(dialog.lines()).toContain('field.incident.people.ask');
    expect(dialog.state.drafts[0]?.text).toBe('別の方の通知書を渡した');
  });

  it('takes up what was written meanwhile', () => {
    const dialog = leftAlone('封筒は開いていました', 'incident');
    dialog.press('resume');
    expect(dialog.state.drafts[0]?.text).toBe('別の方の通知書を渡した\n封筒は開いていました');
    expect(dialog.state.drafts[0]?.answers['summary']).toEqual({
      kind: 'text',
      text: dialog.state.drafts[0]?.text,
    });
  });

  it('can be sent as it is, and what was written meanwhile is a matter of its own', () => {
    const dialog = leftAlone('封筒の確認欄がほしい', 'incident');
    dialog.press('send_as_is');
    expect(dialog.filed()).toMatchObject([{ answers: { people: { kind: 'unknown' } } }]);
    expect(dialog.effects.at(-1)).toMatchObject({ kind: 'consider', text: '封筒の確認欄がほしい' });
  });

  it('can be thrown away without what was written meanwhile', () => {
    const dialog = leftAlone('封筒の確認欄がほしい', 'incident');
    dialog.press('discard');
    expect(dialog.state.drafts).toEqual([]);
    expect(dialog.effects.at(-1)).toMatchObject({ kind: 'consider', text: '封筒の確認欄がほしい' });
  });

  it('that is typed 送信 for loses nothing that was written meanwhile', () => {
    const dialog = begun();
    dialog.press('answer', 'people:one');
    dialog.press('answer', 'opened:not_opened');
    dialog.rules = later;
    dialog.say(said('封筒の確認欄がほしい', understood('proposal')));
    dialog.say(said('送信', understood('other', { command: 'send' })));
    expect(dialog.filed()).toHaveLength(1);
    expect(dialog.effects.at(-1)).toMatchObject({ kind: 'consider', text: '封筒の確認欄がほしい' });
  });

  it('asks what nobody can leave open before it is sent as it is, with what was written meanwhile', () => {
    const dialog = talk(rules);
    dialog.say(said('3枚を1枚にまとめたい', understood('proposal')));
    dialog.rules = later;
    dialog.say(said('住所変更届の話です', understood('proposal')));
    dialog.press('send_as_is');
    expect(dialog.filed()).toEqual([]);
    expect(dialog.lines()).toContain('field.proposal.change.ask');
    expect(dialog.state.drafts[0]?.text).toContain('住所変更届の話です');
  });
});

/** The rules with another version of the incident form. */
function withForm(change: (type: ReportType) => Partial<ReportType>): DialogRules {
  const type = typeIn(catalogue, 'incident');
  const changed = { ...type, formVersion: type.formVersion + 1, ...change(type) };
  return { ...rules, types: new Map([...catalogue.types, ['incident', changed]]) };
}

describe('a form that changed under an open conversation', () => {
  const without = (id: string) =>
    withForm((type) => ({ fields: type.fields.filter((field) => field.id !== id) }));

  it('is said, and answers are carried over', () => {
    const dialog = begun();
    dialog.press('answer', 'people:one');
    dialog.rules = without('document');
    dialog.press('answer', 'opened:not_opened');
    expect(dialog.lines()).toEqual(expect.arrayContaining(['form.changed', 'ask.send']));
    expect(dialog.state.drafts[0]).toMatchObject({
      formVersion: 2,
      answers: { people: exactly(1), opened: choice('not_opened') },
    });
    dialog.press('send');
    expect(dialog.lines()).not.toContain('form.changed');
  });

  it('no longer asks a question that is gone', () => {
    const dialog = begun();
    dialog.rules = without('people');
    dialog.say(said('1人', understood('other'), { reading: exactly(1) }));
    expect(dialog.lines()).toEqual(['form.changed', 'err.choose', 'field.incident.opened.ask']);
  });

  it('asks again what it no longer takes', () => {
    const dialog = begun();
    dialog.press('answer', 'people:one');
    dialog.rules = withForm((type) => ({
      fields: type.fields.map((field) =>
        field.id === 'recovered'
          ? { ...field, options: [{ id: 'in_part', answer: choice('in_part') }] }
          : field,
      ),
    }));
    dialog.press('answer', 'opened:opened');
    expect(dialog.state.step).toMatchObject({ kind: 'asking', field: 'recovered' });
  });

  it('puts the usual kind in the place of one that is gone', () => {
    const dialog = begun();
    dialog.rules = withForm((type) => ({
      subtypes: type.subtypes.filter(({ id }) => id !== 'misdelivery'),
    }));
    dialog.say(said('こんにちは', understood('other')));
    expect(dialog.state.drafts[0]).toMatchObject({ subtype: 'other_clerical' });
  });

  it('fills what has a default now', () => {
    const dialog = begun();
    const normal = { answer: choice('normal') };
    dialog.rules = withForm((type) => ({
      fields: type.fields.map((field) => (field.id === 'urgency' ? { ...field, default: normal } : field)),
    }));
    dialog.press('answer', 'people:one');
    expect(dialog.state.drafts[0]?.answers).toMatchObject({ urgency: choice('normal'), people: exactly(1) });
  });

  it('does so for a draft that was left for a while as well', () => {
    const dialog = leftAlone('おはようございます');
    dialog.rules = { ...without('people'), now: later.now };
    dialog.press('resume');
    expect(dialog.lines()).toContain('field.incident.opened.ask');
  });

  it('does not lead back to the form of before', () => {
    const dialog = begun();
    dialog.press('answer', 'people:one');
    dialog.rules = without('people');
    dialog.say(said('戻る', understood('other', { command: 'back' })));
    expect(dialog.lines()).toContain('nothing_back');
  });
});
