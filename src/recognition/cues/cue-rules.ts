import { z } from 'zod';
import type { Cue, Label } from '../../domain/understanding.ts';
import { CUES, REPORT_LABELS } from '../../domain/understanding.ts';
import type { Needles, WordClasses } from './pattern.ts';
import { anyOf, needlesOf, sourceOf } from './pattern.ts';

const patterns = z.array(z.string().min(1));

const cueWords = z.strictObject({
  /** The types of report that the fact is asked of; all when not said. */
  of: z.array(z.enum(REPORT_LABELS)).default([...REPORT_LABELS]),
  /** An incident of such a kind tells the fact, unless one of these stands anywhere in the message. */
  kinds: z.array(z.string()).default([]),
  unless_contained: patterns.optional(),
  /** Any of these tells it as well … */
  told: patterns,
  /** … unless one of these comes right behind, … */
  unless_after: patterns.optional(),
  /** … stands in the same sentence, … */
  unless_beside: patterns.optional(),
  /** … or anywhere in the message; however it was told. */
  unless_said: patterns.optional(),
});

/** Of `intents/lexicon.yaml`: which words tell a fact that severity goes by. */
export const cueFile = z.strictObject({
  words: z.record(z.string(), patterns),
  cues: z.partialRecord(z.enum(CUES), cueWords),
});

/** One way of telling a fact; `needles` rule it out for most sentences at once. */
export interface ToldBy {
  needles: Needles;
  pattern: RegExp;
}

export interface CueRule {
  cue: Cue;
  of: ReadonlySet<Label>;
  told: readonly ToldBy[];
  kinds: ReadonlySet<string>;
  unlessContained: RegExp | null;
  /** Sticky: tried where the fact ends. */
  unlessAfter: RegExp | null;
  unlessBeside: RegExp | null;
  unlessSaid: RegExp | null;
}

/** Throws an `Error` when a pattern names a class that there is none of. */
export function cueRules({ words, cues }: z.infer<typeof cueFile>): CueRule[] {
  return CUES.flatMap((cue) => {
    const rule = cues[cue];
    if (rule === undefined) return [];
    const { of, told, kinds } = rule;
    const unless = (each: readonly string[] | undefined, flags: string) =>
      each === undefined ? null : compiled(each, words, flags);
    return [
      {
        cue,
        of: new Set(of),
        told: told.map((each) => ({
          needles: needlesOf(each, words),
          pattern: compiled([each], words, 'gu'),
        })),
        kinds: new Set(kinds),
        unlessContained: unless(rule.unless_contained, 'u'),
        unlessAfter: unless(rule.unless_after, 'yu'),
        unlessBeside: unless(rule.unless_beside, 'u'),
        unlessSaid: unless(rule.unless_said, 'u'),
      },
    ];
  });
}

function compiled(each: readonly string[], words: WordClasses, flags: string): RegExp {
  return new RegExp(anyOf(each.map((pattern) => sourceOf(pattern, words))), flags);
}
