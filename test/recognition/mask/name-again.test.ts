import { describe, expect, test } from 'vitest';
import { valuesOf } from './masker-under-test.ts';

describe('a name found once', () => {
  test.each([
    ['梅沢 ヨネ様来所。梅沢、書類持参なし', ['梅沢 ヨネ', '梅沢']],
    ['鵜飼野様の件、鵜飼野宅へ再送', ['鵜飼野', '鵜飼野']],
    ['グエン・ホア様より電話。ホアは通称とのこと', ['グエン・ホア']],
  ])('is hidden again in %s', (text, names) => {
    const found = valuesOf('name', text);
    for (const name of names) expect(found).toContain(name);
  });

  test.each([
    ['梅沢様の件は梅沢係長へ', ['梅沢']],
    ['担当の梅沢から梅沢様へ折返し', ['梅沢']],
    ['梅沢様の勤め先は梅沢建設', ['梅沢']],
  ])('stays readable as that of a colleague or a firm in %s', (text, names) => {
    expect(valuesOf('name', text)).toEqual(names);
  });
});
