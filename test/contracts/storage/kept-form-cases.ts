import { expect, test } from 'vitest';
import type { KeptForm } from '../../../src/application/ports/kept-forms.ts';
import { NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const minutesAfterNoon = (minutes: number) => new Date(Date.parse(NOON) + minutes * 60_000).toISOString();

function typed(text: string, over: Partial<KeptForm> = {}): KeptForm {
  const values = { text: { answer: { kind: 'text' as const, text } }, other: null };
  return { person: 'p-001', form: 'act:ask:INC-26-7KQ4M', values, version: 1, at: NOON, ...over };
}

export function keptFormCases(given: Given): void {
  const keep = (...kept: KeptForm[]) =>
    given().store.work.transact(async (tx) => {
      for (const one of kept) await tx.keptForms.keep(one);
    });
  const of = ({ person, form } = typed(''), since = NOON) => given().store.keptForms.of(person, form, since);

  test('what somebody types is theirs and the form’s alone, and the last of it is kept', async () => {
    expect(await of()).toBeNull();
    const another = typed('よその', { form: 'act:ask:INC-26-7KQ5M' });
    await keep(typed('あ'), typed('あい', { version: 2 }), typed('ほかの', { person: 'p-002' }), another);
    expect(await of()).toEqual(typed('あい').values);
    expect(await of(typed('', { person: 'p-002' }))).toEqual(typed('ほかの').values);
    expect(await of(another)).toEqual(another.values);
    expect(await of(typed('', { person: 'p-003' }))).toBeNull();
  });

  test('what comes late takes nothing back', async () => {
    await keep(
      typed('あいう', { version: 1_700_000_000.0003 }),
      typed('あい', { version: 1_700_000_000.0002 }),
    );
    expect(await of()).toEqual(typed('あいう').values);
  });

  test('it is forgotten when it was sent, and with time', async () => {
    const later = typed('い', { form: 'slack_begin', at: minutesAfterNoon(2) });
    await keep(typed('あ'), later, typed('う', { person: 'p-002', at: minutesAfterNoon(2) }));
    expect(await of(later, minutesAfterNoon(2))).toEqual(later.values);
    expect(await of(later, minutesAfterNoon(3))).toBeNull();
    await given().store.work.transact((tx) => tx.keptForms.forget(later.person, later.form));
    expect(await of(later)).toBeNull();
    await given().store.work.transact((tx) => tx.keptForms.forgetBefore(minutesAfterNoon(1)));
    expect(await of()).toBeNull();
    expect(await of(typed('', { person: 'p-002' }))).toEqual(typed('う').values);
  });
}
