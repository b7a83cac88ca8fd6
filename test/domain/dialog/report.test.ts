import { describe, expect, it } from 'vitest';
import { exactly, type Answer } from '../../../src/domain/answers.ts';
import { dialogRules, said, theCatalogue, TODAY, understood } from '../../support/builders.ts';
import { talk } from './talk.ts';

const rules = dialogRules(await theCatalogue());
const choice = (id: string): Answer => ({ kind: 'choice', choice: id });

const misdelivery = () =>
  said(
    '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです',
    understood('incident', { subtype: 'misdelivery', cues: ['outside'], evidence: ['別の方の通知書'] }),
    {
      extracted: {
        occurred_on: { kind: 'date', date: '2026-11-19' },
        recovered: choice('recovered'),
        personal_data: choice('yes'),
      },
    },
  );

describe('an incident in one sentence', () => {
  it('is prefilled, asked only for the rest, shown, and filed', () => {
    const dialog = talk(rules);
    dialog.say(misdelivery());
    expect(dialog.lines()).toEqual(
      expect.arrayContaining(['guess.subtype', 'known', 'ask.left', 'field.incident.people.ask']),
    );
    expect(dialog.offers()).toEqual(
      expect.arrayContaining([
        'answer people:one',
        'answer people:over_100',
        'answer people:unknown',
        'wrong_type',
      ]),
    );

    dialog.press('answer', 'people:one');
    expect(dialog.lines()).toContain('field.incident.opened.ask');
    dialog.press('answer', 'opened:not_opened');
    expect(dialog.lines()).toContain('ask.send');
    expect(dialog.lines()).toContain('summary.seen_by');
    expect(dialog.offers()).toEqual(['send', 'edit', 'open_form', 'stop', 'seen_by']);

    dialog.press('send');
    expect(dialog.filed()).toMatchObject([
      {
        type: 'incident',
        subtype: 'misdelivery',
        answers: {
          people: exactly(1),
          personal_data: choice('yes'),
          recovered: choice('recovered'),
          opened: choice('not_opened'),
          occurred_on: { kind: 'date', date: '2026-11-19' },
          found_at: { kind: 'date', date: TODAY, time: '09:12' },
          found_by: { kind: 'unit', unit: 'midori' },
        },
      },
    ]);
    expect(dialog.state).toMatchObject({ step: { kind: 'idle' }, drafts: [], past: [] });
  });

  it('is asked what was done once it turns out not to be recovered, which the message said was done', () => {
    const recovered = misdelivery();
    const first_response: Answer = { kind: 'text', text: '回収済みです' };
    const dialog = talk(rules);
    dialog.say({ ...recovered, extracted: { ...recovered.extracted, first_response } });
    dialog.press('answer', 'people:one');
    dialog.press('answer', 'opened:not_opened');
    dialog.press('edit');
    dialog.press('edit_field', '0:recovered');
    dialog.press('answer', 'recovered:not_yet');
    expect(dialog.state.step).toMatchObject({ kind: 'asking', field: 'first_response' });
    expect(dialog.state.drafts[0]?.answers).not.toHaveProperty('first_response');
    dialog.press('answer', 'first_response:none');
    dialog.press('edit');
    dialog.press('edit_field', '0:recovered');
    dialog.press('answer', 'recovered:recovered');
    dialog.press('edit');
    dialog.press('edit_field', '0:recovered');
    dialog.press('answer', 'recovered:not_yet');
    // What the person answered themselves is asked no second time.
    expect(dialog.state.step.kind).toBe('reviewing');
  });

  it('is asked at most five questions', () => {
    const dialog = talk(rules);
    dialog.say(said('通知書がない', understood('incident', { subtype: 'loss' })));
    let questions = 0;
    while (dialog.state.step.kind === 'asking') {
      questions += 1;
      const { field } = dialog.state.step;
      if (field === 'first_response') dialog.press('answer', 'first_response:none');
      else dialog.press('answer', `${field}:unknown`);
    }
    expect(dialog.state.step.kind).toBe('reviewing');
    expect(questions).toBeLessThanOrEqual(5);
  });

  it('takes several answers from one sentence', () => {
    const dialog = talk(rules);
    dialog.say(misdelivery());
    dialog.say(
      said('1人です、見ていません', understood('incident'), {
        reading: exactly(1),
        extracted: { opened: choice('not_opened') },
      }),
    );
    expect(dialog.state.step.kind).toBe('reviewing');
  });

  it('asks again when an answer cannot be read, and says how to write it', () => {
    const dialog = talk(rules);
    dialog.say(misdelivery());
    dialog.say(said('ええと', understood('other')));
    expect(dialog.lines()).toEqual(['err.number', 'field.incident.people.ask']);
  });

  it('keeps a longer remark as part of the story, in the form too', () => {
    const dialog = talk(rules);
    dialog.say(misdelivery());
    dialog.say(said('お客様は先ほどお帰りになりました', understood('incident')));
    expect(dialog.lines()[0]).toBe('added.draft');
    const [draft] = dialog.state.drafts;
    expect(draft?.text).toContain('お帰りになりました');
    expect(draft?.answers['summary']).toEqual({ kind: 'text', text: draft?.text });
  });

  it('does not take a day to come or an abolished office from the words', () => {
    const dialog = talk(rules);
    const extracted = {
      occurred_on: { kind: 'date', date: '2026-12-24' },
      found_by: { kind: 'unit', unit: 'aoba' },
    } as const;
    dialog.say(said('別の方の通知書', understood('incident', { subtype: 'misdelivery' }), { extracted }));
    expect(dialog.state.drafts[0]?.answers).toMatchObject({ found_by: { kind: 'unit', unit: 'midori' } });
    expect(dialog.state.drafts[0]?.answers).not.toHaveProperty('occurred_on');
  });
});

describe('sending', () => {
  it('cannot skip a mandatory question', () => {
    const dialog = talk(rules);
    dialog.say(misdelivery());
    dialog.say(said('送信', understood('other', { command: 'send' })));
    expect(dialog.filed()).toEqual([]);
    expect(dialog.lines()).toContain('field.incident.people.ask');
    dialog.forge({ action: 'send', turn: dialog.state.turn });
    expect(dialog.filed()).toEqual([]);
  });

  it('as it is makes unknown what may be unknown', () => {
    const dialog = talk(rules);
    dialog.say(misdelivery());
    dialog.forge({ action: 'send_as_is', turn: dialog.state.turn });
    expect(dialog.filed()).toMatchObject([
      { answers: { people: { kind: 'unknown' }, opened: { kind: 'unknown' } } },
    ]);
  });

  it('as it is still asks what nobody can leave open', () => {
    const dialog = talk(rules);
    dialog.say(said('3枚を1枚にまとめたい', understood('proposal')));
    dialog.forge({ action: 'send_as_is', turn: dialog.state.turn });
    expect(dialog.filed()).toEqual([]);
    expect(dialog.lines()).toContain('field.proposal.change.ask');
  });

  it('is not possible as a type that the person called wrong', () => {
    const dialog = talk(rules);
    dialog.say(misdelivery());
    dialog.press('answer', 'people:one');
    dialog.press('answer', 'opened:not_opened');
    dialog.press('edit');
    dialog.press('wrong_type');
    dialog.say(said('送信', understood('other', { command: 'send' })));
    expect(dialog.filed()).toEqual([]);
    expect(dialog.state.step.kind).toBe('choosing_type');
  });

  it('shows everyone who will see it before it goes', () => {
    const dialog = talk(rules);
    dialog.say(misdelivery());
    dialog.press('answer', 'people:one');
    dialog.press('answer', 'opened:not_opened');
    dialog.press('seen_by');
    expect(dialog.lines().slice(0, 2)).toEqual(['summary.seen_by', 'summary.visibility']);
    expect(dialog.state.step.kind).toBe('reviewing');
  });
});

describe('a voice that hides something', () => {
  const voice = (suspicions: ('clerical_error' | 'violation')[]) =>
    said(
      '前の説明が間違っていたと怒られました',
      understood('customer_voice', { voiceKind: 'complaint', suspicions }),
    );

  it('says where the suspected error goes, and keeps it to the end', () => {
    const dialog = talk(rules);
    dialog.say(voice(['clerical_error']));
    expect(dialog.lines()).toEqual(
      expect.arrayContaining(['guess.voice', 'guess.voice_error', 'guess.voice_error_route']),
    );
    dialog.press('answer', 'channel:visit');
    dialog.press('answer', 'response:none');
    dialog.press('send');
    expect(dialog.filed()).toMatchObject([{ type: 'customer_voice', suspicions: ['clerical_error'] }]);
  });

  it('says that a suspected violation is for the officers only', () => {
    const dialog = talk(rules);
    dialog.say(voice(['violation']));
    expect(dialog.lines()).toContain('guess.voice_violation');
    expect(dialog.lines()).not.toContain('guess.voice_error_route');
  });
});
