import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type YAMLError,
} from 'yaml';
import { problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import { sound, unsound, type Checked } from './checked.ts';
import { readText, type Folder } from './read-text.ts';
import { absent, type Place, type Source, type SourceData, type SourcePath } from './source.ts';

export async function readYaml(folder: Folder, file: string): Promise<Checked<SourceData<unknown>>> {
  const name = `${folder.name}/${file}`;
  const text = await readText(folder, file);
  return text === null ? unsound([problemAt(absent(name), [], 'missing_file')]) : parseYaml(name, text);
}

function parseYaml(file: string, text: string): Checked<SourceData<unknown>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const source = { file, place: (path: SourcePath) => placeOf(document, lines, path) };
  if (document.errors.length > 0)
    return unsound(document.errors.map((error) => syntaxProblem(source, lines, error)));
  return sound({ ...source, data: document.toJS() as unknown });
}

function syntaxProblem(source: Source, lines: LineCounter, error: YAMLError): CatalogueProblem {
  const { line, col } = lines.linePos(error.pos[0]);
  const problem = error.code === 'DUPLICATE_KEY' ? 'duplicate_key' : 'bad_yaml';
  return { ...problemAt(source, [], problem, { code: error.code }), line, column: col };
}

/** Follows the path as far as it exists; a key is placed where the key itself stands. */
function placeOf(document: Document, lines: LineCounter, path: SourcePath): Place {
  let node: unknown = document.contents;
  let place: unknown = node;
  for (const step of path) {
    const next = stepInto(node, step);
    if (!next) break;
    ({ place, node } = next);
  }
  const start = isNode(place) ? place.range?.[0] : undefined;
  if (start === undefined) return { line: 1 };
  const { line, col } = lines.linePos(start);
  return { line, column: col };
}

function stepInto(node: unknown, step: string | number): { place: unknown; node: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair ? { place: pair.key, node: pair.value } : null;
  }
  if (isSeq(node) && typeof step === 'number' && step in node.items) {
    return { place: node.items[step], node: node.items[step] };
  }
  return null;
}
