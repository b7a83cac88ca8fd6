import type { Press } from '../../src/domain/view.ts';

export const BARE_CHANNEL = 'board';
/** What is done to a card, one after another. */
export const STEPS = ['acknowledge', 'take', 'update'] as const;

export function bareNumber(index: number): string {
  return `BARE-${String(index)}`;
}

export function nextOf(done: string | null): string | undefined {
  return STEPS[done === null ? 0 : STEPS.findIndex((step) => step === done) + 1];
}

export function bareCard(number: string, done: string | null): object {
  const next = nextOf(done);
  const text = { type: 'TextBlock', text: `${number} ${done ?? ''}` };
  return { body: [text, ...(next === undefined ? [] : [button({ action: next, report: number })])] };
}

export function bareForm(opener: Press): object {
  const press = { ...opener, action: `${opener.action}_form` };
  return { opener, title: opener.action, card: { body: [button(press)] } };
}

function button(press: Press): object {
  return { type: 'Action.Execute', title: press.action, data: { press } };
}
