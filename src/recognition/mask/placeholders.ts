import type { PersonalDataKind } from './personal-data.ts';

/**
 * What stands in the stored text instead of the value. Not in locales/: masking happens before any language is
 * known, and the placeholder becomes part of the message, which stays as its author wrote it. No digit may occur
 * here, so that a placeholder can never be taken for a number.
 */
export const PLACEHOLDERS: Readonly<Record<PersonalDataKind, string>> = {
  basic_pension_number: '〔基礎年金番号〕',
  pension_certificate: '〔年金証書番号〕',
  my_number: '〔マイナンバー〕',
  employment_insurance: '〔雇用保険番号〕',
  access_key: '〔アクセスキー〕',
  insurance_symbol: '〔保険証記号番号〕',
  phone: '〔電話番号〕',
  postal_code: '〔郵便番号〕',
  address: '〔住所〕',
  name: '〔氏名〕',
  birth_date: '〔生年月日〕',
  bank_account: '〔口座番号〕',
  email: '〔メールアドレス〕',
  number: '〔番号〕',
};
