import { describe, expect, it } from 'vitest';
import { NOT_BEGUN, readProgress } from '../../../../src/platforms/web/page/tour/progress.ts';
import { isDone, standingOf, STEPS } from '../../../../src/platforms/web/page/tour/steps.ts';
import { reportRow } from '../../../support/report-rows.ts';

const [report, handle] = STEPS;
const received = standingOf([reportRow({ number: 'a' })]);

describe('a step of the tour', () => {
  it('in which one reports is done when a new report is there', () => {
    if (!report) throw new Error('no such step');
    const filed = standingOf([reportRow({ number: 'b' }), reportRow({ number: 'a' })]);
    expect(isDone(report, received, received)).toBe(false);
    expect(isDone(report, received, filed)).toBe(true);
    expect(isDone(report, {}, received)).toBe(true);
  });

  it('in which one handles is done when a known report stands otherwise', () => {
    if (!handle) throw new Error('no such step');
    const other = standingOf([reportRow({ number: 'b' }), reportRow({ number: 'a' })]);
    const acknowledged = standingOf([reportRow({ number: 'a', state: '受付確認済' })]);
    const taken = standingOf([reportRow({ number: 'a', holder: '田中' })]);
    expect(isDone(handle, received, other)).toBe(false);
    expect(isDone(handle, received, acknowledged)).toBe(true);
    expect(isDone(handle, received, taken)).toBe(true);
  });
});

describe('the place one has reached in the tour', () => {
  const kept = (value: string | null) => readProgress({ getItem: () => value });

  it('is kept', () => {
    const progress = { shown: true, step: 1, before: received, done: false };
    expect(kept(JSON.stringify(progress))).toEqual(progress);
  });

  it.each([null, 'x', '{"step":7}', '{"step":"a"}'])(
    'is the beginning when nothing sound is kept: %s',
    (value) => {
      expect(kept(value)).toEqual(NOT_BEGUN);
    },
  );
});
