import type { Say } from '../say.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * [今日] and [昨日] beside a box for a date.
 * @param today YYYY-MM-DD, by the clock that the organisation works by
 */
export function addDateShortcuts(box: HTMLInputElement, label: string, today: string, say: Say): void {
  const yesterday = new Date(Date.parse(today) - DAY_MS).toISOString().slice(0, 10);
  const buttons = [
    { date: today, words: say('btn.today'), name: say('page.date_today', { label }) },
    { date: yesterday, words: say('btn.yesterday'), name: say('page.date_yesterday', { label }) },
  ].map(({ date, words, name }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'date-shortcut';
    button.textContent = words;
    button.setAttribute('aria-label', name);
    button.addEventListener('click', () => {
      box.value = date;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      box.dispatchEvent(new Event('change', { bubbles: true }));
    });
    return button;
  });
  box.after(...buttons);
}
