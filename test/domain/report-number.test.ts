import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrom, fiscalYear, NUMBER_ALPHABET, reportNumber } from '../../src/domain/report-number.ts';
import { addDays } from '../../src/domain/business-time.ts';
import { createMasker } from '../../src/recognition/mask/mask.ts';

const bytes = fc.array(fc.nat(255), { minLength: 5, maxLength: 5 });
const codes = bytes.map(codeFrom).filter((code) => code !== null);
const types = fc.constantFrom('INC', 'PRP', 'VOC', 'CMP', 'RSK', 'KNW');
const days = fc.nat(365 * 30).map((day) => addDays('2020-01-01', day));

describe('a report number', () => {
  it('is type, fiscal year and five characters, of which one is a letter', () => {
    fc.assert(
      fc.property(types, days, codes, (type, day, code) => {
        expect(reportNumber(type, day, code)).toMatch(
          /^(INC|PRP|VOC|CMP|RSK|KNW)-\d{2}-(?=\d*[A-Z])[0-9A-HJKMNP-TV-Z]{5}$/,
        );
      }),
    );
  });

  it('can be read aloud: no I, L, O or U', () => {
    expect(NUMBER_ALPHABET).toHaveLength(32);
    expect(NUMBER_ALPHABET).not.toMatch(/[ILOU]/);
  });

  it('changes its year on April 1', () => {
    expect(reportNumber('INC', '2026-03-31', '7KQ4M')).toBe('INC-25-7KQ4M');
    expect(reportNumber('INC', '2026-04-01', '7KQ4M')).toBe('INC-26-7KQ4M');
    expect(fiscalYear('2026-12-31')).toBe(2026);
    expect(fiscalYear('2027-01-01')).toBe(2026);
    expect(fiscalYear('2028-02-29')).toBe(2027);
  });

  it('always has two figures for the year', () => {
    expect(reportNumber('INC', '2108-05-01', '7KQ4M')).toBe('INC-08-7KQ4M');
  });

  it('is drawn again when the five characters would all be figures', () => {
    expect(codeFrom([0, 1, 2, 3, 9])).toBeNull();
    expect(codeFrom([0, 1, 2, 3, 10])).toBe('0123A');
    expect(codeFrom([255, 32, 64, 7, 8])).toBe('Z0078');
  });

  it('is never taken for personal data, in whatever sentence it stands', () => {
    const mask = createMasker({ ownPhones: [], ownEmailDomains: [], ownAddresses: [], officeNames: [] });
    const sentences = fc.constantFrom(
      (number: string) => `${number}はどうなりましたか`,
      (number: string) => `番号は ${number} です。`,
      (number: string) => `基礎年金番号の件、${number} を見てください`,
      (number: string) => `電話で聞かれた${number}、口座の誤りです`,
      (number: string) => number,
      (number: string) => number.toLowerCase(),
      (number: string) => number.replaceAll('-', ' '),
    );
    fc.assert(
      fc.property(types, days, codes, sentences, (type, day, code, sentence) => {
        const text = sentence(reportNumber(type, day, code));
        expect(mask(text)).toMatchObject({ text, found: [] });
      }),
      { numRuns: 1000 },
    );
  });
});
