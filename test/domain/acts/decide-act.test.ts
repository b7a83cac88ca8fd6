import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/domain/answers.ts';
import { actsFor } from '../../../src/domain/acts/acts.ts';
import { decide } from '../../../src/domain/acts/decide-act.ts';
import { foretold } from '../../../src/domain/foretold.ts';
import { report } from '../moments.ts';
import { catalogue, choice, day, errorsOf, number, on, text } from './on.ts';

const PROPOSAL = {
  type: 'proposal' as const,
  subtype: 'form',
  level: 0 as const,
  visibility: 'open' as const,
  primary: 'service-promotion',
  copies: ['consultation'],
  reporter: 'yamada',
  office: 'midori',
  line: ['midori'],
  state: 'evaluating',
};
const proposal = report({ ...PROPOSAL, number: 'PRP-26-AAAAA', gist: '番号札の表示を大きく' });
const first = report({ ...PROPOSAL, number: 'PRP-26-BBBBB', reporter: 'suzuki', state: 'adopted' });
const WHY = '待ち時間の長い20か所で、先に効果を確かめるためです。';
const adopted = { outcome: choice('adopted'), reason: text(WHY), due: day('2027-03-31') };
const duplicate = { outcome: choice('duplicate'), reason: text(WHY), first: text('ｐｒｐ-26-bbbbb') };

function without(answers: Answers, left: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([field]) => field !== left));
}

describe('決定する', () => {
  it.each([
    ['without a reason', without(adopted, 'reason'), 'reason: err.reason'],
    ['with one character', { ...adopted, reason: text('無') }, 'reason: err.reason_short'],
    ['with a stock phrase', { ...adopted, reason: text('鋭意検討中です。') }, 'reason: err.stock'],
    [
      'with words given lately',
      { ...adopted, reason: text('同じ理由をこの前の回答で書きました。') },
      'reason: err.stock_same',
    ],
    ['adopted without a date', without(adopted, 'due'), 'due: err.due_missing'],
    ['adopted from today on', { ...adopted, due: day('2026-11-24') }, 'due: err.due_past'],
    ['adopted in the past', { ...adopted, due: day('2026-03-31') }, 'due: err.due_past'],
    ['as a duplicate of nothing', without(duplicate, 'first'), 'first: err.first_missing'],
    ['as a duplicate of itself', { ...duplicate, first: text('PRP-26-AAAAA') }, 'first: err.first_itself'],
    [
      'as a duplicate of what cannot be seen',
      { ...duplicate, first: text('PRP-26-CCCCC') },
      'first: err.first_unknown',
    ],
    ['as what the workflow does not know', { ...adopted, outcome: choice('praised') }, 'outcome: err.choose'],
  ])('%s is refused beside its field', (_, answers, expected) => {
    const others = new Map([[first.number, first]]);
    const recentReasons = ['同じ理由を、この前の回答で書きました。'];
    expect(errorsOf(decide.perform(on(proposal, 'kato', { others, recentReasons }), answers))).toEqual([
      expected,
    ]);
  });

  it('does not take a duplicate of what is narrower or of another type', () => {
    for (const other of [
      { ...first, visibility: 'restricted' as const },
      { ...first, type: 'incident' as const },
    ]) {
      const others = new Map([[first.number, other]]);
      expect(errorsOf(decide.perform(on(proposal, 'kato', { others }), duplicate))).toEqual([
        'first: err.first_unknown',
      ]);
    }
  });

  it('ties a duplicate to the first one, which its proposer follows from then on', () => {
    const deed = decide.perform(
      on(proposal, 'kato', { others: new Map([[first.number, first]]) }),
      duplicate,
    );
    if (!deed.ok) throw new Error('refused');
    expect(deed.value.events.map(({ kind, facts }) => ({ kind, facts }))).toEqual([
      {
        kind: 'decision_given',
        facts: { outcome: 'duplicate', state: 'duplicate', final: true, first: 'PRP-26-BBBBB' },
      },
      { kind: 'linked', facts: { number: 'PRP-26-BBBBB', visibility: 'open' } },
    ]);
    expect(deed.value.errands).toMatchObject([
      {
        kind: 'record',
        report: 'PRP-26-BBBBB',
        events: [
          { kind: 'linked', facts: { number: 'PRP-26-AAAAA' } },
          { kind: 'joined', facts: { number: 'PRP-26-AAAAA', follower: ['yamada'] } },
        ],
      },
    ]);
  });

  it('shows before it is sent what the proposer gets', () => {
    const context = on(proposal, 'kato');
    const deed = decide.perform(context, { ...adopted, yen: number(300_000) });
    if (!deed.ok) throw new Error('refused');
    expect(foretold(context, deed.value.events)).toEqual([
      { key: 'acted.decided', values: { number: 'PRP-26-AAAAA', title: '番号札の表示を大きく' } },
      {
        key: 'acted.decided.outcome',
        values: { outcome: { key: 'state.proposal.adopted' }, unit: { unit: 'service-promotion' } },
      },
      { key: 'acted.decided.reason', values: { text: WHY } },
      { key: 'acted.decided.due', values: { due: { date: '2027-03-31' } } },
      { key: 'ask.helped' },
    ]);
    expect(deed.value.events[0]?.facts).toMatchObject({ due: '2027-03-31', yen: 300_000 });
  });
});

const OF_PROPOSALS = ['comment_as_owner', 'evaluate', 'decide', 'implement', 'check_effect', 'nominate'];

describe('who works on a proposal', () => {
  const acts = (who: string, state: string) => actsFor(on({ ...proposal, state }, who)).map(({ id }) => id);

  it.each([
    ['kato', 'under_review', ['comment_as_owner', 'evaluate', 'decide']],
    ['kato', 'evaluating', ['evaluate', 'decide']],
    ['sato', 'evaluating', ['evaluate', 'decide']],
    ['yamada', 'evaluating', []],
    ['watanabe', 'evaluating', []],
    ['yamaguchi', 'evaluating', []],
    ['kato', 'closed', []],
  ])('%s may in state %s: %s', (who, state, expected) => {
    expect(acts(who, state).filter((id) => OF_PROPOSALS.includes(id))).toEqual(expected);
  });

  it('only the owning department comments as the owner, other copies do not', () => {
    const about = report({
      ...PROPOSAL,
      state: 'under_review',
      copies: ['consultation', 'quality'],
      filing: { ...proposal.filing, type: 'proposal', text: '窓口の待ち時間を減らしたい' },
    });
    expect(actsFor(on(about, 'sakai')).map(({ id }) => id)).toEqual(['comment_as_owner']);
    expect(actsFor(on(about, 'hashimoto')).map(({ id }) => id)).toEqual([]);
  });

  it('what each may do is what the type’s workflow says of a decision', () => {
    const inputs = decide.form?.(on({ ...proposal, state: 'under_review' }, 'kato')).inputs ?? [];
    expect(inputs[0]?.options.map(({ id }) => id)).toEqual([
      'already_done',
      'continued',
      'out_of_scope',
      'duplicate',
    ]);
    expect(catalogue.types.get('proposal')?.workflow.states.map(({ id }) => id)).toContain('duplicate');
  });
});
