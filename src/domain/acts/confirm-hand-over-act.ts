import { unconfirmedHandOver } from '../hand-over.ts';
import { phrase } from '../phrase.ts';
import { fail, ok } from '../result.ts';
import type { Act } from './act.ts';

/** 引き継ぎを確認: whoever got the work of another has looked at it and goes on with it. */
export const confirmHandOver: Act = {
  id: 'confirm_hand_over',
  right: 'update',
  label: phrase('btn.confirm_hand_over'),
  doneBy: { hand_over_confirmed: 'confirm_hand_over' },
  possible: (_rules, report) => unconfirmedHandOver(report) !== null,
  // Nobody but whoever got it, or their deputy, can say that they have looked.
  allowed: ({ actor, report }) => report.holder === (actor.for ?? actor.person),
  form: null,
  perform({ report, actor, now }) {
    const handed = unconfirmedHandOver(report);
    if (!handed) return fail({ kind: 'old_button' });
    const facts = { to: handed.seq };
    return ok({
      events: [{ kind: 'hand_over_confirmed', actor: actor.person, at: now, facts, content: null }],
    });
  },
};
