import { describe, expect, it } from 'vitest';
import { EDIT_FORM, LEAVE_FORM } from '../../../src/domain/acts/act-form-view.ts';
import { ACTS, actCalled, actOf } from '../../../src/domain/acts/acts.ts';

describe('a press', () => {
  it('begins an act of its report, or sends its form', () => {
    const report = 'INC-26-7KQ4M';
    expect(actOf({ action: 'answer', report })).toEqual({ act: actCalled('answer'), sends: false });
    expect(actOf({ action: 'answer_form', report })).toEqual({ act: actCalled('answer'), sends: true });
    expect(actOf({ action: 'acknowledge', report })).toMatchObject({ sends: true });
  });

  it('that leaves a form, or goes back to it, sends the form of none', () => {
    const report = 'INC-26-7KQ4M';
    for (const action of [LEAVE_FORM, EDIT_FORM]) expect(actOf({ action, report })).toBeNull();
  });

  it('of the conversation is none, whatever it is called', () => {
    for (const { id } of ACTS) expect(actOf({ action: id })).toBeNull();
  });
});
