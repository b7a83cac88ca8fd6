import { describe, expect, it } from 'vitest';
import { ACTS, actCalled, actOf } from '../../../src/domain/acts/acts.ts';

describe('a press', () => {
  it('begins an act of its report, or sends its form', () => {
    const report = 'INC-26-7KQ4M';
    expect(actOf({ action: 'answer', report })).toEqual({ act: actCalled('answer'), sends: false });
    expect(actOf({ action: 'answer_form', report })).toEqual({ act: actCalled('answer'), sends: true });
    expect(actOf({ action: 'acknowledge', report })).toMatchObject({ sends: true });
  });

  it('of the conversation is none, whatever it is called', () => {
    for (const { id } of ACTS) expect(actOf({ action: id })).toBeNull();
  });
});
