import { describe, expect, test } from 'vitest';
import { foundIn, valuesOf } from './masker-under-test.ts';

describe('telephone number', () => {
  test.each([
    ['090-1234-5678に折り返し', '090-1234-5678'],
    ['携帯09012345678', '09012345678'],
    ['０９０－１２３４－５６７８', '０９０－１２３４－５６７８'],
    ['090 1234 5678', '090 1234 5678'],
    ['090ー1234ー5678', '090ー1234ー5678'],
    ['03-1234-5678', '03-1234-5678'],
    ['0312345678', '0312345678'],
    ['03(1234)5678', '03(1234)5678'],
    ['（03）1234-5678', '（03）1234-5678'],
    ['0266-12-3456', '0266-12-3456'],
    ['0120-123-456', '0120-123-456'],
    ['0120-123456', '0120-123456'],
    ['0570-012-345', '0570-012-345'],
    ['0800-123-4567', '0800-123-4567'],
    ['+81-90-1234-5678', '+81-90-1234-5678'],
    ['+81 3 1234 5678', '+81 3 1234 5678'],
    ['+81(0)90-1234-5678', '+81(0)90-1234-5678'],
    ['℡090.1234.5678', '090.1234.5678'],
    ['①090-1234-5678', '090-1234-5678'],
    ['0 9 0 1 2 3 4 5 6 7 8', '0 9 0 1 2 3 4 5 6 7 8'],
    ['電話2345-6789', '2345-6789'],
  ])('is found in %s', (text, value) => {
    expect(foundIn(text)).toEqual([['phone', value]]);
  });

  test.each([
    '03-0000-1100',
    '０３（００００）１１００',
    '+81-3-0000-1100',
    '0570001165',
    '110番と119番',
    '受付番号 0312345678',
    '2345-6789',
    '10:30-11:00',
    '2025-04-01',
    '192.168.10.12',
    '090-1234-56789',
    '1-090-1234-5678',
    '0000-1111-2222',
    '0312345678円',
    'バージョン 1.2.3',
  ])('is not seen in %s', (text) => {
    expect(valuesOf('phone', text)).toEqual([]);
  });
});

describe('postal code', () => {
  test.each([
    ['〒123-4567', '123-4567'],
    ['〒１２３４５６７', '１２３４５６７'],
    ['〒 123 4567', '123 4567'],
    ['郵便番号は123-4567', '123-4567'],
    ['郵便番号1234567', '1234567'],
    ['123-4567 東京都港区', '123-4567'],
    ['123ー4567 秋田市', '123ー4567'],
  ])('is found in %s', (text, value) => {
    expect(valuesOf('postal_code', text)).toEqual([value]);
  });

  test.each([
    '123-4567',
    '〒100-0000',
    '0123-4567',
    '123-4567-8901',
    '郵便番号の確認が123件',
    '様式 123-4567',
  ])('is not seen in %s', (text) => {
    expect(valuesOf('postal_code', text)).toEqual([]);
  });
});

describe('e-mail address', () => {
  test.each([
    ['taro.mihon@example.com', 'taro.mihon@example.com'],
    ['ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
    ['連絡先はtaro+a@sub.example.co.jpまで', 'taro+a@sub.example.co.jp'],
    ['taro @ example.com', 'taro @ example.com'],
    ['a@nenkin.example.jp.example.com', 'a@nenkin.example.jp.example.com'],
  ])('is found in %s', (text, value) => {
    expect(foundIn(text)).toEqual([['email', value]]);
  });

  test.each([
    'info@nenkin.example.jp',
    'a@MAIL.nenkin.example.jp',
    '@担当者',
    'a@b',
    '@@@',
    'user@localhost',
  ])('is not seen in %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});
