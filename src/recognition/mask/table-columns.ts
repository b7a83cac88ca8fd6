import type { Detector, Finding, PersonalDataKind } from './personal-data.ts';

/** What the head of a column promises, and what its cells then look like. */
const COLUMNS: readonly { head: RegExp; kind: PersonalDataKind; cell: RegExp }[] = [
  {
    head: /年金番号|基番|年番/u,
    kind: 'basic_pension_number',
    cell: /^\d{4} ?-? ?\d{6}$/u,
  },
  { head: /証書/u, kind: 'pension_certificate', cell: /^\d{4}[ -]?\d{6}[ -]?\d{4}$/u },
  { head: /マイナ|個人番号/u, kind: 'my_number', cell: /^\d{4}[ -]?\d{4}[ -]?\d{4}$/u },
  { head: /雇用保険|雇保|被保険者番号/u, kind: 'employment_insurance', cell: /^\d{4}[ -]?\d{6}[ -]?\d$/u },
  { head: /アクセスキー/u, kind: 'access_key', cell: /^\d{17}$/u },
  { head: /口座|普通|通帳/u, kind: 'bank_account', cell: /^(?:普通|当座|普|当)?[ ]?\d{7,8}$/u },
  {
    head: /(?:健保|保険証?|被保険者証)の?(?:記号|番号|枝番)|^(?:記号|枝番)$/u,
    kind: 'insurance_symbol',
    cell: /^[\d-]{1,13}$/u,
  },
  { head: /電話|TEL|携帯|連絡先|FAX/iu, kind: 'phone', cell: /^\+?[\d()-]{6,17}$/u },
  { head: /〒|郵便/u, kind: 'postal_code', cell: /^\d{3}-?\d{4}$/u },
  {
    head: /生年月日|生まれ|誕生/u,
    kind: 'birth_date',
    cell: /^(?:[明大昭平令MTSHR][治正和成]?\.? ?)?[\d元年月日./-]{4,14}$/u,
  },
  {
    head: /氏名|お?名前|姓名|名義|フリガナ|カナ/u,
    kind: 'name',
    cell: /^[㐀-鿿々〇\p{Script=Hiragana}\p{Script=Katakana}ーヶA-Za-z・ ]{2,24}$/u,
  },
];
const HEADED = /氏名|名前|番号|電話|生年|口座|〒|郵便|住所/u;
const NO_VALUE = /^(?:なし|無し?|不明|空欄|同上|未記入|未確認|-+)$/u;

/** Values of a table, told by the head of their column. Cells are parted by tabs or upright strokes. */
export const detectTableColumns: Detector = (text) => {
  const findings: Finding[] = [];
  let heads: readonly string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const cells = cellsOf(line);
    if (cells.length < 2) heads = [];
    else if (isHead(line)) heads = cells.map(({ words }) => words);
    else if (cells.length === heads.length) findings.push(...valuesIn(cells, heads, start));
    start += line.length + 1;
  }
  return findings;
};

interface Cell {
  words: string;
  start: number;
}

function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (const cell of line.split(/[\t|]/u)) {
    const words = cell.trim();
    cells.push({ words, start: start + cell.indexOf(words) });
    start += cell.length + 1;
  }
  return cells;
}

function isHead(line: string): boolean {
  return HEADED.test(line) && !/内線|所属|職名|役職/u.test(line) && !/\d{3}/u.test(line);
}

function valuesIn(cells: readonly Cell[], heads: readonly string[], lineStart: number): Finding[] {
  return cells.flatMap(({ words, start }, index) => {
    const column = COLUMNS.find(({ head }) => head.test(heads[index] ?? ''));
    if (column === undefined || NO_VALUE.test(words) || !column.cell.test(words)) return [];
    return [{ kind: column.kind, start: lineStart + start, end: lineStart + start + words.length }];
  });
}
