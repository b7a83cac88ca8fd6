import { describe, expect, it } from 'vitest';
import { exactly, type Answer } from '../../../src/domain/answers.ts';
import { newConversation } from '../../../src/domain/dialog/conversation.ts';
import type { Command } from '../../../src/domain/understanding.ts';
import { dialogRules, said, theCatalogue, understood } from '../../support/builders.ts';
import { talk, type Talk } from './talk.ts';

const rules = dialogRules(await theCatalogue());
const choice = (id: string): Answer => ({ kind: 'choice', choice: id });

function command(dialog: Talk, word: Command): void {
  dialog.say(said(word, understood('other', { command: word })));
}

/** An incident of which two questions are open. */
function begun(): Talk {
  const dialog = talk(rules);
  dialog.say(
    said('別の方の通知書を渡した', understood('incident', { subtype: 'misdelivery' }), {
      extracted: { personal_data: choice('yes'), recovered: choice('recovered') },
    }),
  );
  return dialog;
}

/** The same with nothing open. */
function shown(): Talk {
  const dialog = begun();
  dialog.press('answer', 'people:one');
  dialog.press('answer', 'opened:not_opened');
  return dialog;
}

const threePeople = (correction: boolean) =>
  said('やっぱり3人です', understood('incident', { correction }), { extracted: { people: exactly(3) } });

describe('a correction', () => {
  it('in the middle is said, and the question that stood is asked again', () => {
    const dialog = begun();
    dialog.press('answer', 'people:one');
    dialog.say(threePeople(true));
    expect(dialog.lines()).toEqual(['corrected', 'field.incident.opened.ask']);
    expect(dialog.state.drafts[0]?.answers['people']).toEqual(exactly(3));
  });

  it('at the summary brings the summary again', () => {
    const dialog = shown();
    dialog.say(threePeople(false));
    expect(dialog.lines()).toEqual(expect.arrayContaining(['corrected', 'ask.send']));
    expect(dialog.state.drafts[0]?.answers['people']).toEqual(exactly(3));
  });

  it('that opens a question again asks it', () => {
    const dialog = shown();
    dialog.say(
      said('まだ回収していません', understood('incident'), { extracted: { recovered: choice('not_yet') } }),
    );
    expect(dialog.lines()).toEqual([
      'corrected',
      'field.incident.first_response.ask',
      'field.incident.first_response.hint',
    ]);
  });

  it('to something impossible changes nothing and says why', () => {
    const dialog = shown();
    const before = dialog.state.drafts;
    const extracted = { found_at: { kind: 'date', date: '2027-01-04' } } as const;
    dialog.say(said('分かったのは来年です', understood('incident', { correction: true }), { extracted }));
    expect(dialog.lines()).toEqual(expect.arrayContaining(['err.future', 'ask.send']));
    expect(dialog.state.drafts).toEqual(before);
  });

  it('after sending is shown before it goes, and goes as a change of that report', () => {
    const dialog = talk(rules, { ...newConversation(), lastFiled: 'INC-26-7KQ4M' });
    const target = {
      report: 'INC-26-7KQ4M',
      type: 'incident',
      before: { people: exactly(1) },
      answers: { people: exactly(3) },
    } as const;
    dialog.say(said('やっぱり3人です', understood('incident', { correction: true }), { target }));
    expect(dialog.lines()).toEqual(['ask.correction']);
    dialog.press('confirm_correction');
    expect(dialog.effects).toEqual([
      { kind: 'correct', report: 'INC-26-7KQ4M', field: 'people', to: exactly(3) },
    ]);
    expect(dialog.state.step.kind).toBe('idle');
  });

  it('after sending to what it was anyway is none', () => {
    const dialog = talk(rules);
    const target = {
      report: 'INC-26-7KQ4M',
      type: 'incident',
      before: { people: exactly(1) },
      answers: { people: exactly(1) },
    } as const;
    dialog.say(said('1人です', understood('incident', { correction: true }), { target }));
    expect(dialog.lines()).toEqual(['corrected.same']);
  });
});

describe('going back', () => {
  it('leads to the question before, with the answer taken back', () => {
    const dialog = begun();
    dialog.press('answer', 'people:one');
    command(dialog, 'back');
    expect(dialog.lines()).toContain('field.incident.people.ask');
    expect(dialog.state.drafts[0]?.answers).not.toHaveProperty('people');
  });

  it('from the first question stays there, so that nothing is lost', () => {
    const dialog = begun();
    command(dialog, 'back');
    expect(dialog.lines()).toEqual(['nothing_back', 'field.incident.people.ask']);
  });

  it('remembers the last twenty steps, however long somebody edits', () => {
    const dialog = shown();
    for (let time = 0; time < 15; time++) {
      dialog.press('edit');
      dialog.press('edit_field', '0:people');
      dialog.press('answer', time % 2 === 0 ? 'people:few' : 'people:one');
    }
    expect(dialog.state.past).toHaveLength(20);
    command(dialog, 'back');
    expect(dialog.state.step).toMatchObject({ kind: 'asking', field: 'people' });
  });
});

describe('stopping', () => {
  it.each(['stop', 'cancel'] as const)('leaves nothing: %s', (how) => {
    const dialog = shown();
    if (how === 'stop') dialog.press('stop');
    else command(dialog, 'cancel');
    expect(dialog.lines()).toEqual(['cancelled']);
    expect(dialog.state).toMatchObject({ step: { kind: 'idle' }, drafts: [], past: [] });
    command(dialog, 'cancel');
    expect(dialog.lines()).toEqual(['nothing_to_cancel']);
  });
});

describe('editing', () => {
  it('offers every field of the form, and the type', () => {
    const dialog = shown();
    dialog.press('edit');
    expect(dialog.lines()).toEqual(['ask.field_to_edit']);
    expect(dialog.offers()).toEqual(
      expect.arrayContaining(['edit_field 0:found_at', 'edit_field 0:document', 'wrong_type', 'back']),
    );
    expect(dialog.offers().join()).not.toMatch(/first_response|prevention|amount/);
  });

  it('changes one answer and comes back to the summary', () => {
    const dialog = shown();
    dialog.press('edit');
    dialog.press('edit_field', '0:found_at');
    dialog.press('answer', 'found_at:yesterday');
    expect(dialog.lines()).toContain('ask.send');
    expect(dialog.state.drafts[0]?.answers['found_at']).toEqual({ kind: 'date', date: '2026-11-19' });
  });

  it.each([
    '0:first_response',
    '0:prevention',
    '1:people',
    '-0:people',
    '0x0:people',
    '0:constructor',
    ':',
    '__proto__:people',
  ])('a field that is not on offer is an unknown button: %s', (value) => {
    const dialog = shown();
    dialog.press('edit');
    dialog.forge({ action: 'edit_field', value, turn: dialog.state.turn });
    expect(dialog.lines()[0]).toBe('old_button');
    expect(dialog.state.step.kind).toBe('choosing_field');
  });
});

describe('a question in between', () => {
  it('about a status is answered, and the same question stands', () => {
    const dialog = begun();
    const { step, drafts } = dialog.state;
    dialog.say(said('この前の提案どうなりました？', understood('status')));
    expect(dialog.effects[0]).toMatchObject({
      kind: 'answer_status',
      text: 'この前の提案どうなりました？',
      mine: false,
    });
    expect(dialog.lines()).toEqual(['interrupted.back', 'field.incident.people.ask']);
    expect(dialog.state).toMatchObject({ step, drafts });
  });

  it('about my reports, or for help, leaves the question standing as well', () => {
    const dialog = begun();
    command(dialog, 'mine');
    expect(dialog.effects[0]).toMatchObject({ kind: 'answer_status', mine: true });
    expect(dialog.lines()).toEqual(['field.incident.people.ask']);
    command(dialog, 'help');
    expect(dialog.lines().at(-1)).toBe('field.incident.people.ask');
  });
});

describe('a button', () => {
  it('of an earlier question is old, and the question that stands is asked again', () => {
    const dialog = begun();
    const [old] = dialog.buttons();
    dialog.press('answer', 'people:one');
    const before = dialog.state;
    dialog.forge(old?.press ?? { action: 'none' });
    expect(dialog.lines()).toEqual(['old_button', 'field.incident.opened.ask']);
    expect(dialog.state).toEqual(before);
  });

  it('of a summary that has changed since sends nothing: what goes is what was seen', () => {
    const dialog = shown();
    const send = dialog.buttons().find(({ press }) => press.action === 'send');
    dialog.say(threePeople(false));
    dialog.forge(send?.press ?? { action: 'none' });
    expect(dialog.filed()).toEqual([]);
    expect(dialog.lines()).toEqual(expect.arrayContaining(['old_button', 'ask.send']));
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'no_such_action'])(
    'that nobody offers does nothing: %s',
    (action) => {
      const dialog = begun();
      const before = dialog.state;
      dialog.forge({ action, value: action, turn: before.turn });
      expect(dialog.lines()[0]).toBe('old_button');
      expect(dialog.state).toEqual(before);
    },
  );

  it('answers only the question that stands, with an answer that it offers', () => {
    const dialog = begun();
    for (const value of ['opened:opened', 'people:half', 'people:', 'people', 'people:constructor'])
      dialog.forge({ action: 'answer', value, turn: dialog.state.turn });
    expect(dialog.state.step).toMatchObject({ kind: 'asking', field: 'people' });
    expect(dialog.state.drafts[0]?.answers).not.toHaveProperty('people');
  });

  it.each([
    'open_form',
    'resume',
    'send',
    'send_as_is',
    'edit',
    'seen_by',
    'split',
    'drill',
    'not_violation',
  ])('with nothing open is answered as old: %s', (action) => {
    const dialog = talk(rules);
    dialog.forge({ action });
    expect(dialog.lines()).toEqual(['old_button']);
  });
});

describe('an addition to a report', () => {
  it('is what is said next', () => {
    const dialog = talk(rules);
    dialog.forge({ action: 'add', report: 'INC-26-7KQ4M' });
    expect(dialog.lines()).toEqual(['ask.addition']);
    dialog.say(said('お客様に連絡しました', understood('incident')));
    expect(dialog.effects).toEqual([{ kind: 'add', report: 'INC-26-7KQ4M', text: 'お客様に連絡しました' }]);
    expect(dialog.state.step.kind).toBe('idle');
  });

  it('does not cost the report that is being written', () => {
    const dialog = begun();
    const { drafts } = dialog.state;
    dialog.forge({ action: 'add', report: 'INC-26-7KQ4M' });
    dialog.say(said('お客様に連絡しました', understood('incident')));
    expect(dialog.effects[0]).toMatchObject({ kind: 'add' });
    expect(dialog.lines()).toEqual(['field.incident.people.ask']);
    expect(dialog.state.drafts).toEqual(drafts);
  });
});
