import { z } from 'zod';
import type { Cue, Label } from '../../domain/understanding.ts';
import { CUES, REPORT_LABELS } from '../../domain/understanding.ts';
import { Patterns } from './patterns.ts';
import type { Step } from './steps.ts';

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

export interface CueRule {
  cue: Cue;
  of: ReadonlySet<Label>;
  told: readonly Step[];
  kinds: ReadonlySet<string>;
  unlessContained: Step | null;
  /** Tried where the fact ends. */
  unlessAfter: Step | null;
  unlessBeside: Step | null;
  unlessSaid: Step | null;
}

/** Which words tell which fact, and what reads a sentence for them. */
export interface CueRules {
  rules: readonly CueRule[];
  patterns: Patterns;
}

/** Throws an `Error` when a pattern names a class that there is none of. */
export function cueRules({ words, cues }: z.infer<typeof cueFile>): CueRules {
  const patterns = new Patterns(words);
  const unless = (each: readonly string[] | undefined) => (each === undefined ? null : patterns.anyOf(each));
  const rules = CUES.flatMap((cue) => {
    const rule = cues[cue];
    if (rule === undefined) return [];
    return [
      {
        cue,
        of: new Set(rule.of),
        told: rule.told.map((pattern) => patterns.anyOf([pattern])),
        kinds: new Set(rule.kinds),
        unlessContained: unless(rule.unless_contained),
        unlessAfter: unless(rule.unless_after),
        unlessBeside: unless(rule.unless_beside),
        unlessSaid: unless(rule.unless_said),
      },
    ];
  });
  return { rules, patterns };
}
