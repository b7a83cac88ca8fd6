import ts from 'typescript';
import { codeUnder } from './project-files.ts';
import { collect, isImportPath, type Found } from './syntax.ts';

const CODE = codeUnder('src');
const SAYS = ['phrase', 'say'];

/** Every string of src, but for the paths of imports. */
export const STRINGS: readonly Found<string>[] = CODE.flatMap((file) =>
  collect(file, (node) => (ts.isStringLiteralLike(node) && !isImportPath(node) ? node.text : undefined)),
);

/** Strings that stand where a key is said, the branches of a condition included. */
export const SAID: readonly Found<string>[] = CODE.flatMap((file) =>
  collect(file, (node) => (ts.isStringLiteralLike(node) && isKeyOfCall(node) ? node.text : undefined)),
);

function isKeyOfCall(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isKeyOfCall(parent);
  return (
    ts.isCallExpression(parent) && parent.arguments[0] === node && SAYS.includes(parent.expression.getText())
  );
}

/** Strings with holes, a `*` for each hole, where a key is said or where one begins like a key. */
export function patterns(beginnings: ReadonlySet<string>): Found<string>[] {
  return CODE.flatMap((file) =>
    collect(file, (node) => {
      if (!ts.isTemplateExpression(node)) return undefined;
      const pattern = node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join('');
      return isKeyOfCall(node) || beginnings.has(pattern.split('.')[0] ?? '') ? pattern : undefined;
    }),
  );
}

/** Keys that are said with values written out on the spot, and the names of those values. */
export const VALUED: readonly Found<{ key: string; names: string[] }>[] = CODE.flatMap((file) =>
  collect(file, (node) => {
    if (!ts.isCallExpression(node) || !SAYS.includes(node.expression.getText())) return undefined;
    const [key, values] = node.arguments;
    if (!key || !ts.isStringLiteralLike(key)) return undefined;
    if (!values) return { key: key.text, names: [] };
    if (!ts.isObjectLiteralExpression(values) || values.properties.some(ts.isSpreadAssignment))
      return undefined;
    return { key: key.text, names: values.properties.map((property) => property.name?.getText() ?? '') };
  }),
);
