import { describe, expect, test } from 'vitest';
import { foundIn, valuesOf } from './masker-under-test.ts';

describe('a number that is written as few write it', () => {
  test.each([
    ['phone', '折り返しは098-555-71-62へ', '098-555-71-62'],
    ['phone', '甥御さんの番号は0228-55-61-04', '0228-55-61-04'],
    ['phone', 'Ms. Delgado, +1-619-555-0173, Tue/Thu only', '+1-619-555-0173'],
    ['my_number', '個人番号 72O5 8836 1149 の3文字目がアルファベット', '72O5 8836 1149'],
    ['bank_account', '18番 余語 … 普通 55O7216', '55O7216'],
    ['bank_account', '口座番号欄に004870261935と12桁あり', '004870261935'],
    ['bank_account', '口座番号が8桁ある、と窓口で。「30174862」', '30174862'],
    ['bank_account', '脱退一時金はベトナムの口座、書いてきた番号は0351000927468', '0351000927468'],
    ['postal_code', '208 Cedar Bluff Road, Austin, TX 78704', '78704'],
    ['postal_code', '52 Wattle Crescent, Newcastle NSW 2300 or call', '2300'],
    ['postal_code', '3-14-506 Sakuradai, Nerima-ku, Tokyo 176-0002', '176-0002'],
    ['postal_code', 'Curitiba, Brazil、〒80310-275', '80310-275'],
  ] as const)('%s is hidden in %s', (kind, text, value) => {
    expect(valuesOf(kind, text)).toContain(value);
  });

  test.each([
    '相手先：日南市役所 市民課 ☎0987-31-1126（代）',
    '口座番号の桁数は銀行ごとに違います。12桁の銀行もあります',
    '型番 TK-2O00 のトナーを20個',
    '来所者 TX 3名、案内 NSW 12件',
  ])('what nobody has stays: %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});
