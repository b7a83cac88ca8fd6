import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FeatureNames } from '../../src/recognition/feature-names.ts';
import { loadLexicon } from '../../src/recognition/lexicon.ts';
import { readDocument } from '../../src/recognition/features.ts';
import { neighbourhoods } from '../../src/recognition/neighbourhoods.ts';
import { loadTokenizer } from '../../src/recognition/tokenize.ts';

const LEXICON = join(import.meta.dirname, '../../intents/lexicon.yaml');

/** Names are kept as fingerprints only. */
const holds = (wanted: FeatureNames) => (seen: FeatureNames) =>
  wanted.firsts.every((first, at) =>
    seen.firsts.some((one, place) => one === first && seen.seconds[place] === wanted.seconds[at]),
  );

describe('the neighbourhoods of words', () => {
  it('tell of each word itself, its neighbours and its characters', async () => {
    const [tokenize, lexicon] = await Promise.all([loadTokenizer(), loadLexicon(LEXICON)]);
    const seen = neighbourhoods(readDocument('猫が寝た', tokenize, lexicon));
    expect(seen).toHaveLength(4);
    const names = (...some: string[]) => FeatureNames.of(some);
    expect(seen[0]).toSatisfy(
      holds(names('w:猫', 'before:<s>', 'after:が', 'b:<s>_猫', 'then:猫_が', 'c:^猫$')),
    );
    expect(seen[2]).toSatisfy(holds(names('w:寝る', 'as:寝', 'before:が', 'after:た', 'b:が_寝る', 'c:寝')));
    expect(seen[0]).not.toSatisfy(holds(names('w:寝る')));
    expect(neighbourhoods(readDocument(' ', tokenize, lexicon))).toEqual([]);
  });
});
