import type { Catalogue } from '../application/ports/catalogue.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { problemAt, type CatalogueProblem } from './catalogue-problem.ts';
import { checkTotality, type TotalityHole } from './check/check-totality.ts';
import { vocabularyOf } from './fact-vocabulary.ts';
import { loadHollowPhrases } from './load-hollow-phrases.ts';
import { loadIntents } from './load-intents.ts';
import { absent } from './source/source.ts';
import { loadOrganization, type LoadedOrganization } from './load-organization.ts';

/** Paths of the two folders that say what can be said, and who gets it. */
export interface CatalogueFolders {
  intents: string;
  organization: string;
}

/** Everything wrong is found at once, in the order of files and lines; nothing starts with a mistake in it. */
export async function loadCatalogue(root: CatalogueFolders): Promise<Result<Catalogue, CatalogueProblem[]>> {
  const types = await loadIntents(root.intents);
  const facts = types.value && vocabularyOf([...types.value.values()]);
  const loaded = await loadOrganization(root.organization, facts);
  const hollow = await loadHollowPhrases({ path: root.intents, name: 'intents' });
  const problems = [...types.problems, ...loaded.problems, ...hollow.problems];
  if (problems.length > 0 || !types.value || !loaded.value || !hollow.value) return fail(inOrder(problems));
  const { sources, ...organization } = loaded.value;
  const catalogue: Catalogue = { types: types.value, hollowPhrases: hollow.value, ...organization };
  const holes = [
    ...checkTotality(catalogue).map((hole) => placed(hole, catalogue, sources)),
    ...unknownCopies(catalogue),
  ];
  return holes.length > 0 ? fail(inOrder(holes)) : ok(catalogue);
}

/** Units that a move sends a copy to, by the line of the state that it leads to. */
function unknownCopies({ types, organization }: Catalogue): CatalogueProblem[] {
  return [...types.values()].flatMap(({ id, workflow }) =>
    workflow.transitions.flatMap(({ copies }) =>
      copies
        .filter((unit) => !organization.units.has(unit))
        .map((unit) => problemAt(absent(`intents/${id}.yaml`), [], 'unknown_unit', { unit })),
    ),
  );
}

/** Where a hole is to be mended: at its rule, row or office, or else at the rule for everything else. */
function placed(
  hole: TotalityHole,
  { routing, ownership, organization }: Catalogue,
  sources: LoadedOrganization['sources'],
): CatalogueProblem {
  const { of, problem, values } = hole;
  switch (of?.kind) {
    case 'rule': {
      const index = routing.rules.findIndex(({ id, version }) => id === of.id && version === of.version);
      return problemAt(sources.routing, index < 0 ? ['otherwise'] : ['rules', index], problem, values);
    }
    case 'row': {
      const index = ownership.rows.findIndex(({ id }) => id === of.id);
      return problemAt(sources.ownership, index < 0 ? ['otherwise'] : ['rows', index], problem, values);
    }
    case 'office': {
      const offices = [...organization.units.values()].filter(({ kind }) => kind === 'office');
      return problemAt(sources.offices, [offices.findIndex(({ id }) => id === of.id)], problem, values);
    }
    case undefined:
      return problemAt(sources.routing, ['otherwise'], problem, values);
  }
}

function inOrder(problems: readonly CatalogueProblem[]): CatalogueProblem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
