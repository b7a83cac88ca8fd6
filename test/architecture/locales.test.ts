import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { loadLocales, type Catalog } from '../../src/words/load-locales.ts';
import { phraseFamilies } from './phrase-families.ts';
import { patterns, SAID, STRINGS, VALUED } from './phrase-use.ts';
import { codeUnder, ROOT } from './project-files.ts';
import { collect } from './syntax.ts';

const { ja, en } = loadLocales(`${ROOT}/locales`);
const keys = Object.keys(ja);
const families = await phraseFamilies();
const familyKeys = new Set([...families.values()].flat());

/** Plain text between placeholders, as the message parser numbers it. */
const LITERAL = 0;

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of the values a message needs, those of its branches included. */
function placeholders(catalog: Catalog, key: string): string[] {
  const ast = new IntlMessageFormat(catalog[key] ?? '', 'ja', undefined, { ignoreTag: true }).getAst();
  return [...new Set(ast.flatMap(namesIn))].sort();
}

function namesIn(element: Element): string[] {
  const type: number = element.type;
  const isText = !('value' in element) || type === LITERAL;
  const branches = 'options' in element ? Object.values(element.options).flatMap(({ value }) => value) : [];
  return [...(isText ? [] : [element.value]), ...branches.flatMap(namesIn)];
}

const say = ({ at, value }: { at: string; value: string }): string => `${at} ${value}`;

describe('the two languages', () => {
  it('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it('have the same placeholders in each message', () => {
    const different = keys.filter((key) => placeholders(ja, key).join() !== placeholders(en, key).join());
    expect(different).toEqual([]);
  });

  it('leave no message empty', () => {
    expect(keys.filter((key) => ja[key]?.trim() === '' || en[key]?.trim() === '')).toEqual([]);
  });
});

describe('what the code says', () => {
  it('has words for every key that is written out', () => {
    const missing = SAID.filter(({ value }) => !Object.hasOwn(ja, value));
    expect(missing.map(say)).toEqual([]);
  });

  it('has words for everything that looks like a key', () => {
    const beginnings = new Set(keys.map((key) => key.split('.')[0]));
    const missing = STRINGS.filter(
      ({ value }) =>
        /^[a-z_]+(\.\w+)+$/.test(value) && beginnings.has(value.split('.')[0]) && !Object.hasOwn(ja, value),
    );
    expect(missing.map(say)).toEqual([]);
  });

  it('has a family for every key that is put together', () => {
    const beginnings = new Set(keys.filter((key) => key.includes('.')).map((key) => key.split('.')[0] ?? ''));
    const found = patterns(beginnings);
    expect(found.filter(({ value }) => !families.has(value)).map(say)).toEqual([]);
    const inCode = new Set(found.map(({ value }) => value));
    expect([...families.keys()].filter((pattern) => !inCode.has(pattern))).toEqual([]);
  });

  it('has words for every member of every family', () => {
    expect([...familyKeys].filter((key) => !Object.hasOwn(ja, key))).toEqual([]);
  });

  it('gives each message the values it needs', () => {
    const lacking = VALUED.flatMap(({ at, value: { key, names } }) => {
      const absent = placeholders(ja, key).filter((name) => !names.includes(name));
      return absent.length > 0 ? [`${at} ${key} lacks ${absent.join(', ')}`] : [];
    });
    expect(lacking).toEqual([]);
  });
});

describe('words', () => {
  it('are all said somewhere', () => {
    const written = new Set(STRINGS.map(({ value }) => value));
    expect(keys.filter((key) => !written.has(key) && !familyKeys.has(key))).toEqual([]);
  });

  it('live in locales/ alone', () => {
    // Recognition reads Japanese, and its mask writes the Japanese stand-ins that stand in the stored text.
    const reader = 'src/recognition/';
    const japanese = /[\u3040-\u30ff\u3400-\u9fff\uff01-\uff5e]/;
    const spoken = codeUnder('src')
      .filter((file) => !file.startsWith(reader))
      .flatMap((file) =>
        collect(file, (node) => {
          const isText =
            ts.isStringLiteralLike(node) ||
            ts.isTemplateExpression(node) ||
            ts.isJsxText(node) ||
            ts.isRegularExpressionLiteral(node);
          return isText && japanese.test(node.getText()) ? node.getText() : undefined;
        }),
      );
    expect(spoken.map(say)).toEqual([]);
  });
});
