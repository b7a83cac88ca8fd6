import tseslint from 'typescript-eslint';

const KANJI = 'Kanji are [㐀-鿿々〇] here: see folded-text.ts.';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'src/storage/generated/', 'data/', 'data-demo/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/platforms/web/page/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      complexity: ['error', { max: 16, variant: 'modified' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Code points are what is counted and cut here; whole graphemes are never split for people.
      '@typescript-eslint/no-misused-spread': 'off',
      // `const { head, ...rest } = event` is how one leaves a member out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/recognition/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          ['Literal[regex.pattern=/Script=Han/]', KANJI],
          ['Literal[value=/Script=Han/]', KANJI],
          ['TemplateElement[value.raw=/Script=Han/]', KANJI],
          ['MemberExpression[property.name="matchAll"]', 'Use matchesOf: see matches.ts.'],
        ].map(([selector, message]) => ({ selector, message })),
      ],
    },
  },
  {
    // Read once for each text that is folded, or in training alone.
    files: ['src/recognition/{language,mask/folded-text,mask/learned/{vary-names,lessons,judge-lessons}}.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 400 }], 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
