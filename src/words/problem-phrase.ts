import { named } from '../domain/byline.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import type { Role } from '../domain/organization.ts';
import type { Problem } from '../domain/problems.ts';

/** What a person is told of an expected failure: what happened and how to go on. A new kind does not compile without. */
export function problemPhrase(problem: Problem): Phrase {
  switch (problem.kind) {
    case 'message_too_long':
      return phrase('err.text_too_long', { n: problem.over });
    case 'unit_abolished':
      return abolished(problem.unit, problem.successor);
    case 'forbidden':
      return forbidden(problem.roles);
    case 'stale':
      return phrase('stale', {
        person: named(problem),
        time: { due: problem.at },
        action: phrase(`action.${problem.action}`),
      });
    case 'not_ready':
      return phrase('not_ready', { missing: { list: problem.missing } });
    case 'unit_unclear':
      return problem.near.length === 0
        ? phrase('problem.no_such_unit')
        : phrase('problem.unit_unclear', {
            units: { list: problem.near.map((unit) => ({ unit })) },
          });
    case 'not_bound':
      return phrase('reach.not_bound');
    case 'old_button':
      return phrase('old_button');
    case 'fields':
      return problem.errors[0]?.message ?? phrase('problem.form_changed');
    case 'empty_message':
    case 'unknown_person':
    case 'not_found':
    case 'unreadable_press':
    case 'attachment_refused':
    case 'form_changed':
    case 'try_again':
      return phrase(`problem.${problem.kind}`);
  }
}

function forbidden(roles: readonly Role[]): Phrase {
  if (roles.length === 0) return phrase('problem.forbidden');
  return phrase('denied', { role: { list: roles.map((role) => phrase(`role.${role}`)) } });
}

function abolished(unit: string, successor: string | null): Phrase {
  return successor === null
    ? phrase('problem.unit_abolished', { unit: { unit } })
    : phrase('problem.unit_abolished_successor', { unit: { unit }, successor: { unit: successor } });
}
