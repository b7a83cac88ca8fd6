import { describe, expect, it } from 'vitest';
import type { Problem, ProblemKind } from '../../src/domain/problems.ts';
import { phrase } from '../../src/domain/phrase.ts';
import { createWords } from '../../src/words/create-words.ts';
import { loadLocales } from '../../src/words/load-locales.ts';
import { problemPhrase } from '../../src/words/problem-phrase.ts';
import { RISK_HANDLER, smallOrganization, TOKYO } from '../support/small-organization.ts';

const words = createWords({
  catalogs: loadLocales('locales'),
  organization: smallOrganization(),
  calendar: TOKYO,
  today: () => '2026-11-20',
});
const say = (problem: Problem) => words.say(problemPhrase(problem), 'ja');

const EVERY: { [Kind in ProblemKind]: Extract<Problem, { kind: Kind }> } = {
  empty_message: { kind: 'empty_message' },
  message_too_long: { kind: 'message_too_long', over: 12 },
  unknown_person: { kind: 'unknown_person' },
  unit_abolished: { kind: 'unit_abolished', unit: 'service', successor: 'risk' },
  not_bound: { kind: 'not_bound' },
  unit_unclear: { kind: 'unit_unclear', near: ['risk', 'service'] },
  not_found: { kind: 'not_found' },
  forbidden: { kind: 'forbidden', roles: ['handler', 'manager'] },
  stale: { kind: 'stale', person: RISK_HANDLER, at: '2026-11-20T01:05:00.000Z', action: 'acknowledge' },
  old_button: { kind: 'old_button' },
  unreadable_press: { kind: 'unreadable_press' },
  attachment_refused: { kind: 'attachment_refused' },
  fields: { kind: 'fields', errors: [{ field: 'people', message: phrase('err.number') }] },
  not_ready: { kind: 'not_ready', missing: [phrase('closing.feedback')] },
  form_changed: { kind: 'form_changed' },
  try_again: { kind: 'try_again' },
};

describe('problems', () => {
  it.each(Object.values(EVERY))('$kind is told in a sentence in every language', (problem) => {
    expect(say(problem)).toMatch(/。$/);
    expect(words.say(problemPhrase(problem), 'en')).toMatch(/\.$/);
  });

  it('name who did it before, when, and what', () => {
    expect(say(EVERY.stale)).toBe('田中 一さんが 10:05 に「受付確認」を済ませています。');
  });

  it('name the roles that can, and nobody when there is none', () => {
    expect(say(EVERY.forbidden)).toBe('この操作は、担当、責任者だけができます。');
    expect(say({ kind: 'forbidden', roles: [] })).toBe('この操作は、できません。');
  });

  it('name who took over from an abolished unit, or ask for another one', () => {
    expect(say(EVERY.unit_abolished)).toBe(
      'サービス推進部は、今はありません。リスク・コンプライアンス部を選んでください。',
    );
    expect(say({ ...EVERY.unit_abolished, successor: null })).toBe(
      'サービス推進部は、今はありません。別の部署を選んでください。',
    );
  });
});
