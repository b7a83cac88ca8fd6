// A process of its own that does nothing but load what recognition needs, as built, and says what that took.
import path from 'node:path';

const BUILT = path.join(import.meta.dirname, '../../dist');
const INTENTS = path.join(import.meta.dirname, '../../intents');
const MESSAGE = '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです';

const before = process.memoryUsage.rss();
const { loadTokenizer } = await import(path.join(BUILT, 'recognition/tokenize.js'));
const { loadLexicon } = await import(path.join(BUILT, 'recognition/lexicon.js'));
const { ensureModel } = await import(path.join(BUILT, 'recognition/ensure-model.js'));
const { createRecognizer } = await import(path.join(BUILT, 'recognition/create-recognizer.js'));

const start = performance.now();
const tokenize = await loadTokenizer(path.join(BUILT, 'dictionary'));
const tokenizerMs = performance.now() - start;
const lexicon = await loadLexicon(path.join(INTENTS, 'lexicon.yaml'));
const startOfModel = performance.now();
const { model, trained } = await ensureModel(INTENTS, path.join(BUILT, 'model'));
const modelsMs = performance.now() - startOfModel;
if (trained) throw new Error('the build has left no model that fits');

// What the first message takes stays taken.
createRecognizer({ tokenize, model, lexicon, units: [] }).understand(MESSAGE, {
  today: '2026-11-20',
  unit: null,
});
const addedMb = (process.memoryUsage.rss() - before) / 1e6;
process.stdout.write(JSON.stringify({ tokenizerMs, modelsMs, addedMb }));
