import { phrase, type Phrase } from '../domain/phrase.ts';
import { rightsTables, type Right, type RightsTable } from '../domain/rights-table.ts';
import type { Where } from '../domain/grants.ts';

/** In the order in which the page explains them. */
export const WHERES: readonly Where[] = [
  'own',
  'followed',
  'under',
  'primary',
  'assigned',
  'referred',
  'everywhere',
];

/** Who may do what, as a page in Markdown: what the program itself decides by, and nothing else. */
export function rightsPage(say: (phrase: Phrase) => string): string[] {
  return [
    `# ${say(phrase('rights.title'))}`,
    '',
    say(phrase('rights.about', { command: 'tsutae rights' })),
    '',
    ...WHERES.map(
      (where) => `- **${say(phrase(`rights.mark.${where}`))}** ${say(phrase(`rights.where.${where}`))}`,
    ),
    '',
    say(phrase('rights.limits')),
    ...rightsTables().flatMap((table) => tableLines(table, say)),
  ];
}

function tableLines({ type, roles, rows }: RightsTable, say: (phrase: Phrase) => string): string[] {
  const cells = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;
  return [
    '',
    `## ${say(phrase(`type.${type}`))}`,
    '',
    cells(['', ...roles.map((role) => say(phrase(`role.${role}`)))]),
    cells(['---', ...roles.map(() => '---')]),
    ...rows.map((row) =>
      cells([
        say(phrase(`action.${row.action}`)),
        ...row.cells.map((rights) => rights.map((right) => markOf(right, say)).join(' ')),
      ]),
    ),
  ];
}

/** Where the right holds; with the circle of readers when it ends before the narrowest one that the type can have. */
function markOf({ where, until }: Right, say: (phrase: Phrase) => string): string {
  const mark = say(phrase(`rights.mark.${where}`));
  const limited = until === 'open' || until === 'units';
  return limited ? say(phrase('rights.limited', { mark, until: phrase(`rights.until.${until}`) })) : mark;
}
