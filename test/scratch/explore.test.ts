import { afterAll, beforeAll, test } from 'vitest';
import { writeFileSync, appendFileSync } from 'node:fs';
import { aWorld, type World } from '../support/a-world.ts';
let world: World;
const OUT = '/tmp/explore.txt';
beforeAll(async () => { world = await aWorld(); writeFileSync(OUT, ''); });
afterAll(() => world.close());
let seen = new Map<string, number>();
async function dump(p: string) {
  const all = await world.heard(p);
  const from = seen.get(p) ?? 0;
  for (const m of all.slice(from)) appendFileSync(OUT, `B ${m.text.replace(/\n/g, '\n  ')}\n  ${m.buttons.map((b) => `[${b.label}]`).join(' ')}\n`);
  seen.set(p, all.length);
}
async function talk(p: string, ...lines: string[]) {
  appendFileSync(OUT, `\n# ${p}\n`);
  for (const l of lines) {
    const b = /^\[(.*)\]$/.exec(l);
    appendFileSync(OUT, `U ${l}\n`);
    try { if (b) await world.press(p, b[1]!); else { const r = await world.say(p, l); if (!r.ok) appendFileSync(OUT, `! ${JSON.stringify(r.problem)}\n`); else if (r.value.shown !== l) appendFileSync(OUT, `~ ${r.value.shown} ${r.value.hidden}\n`); } } catch (e) { appendFileSync(OUT, `!! ${e}\n`); }
    await dump(p);
  }
}
test('explore', async () => {
  await talk('yamada', 'おはようございます', '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです', '1人', '見てない', 'やっぱり3人です', '送信', 'やっぱり12人です', '[送信]', '私の報告どうなりました？');
  await talk('suzuki', '毎回3枚同じこと書かせるのほんと意味わからない。1枚にまとめればいいのに', '住所変更届', '同じ住所を3枚に書く', '送信', '私の提案どうなりました？');
  await talk('shimizu', 'お客様から、振込額が聞いていた額と違うと怒られました。前の説明が間違っていたみたいです', '電話', 'まだ何も', '送信');
  await talk('takahashi', '窓あき封筒の宛名がズレてました', '[どちらでもない]');
  await talk('ito', '午前に誤送信1件ありました。あと、FAX帳に短縮番号の確認欄を足してほしいです', '[2つに分ける]', '1人', 'ある', 'はい', '回収した', '見ていない', '[送信]');
  await talk('yamada', '課長に、受付日をさかのぼって書けと言われてます', '[違反ではない]', '課長に、受付日をさかのぼって書けと言われてます');
  await talk('suzuki', '【訓練】標的型メールのリンクを押しました', '[訓練です]', '分からない', '分からない', 'LANを抜いた', '送信');
  await talk('lee', 'I gave a notice to the wrong person this morning. Got it back.', '1', 'not opened', 'send', 'what happened to my report?');
  await talk('sato', '「職員が知り合いの年金記録を見て近所で話してる」と窓口でお怒りでした', '来訪', 'まだ何も', '送信');
  await talk('tanaka', '山田太郎様（基礎年金番号 1234-567890）に、別の方の通知書を送りました', '分からない', '分からない', 'まだ', '分からない', 'まだ何も', 'この前の提案どうなりました？', '送信');
});
