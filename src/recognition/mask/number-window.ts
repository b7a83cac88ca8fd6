import { matchesOf } from '../matches.ts';

/** Digit groups that may belong together: 1234-567890, 090 1234 5678, (03)1234-5678. */
export interface NumberWindow {
  start: number;
  end: number;
  digits: string;
  /** Lengths of the groups joined by '-', e.g. '4-6-1'. */
  shape: string;
  /** What else than '-' and spaces stands between the groups: brackets are for telephone numbers, dots are in decimals and underscores in names of files. */
  joints: 'plain' | 'dotted' | 'bracketed';
}

interface Group {
  start: number;
  end: number;
  /** Between this group and the one before: none is the start of a chain. */
  joint: 'none' | 'space' | 'dash' | 'dot' | 'bracket';
}

const GROUPS = /\d{1,20}/g;
const LONGEST_JOINT = 8;
const MOST_GROUPS = 5;
const SPACED_DIGITS = /(?<![\d-]|\d[ \t])\d(?:[ \t](?:-[ \t])?\d){6,16}(?![ \t]?\d|-)/g;

const FEWEST_DIGITS = 6;
const MOST_DIGITS = 18;

/** Every window of 6 to 18 digits whose ends are not glued to a further digit; at most five per group, so linear in the text. */
export function numberWindows(text: string): NumberWindow[] {
  const groups = findGroups(text);
  const windows = spacedDigits(text);
  for (let first = 0; first < groups.length; first++) {
    if (isGlued(groups[first])) continue;
    let digits = 0;
    for (let last = first; last < Math.min(first + MOST_GROUPS, groups.length); last++) {
      if (last > first && groups[last]?.joint === 'none') break;
      digits += lengthOf(groups[last]);
      if (digits < FEWEST_DIGITS || isGlued(groups[last + 1])) continue;
      if (digits > MOST_DIGITS) break;
      windows.push(toWindow(text, groups.slice(first, last + 1)));
    }
  }
  return windows;
}

function findGroups(text: string): Group[] {
  const groups: Group[] = [];
  let previousEnd = -1;
  for (const { 0: digits, index } of matchesOf(text, GROUPS)) {
    const between =
      previousEnd < 0 || index - previousEnd > LONGEST_JOINT ? null : text.slice(previousEnd, index);
    const end = index + digits.length;
    // 1234-56789(1桁足りない): what a bracket opens behind a number belongs to it when digits fill the bracket.
    const isRemark = between?.endsWith('(') === true && text[end] !== ')';
    groups.push({
      start: index,
      end,
      joint: between === null || isRemark ? 'none' : jointOf(between),
    });
    previousEnd = index + digits.length;
  }
  return groups;
}

function jointOf(between: string): Group['joint'] {
  if (/^[ \t]{1,2}$/.test(between)) return 'space';
  // A mail program breaks the line behind a dash, a print-out goes on further in.
  if (/^[ \t]{0,2}-[ \t]{0,2}(?:\r?\n(?:> ?)?[ \t]{0,4})?$|^\n(?:> ?)?- ?$/.test(between)) return 'dash';
  if (between === '.' || between === '_') return 'dot';
  return between === '' || /^(?:[()]|-?[()][- ]?| \()$/.test(between) ? 'bracket' : 'none';
}

function lengthOf(group: Group | undefined): number {
  return group ? group.end - group.start : 0;
}

function isGlued(group: Group | undefined): boolean {
  return group !== undefined && group.joint !== 'none' && group.joint !== 'space';
}

function toWindow(text: string, groups: Group[]): NumberWindow {
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? start;
  return {
    start,
    end,
    digits: groups.map((group) => text.slice(group.start, group.end)).join(''),
    shape: groups.map((group) => group.end - group.start).join('-'),
    joints: jointsOf(groups.slice(1)),
  };
}

function jointsOf(groups: readonly Group[]): NumberWindow['joints'] {
  if (groups.some(({ joint }) => joint === 'bracket')) return 'bracketed';
  return groups.some(({ joint }) => joint === 'dot') ? 'dotted' : 'plain';
}

/** 0 9 0 1 2 3 …: every digit on its own is one number. */
function spacedDigits(text: string): NumberWindow[] {
  return matchesOf(text, SPACED_DIGITS).map(({ 0: words, index }) => {
    const digits = words.replace(/\D/g, '');
    return { start: index, end: index + words.length, digits, shape: String(digits.length), joints: 'plain' };
  });
}
